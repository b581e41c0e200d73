import { beforeEach, expect, test, vi } from "vitest";
import { showMenus } from "../../src/extension/menus.ts";
import { fake, resetFake } from "./fake-browser.ts";

vi.mock("webextension-polyfill", async () => (await import("./fake-browser.ts")).mock());
beforeEach(resetFake);

const NEWS = { id: "clip:news", title: "Add to News" };
const TOOLS = { id: "clip:tools", title: "Add to Tools" };
const titles = () => fake.entries.map(({ title }) => title);

test("The menus have one entry each, even after several simultaneous calls", async () => {
	await Promise.all([
		showMenus([NEWS, TOOLS]),
		showMenus([NEWS, TOOLS], true),
		showMenus([NEWS, TOOLS]),
		showMenus([NEWS, TOOLS], true),
	]);
	expect(titles()).toEqual(["Add to News", "Add to Tools"]);
});

test("The menus show the entries of the last call", async () => {
	await Promise.all([showMenus([NEWS]), showMenus([TOOLS, NEWS])]);
	expect(titles()).toEqual(["Add to Tools", "Add to News"]);
});

test("Menus that are up to date are not changed, unless they must be created again", async () => {
	await showMenus([NEWS]);
	fake.entries = [];
	await showMenus([NEWS]);
	expect(titles()).toEqual([]);
	await showMenus([NEWS], true);
	expect(titles()).toEqual(["Add to News"]);
});

test("Menus that are incomplete because the worker was stopped are completed by the next call", async () => {
	await showMenus([NEWS, TOOLS]);
	fake.stopped = true;
	await showMenus([NEWS, TOOLS], true).catch(() => {});
	fake.stopped = false;
	expect(titles()).toEqual([]);
	await showMenus([NEWS, TOOLS]);
	expect(titles()).toEqual(["Add to News", "Add to Tools"]);
});

test("An ampersand in a heading is doubled, because it would underline a letter", async () => {
	await showMenus([{ id: "clip:q", title: "Add to Q&A" }]);
	expect(titles()).toEqual(["Add to Q&&A"]);
});

test("A %s in a heading is not replaced by the selection on the page", async () => {
	await showMenus([{ id: "clip:s", title: "Add to %s" }]);
	expect(titles().join()).not.toContain("%s");
	expect(titles().join().replace("\u2060", "")).toBe("Add to %s");
});

test("The menus are shown on everything in a page, and on tabs if the browser supports this", async () => {
	await showMenus([NEWS]);
	const inPages = ["page", "frame", "link", "selection", "editable", "image", "video", "audio"];
	expect(fake.entries[0]?.contexts).toEqual(inPages);
	fake.contexts = { PAGE: "page", TAB: "tab" };
	await showMenus([NEWS], true);
	expect(fake.entries[0]?.contexts).toEqual([...inPages, "tab"]);
});
