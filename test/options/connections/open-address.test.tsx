// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { OpenAddress } from "../../../src/options/connections/open-address.tsx";
import { sentence } from "../../../src/sentences/sentence.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);
afterEach(cleanup);

const link = () =>
	screen.queryByRole<HTMLAnchorElement>("link", { name: "Open the address in a tab" });

test("After a failure that the browser does not explain, opening the address is offered, without a token", () => {
	const typed = "https://ed:secret@git.example/ed/news.git";
	render(<OpenAddress failure={sentence("connectionUnreachable")} typed={typed} />);
	expect(link()?.href).toBe("https://git.example/ed/news.git");
});

test("After a failure that is explained completely, opening the address is not offered", () => {
	const typed = "https://git.example/ed/news.git";
	render(<OpenAddress failure={sentence("connectionTokenRefused")} typed={typed} />);
	expect(link()).toBeNull();
});
