import { describe, expect, test, vi } from "vitest";
import { pageOfTab } from "../../src/extension/tabs.ts";

vi.mock("webextension-polyfill", async () => (await import("./fake-browser.ts")).mock());

describe("The page in a tab", () => {
	test("has its title in one line", () => {
		expect(pageOfTab({ id: 1, url: "https://example.com/", title: " A\n  page " })).toEqual({
			tabId: 1,
			url: "https://example.com/",
			title: "A page",
		});
	});

	test("has no title if that is only its address", () => {
		expect(pageOfTab({ id: 1, url: "https://example.com/a", title: "example.com/a" }).title).toBe(
			"",
		);
	});

	test("is the original page in Firefox's reading view", () => {
		const url = "about:reader?url=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1";
		expect(pageOfTab({ id: 1, url, title: "A page" }).url).toBe("https://example.com/a?b=1");
	});

	test("is empty when the browser names no tab", () => {
		expect(pageOfTab(undefined)).toEqual({ tabId: null, url: "", title: "" });
	});
});
