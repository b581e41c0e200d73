// @vitest-environment happy-dom

import { screen } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { ChangeList } from "../../../src/options/draft/review/review-parts.tsx";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

afterEach(() => render(null, document.body));

test.each([
	["Ten pages", "Small machines", "subject: “Ten pages”, in the last issue “Small machines”"],
	["", "Small machines", "subject is empty, in the last issue “Small machines”"],
	["Ten pages", "", "subject: “Ten pages”, in the last issue empty"],
])("A field that is now “%s” and was “%s” is described in words", (now, last, words) => {
	const changes = [{ what: "field", name: "subject", now, last }] as const;
	render(<ChangeList changes={changes} />, document.body);
	expect(screen.getByRole("listitem").textContent).toBe(words);
});
