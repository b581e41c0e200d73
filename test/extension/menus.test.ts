import { beforeEach, expect, test, vi } from "vitest";
import { showMenus } from "../../src/extension/menus.ts";
import { fake, resetFake } from "./fake-browser.ts";

vi.mock("webextension-polyfill", async () => (await import("./fake-browser.ts")).mock());
beforeEach(resetFake);

const NEWS = { id: "clip:news", title: "Add to News" };
const TOOLS = { id: "clip:tools", title: "Add to Tools" };
const titles = () => fake.entries.map(({ title }) => title);

test("The menus have one entry each, however many ask for them at once", async () => {
	await Promise.all([
		showMenus([NEWS, TOOLS]),
		showMenus([NEWS, TOOLS], true),
		showMenus([NEWS, TOOLS]),
		showMenus([NEWS, TOOLS], true),
	]);
	expect(titles()).toEqual(["Add to News", "Add to Tools"]);
});

test("The menus follow the last that was asked for", async () => {
	await Promise.all([showMenus([NEWS]), showMenus([TOOLS, NEWS])]);
	expect(titles()).toEqual(["Add to Tools", "Add to News"]);
});

test("Menus that are as they should be are left alone, unless they are to be made anew", async () => {
	await showMenus([NEWS]);
	fake.entries = [];
	await showMenus([NEWS]);
	expect(titles()).toEqual([]);
	await showMenus([NEWS], true);
	expect(titles()).toEqual(["Add to News"]);
});

test("Menus that a worker was stopped in the middle of making are made by the next", async () => {
	await showMenus([NEWS, TOOLS]);
	fake.stopped = true;
	await showMenus([NEWS, TOOLS], true).catch(() => {});
	fake.stopped = false;
	expect(titles()).toEqual([]);
	await showMenus([NEWS, TOOLS]);
	expect(titles()).toEqual(["Add to News", "Add to Tools"]);
});

test("An ampersand in a heading is written twice, or it would underline a letter", async () => {
	await showMenus([{ id: "clip:q", title: "Add to Q&A" }]);
	expect(titles()).toEqual(["Add to Q&&A"]);
});

test("A %s in a heading is not replaced by what is selected on the page", async () => {
	await showMenus([{ id: "clip:s", title: "Add to %s" }]);
	expect(titles().join()).not.toContain("%s");
	expect(titles().join().replace("\u2060", "")).toBe("Add to %s");
});

test("The menus are on whatever is in a page, and on tabs where the browser has that", async () => {
	await showMenus([NEWS]);
	const inPages = ["page", "frame", "link", "selection", "editable", "image", "video", "audio"];
	expect(fake.entries[0]?.contexts).toEqual(inPages);
	fake.contexts = { PAGE: "page", TAB: "tab" };
	await showMenus([NEWS], true);
	expect(fake.entries[0]?.contexts).toEqual([...inPages, "tab"]);
});
