import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Driven, launch, type Tab } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { expectItems } from "./session.ts";
import { type Sites, serveSites } from "./sites.ts";
import { type Found, violationsHeard, type WatchedBuild, watchedBuild } from "./watched-build.ts";

const LEARN_MS = 20_000;

/** Runs in the page: the state of the archive that the sections were last learned from, if any. */
async function learnedFrom(): Promise<string | null> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open("galley");
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const record = await new Promise<{ basis: string } | undefined>((resolve, reject) => {
		const request = database.transaction("derived").objectStore("derived").get("sections");
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	database.close();
	return record?.basis ?? null;
}

describe.each(browsersToTest())("In %s, with all of Galley watched", (name) => {
	let build: WatchedBuild;
	let sites: Sites;
	let folder: IssueFolder;
	let browser: Driven;
	/** Stays open during all tests, and receives every violation on any page. */
	let ear: Tab;
	beforeAll(async () => {
		build = watchedBuild(name);
		folder = issueFolder();
		folder.addIssues(1, 12);
		sites = await serveSites();
		browser = await launch(name, { proxy: sites.proxy, extension: build.folder });
		ear = await browser.openOptions();
	});
	afterAll(async () => {
		await browser?.close();
		await sites?.close();
		folder?.remove();
		build?.remove();
	});

	test("clipping violates no content security policy", async () => {
		const page = await browser.openTab(sites.page("article.html", "watched.example"));
		const popup = await browser.openPopup(page);
		await popup.waitFor(async () => (await popup.value("Link")) !== "", "the page to be read");
		await popup.fill("Note", "From the **popup**.");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to News");
		await browser.waitForPopupClosed();
		const tool = await browser.openTab(sites.page("tool.html", "watched.example"));
		await browser.contextMenu(tool, { on: "page" }, "Add to Tools");
		await tool.waitForText("Added to Tools");
		expect(await violationsHeard(ear)).toEqual([]);
	});

	test("nor does the draft with its preview", async () => {
		const options = await browser.openOptions();
		await expectItems(options, "News", ["From the"]);
		await options.fill(
			"Intro",
			"Read *this* <script>alert(1)</script> [first](https://a.example/).",
		);
		await options.waitFor(
			async () => (await options.textOf("region", "Rendered")).includes("Read this"),
			"the preview to follow",
		);
		await options.waitFor(() => options.has("link", "first", { within: "Rendered" }), "the link");
		await options.click("button", "Edit", { within: "News", item: 0 });
		await options.fill("Note", "Changed.", { within: "News", item: 0 });
		await options.waitForText("Saved");
		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(file.bytes.toString()).toContain("Changed.");
		expect(await violationsHeard(ear)).toEqual([]);
	});

	test("nor do the workers that import, search and learn", async () => {
		const options = await browser.openOptions("/archive");
		const before = await options.evaluate(learnedFrom);
		await options.chooseFiles("Import a folder", [folder.path]);
		await options.waitForText("12 issues added");
		await options.fill("Search the archive", "maps.example/7");
		await options.waitForText("1 item found");
		await options.waitFor(
			async () => (await options.evaluate(learnedFrom)) !== before,
			"the sections to be learned",
			LEARN_MS,
		);
		expect(await violationsHeard(ear)).toEqual([]);
	});

	test("nor does any panel", async () => {
		const options = await browser.openOptions();
		const panels = await options.evaluate(() =>
			[...document.querySelectorAll("nav a")].map((link) => link.firstChild?.textContent ?? ""),
		);
		expect(panels.length).toBeGreaterThan(2);
		for (const panel of panels) {
			await options.click("link", panel);
			await options.waitFor(
				async () => (await options.evaluate(() => document.title)).startsWith(panel),
				`the panel ${panel}`,
			);
		}
		expect(await violationsHeard(ear)).toEqual([]);
	});

	test("a forbidden action of a page is prevented and reported", async () => {
		const page = await browser.openTab(`${browser.origin}/probe.html`);
		const read = (key: string) =>
			page.evaluate((name) => document.documentElement.dataset[name] ?? "null", key);
		await page.waitFor(async () => (await read("found")) !== "null", "the probe");
		const found = JSON.parse(await read("found")) as Found;
		const typed = (await read("trustedTypes")) === "true";
		if (name === "chromium") expect(typed).toBe(true);
		const refused = typed ? "TypeError" : "done";
		expect(found).toEqual({ html: refused, script: "EvalError", worker: refused, policy: refused });
		await ear.waitFor(async () => {
			const heard = await violationsHeard(ear);
			return ["/probe.html", "/probe-worker.js"].every((path) =>
				heard.some((violation) => violation.startsWith(path)),
			);
		}, "what was violated in the page and in its worker");
	});
});
