// @vitest-environment happy-dom

import { screen } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { EXPORTS } from "../../../src/export/exports.ts";
import { markdown } from "../../../src/export/markdown.ts";
import { DraftPanel } from "../../../src/options/draft/draft-panel.tsx";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);
vi.mock("../../../src/export/exports.ts", async () => {
	const { markdown } = await import("../../../src/export/markdown.ts");
	const another = {
		...markdown,
		id: "another",
		mime: "text/another",
		labels: { copy: "optionsLeftCopy", download: "optionsPanelArchive" },
	};
	return { EXPORTS: [markdown, another] };
});
beginWithEmptyDatabase();

afterEach(() => render(null, document.body));

test("Every format of the table can be copied and downloaded from the draft", async () => {
	const download = vi.fn();
	const { desk, end } = await openDesk(undefined, { download });
	render(<DraftPanel desk={desk} />, document.body);
	for (const name of ["Copy markdown", "Export markdown", "Copy", "Archive"]) {
		expect(await screen.findByRole("button", { name })).toBeTruthy();
	}
	expect(EXPORTS).toContain(markdown);
	screen.getByRole("button", { name: "Archive" }).click();
	await vi.waitFor(() =>
		expect(download).toHaveBeenCalledWith(expect.anything(), "text/another", expect.anything()),
	);
	end();
});
