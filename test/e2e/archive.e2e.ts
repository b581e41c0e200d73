import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest, type Driven, launch, type Tab } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder, issueText } from "./issue-files.ts";

/** Real issues, if they are available. They are not part of the project. */
const CORPUS = fileURLToPath(new URL("../../../shared/corpus/devops-weekly", import.meta.url));

/** An issue in a style that is not the default style. */
const JEKYLL_POST = `---
layout: post
title: Issue 7 - 3rd May 2020
---

## Issue 7 - 3rd May

News
====

A post about keeping calm.

http://calm.example/post
`;

const IMPORT_MS = 60_000;

/** Runs in the page: how many issues and mentions are in the database. */
async function countInArchive(): Promise<{ issues: number; mentions: number; numbers: number[] }> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open("galley");
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const ask = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const stores = database.transaction(["archive", "mentions"]);
	const numbers: number[] = [];
	await new Promise<void>((resolve) => {
		const cursors = stores.objectStore("archive").index("number").openKeyCursor();
		cursors.onsuccess = () => {
			const cursor = cursors.result;
			if (!cursor) return resolve();
			numbers.push(Number(cursor.key));
			cursor.continue();
		};
	});
	const [issues, mentions] = await Promise.all([
		ask(stores.objectStore("archive").count()),
		ask(stores.objectStore("mentions").count()),
	]);
	database.close();
	return { issues, mentions, numbers };
}

/** Runs in the page: the state of the archive that the stored index was made from, and the index's length. */
async function keptIndex(): Promise<{ basis: string; length: number } | null> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open("galley");
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const record = await new Promise<{ basis: string; value: { index: string } } | undefined>(
		(resolve) => {
			const request = database.transaction("derived").objectStore("derived").get("search");
			request.onsuccess = () => resolve(request.result);
		},
	);
	database.close();
	return record ? { basis: record.basis, length: record.value.index.length } : null;
}

async function importFolder(options: Tab, path: string, until: string): Promise<void> {
	await options.chooseFiles("Import a folder", [path]);
	await options.waitForText(until, IMPORT_MS);
}

describe.each(browsersToTest())("In %s, the archive", (name) => {
	let browser: Driven;
	let folder: IssueFolder;
	let options: Tab;
	beforeAll(async () => {
		folder = issueFolder();
		browser = await launch(name);
		options = await browser.openOptions("/archive");
	});
	afterAll(async () => {
		await browser?.close();
		folder?.remove();
	});

	test("imports a folder, and names the files that are not issues with the reason", async () => {
		folder.addIssues(1, 20);
		folder.add("issues/broken.md", new Uint8Array([0x4e, 0xe9, 0x0a]));
		folder.add("issues/notes.md", "Only words.\n");
		await importFolder(options, folder.path, "20 issues added");
		const said = await options.textOf("region", "Import");
		expect(said).toContain("80 items");
		expect(said).toContain("100 links");
		expect(said).toContain("2 files were left out");
		expect(said).toMatch(/weekly\/issues\/broken\.md\s+is not text in UTF-8/);
		expect(said).toMatch(/weekly\/issues\/notes\.md\s+has no link in it/);
		await options.waitFor(() => options.has("link", "Issue 20 2021-03-14"), "the list to follow");
	});

	test("is not changed by a second import of the same folder, and says so", async () => {
		const before = await options.evaluate(countInArchive);
		await importFolder(options, join(folder.path, "issues"), "20 issues were there already");
		expect(await options.textOf("region", "Import")).not.toContain("added");
		expect(await options.evaluate(countInArchive)).toEqual(before);
	});

	test("says that nothing changed if there is nothing else to report", async () => {
		await options.chooseFiles("Import files", [join(folder.path, "issues/3.md")]);
		await options.waitForText("Nothing has changed");
	});

	test("imports a zip as Git hosts make it, together with files", async () => {
		const zip = zipSync({
			"weekly-main/README.md": new TextEncoder().encode("# Weekly"),
			"weekly-main/issues/21.md": new TextEncoder().encode(issueText(21)),
			"weekly-main/issues/22.md": new TextEncoder().encode(issueText(22)),
		});
		await options.chooseFiles("Import files", [
			folder.add("weekly-main.zip", zip),
			folder.add("23.md", issueText(23)),
		]);
		await options.waitForText("3 issues added");
		const { numbers } = await options.evaluate(countInArchive);
		expect(numbers).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
	});

	test("removes an issue, which Undo restores with its mentions", async () => {
		const before = await options.evaluate(countInArchive);
		await options.click("link", "Issue 23 2021-03-14");
		await options.click("button", "Remove from the archive");
		await options.waitForText("Issue 23 is no longer in the archive.");
		await options.waitFor(
			async () => !(await options.has("link", "Issue 23 2021-03-14")),
			"it to go",
		);
		const less = await options.evaluate(countInArchive);
		expect(less.issues).toBe(before.issues - 1);
		expect(less.mentions).toBeLessThan(before.mentions);
		await options.click("link", "Draft");
		await options.click("button", "Undo");
		await options.waitForText("The removed issue is back in the archive.");
		await options.click("link", "Archive");
		await options.waitFor(() => options.has("link", "Issue 23 2021-03-14"), "it to come back");
		expect(await options.evaluate(countInArchive)).toEqual(before);
	});

	test("is searched while typing, and an old item is put into the draft once", async () => {
		await options.fill("Search the archive", "maps.example/17");
		const results = { within: "Search results" };
		await options.waitFor(
			async () => (await options.names("button", results)).length === 1,
			"the one item with that address",
		);
		const found = await options.textOf("region", "Search results");
		expect(found).toContain("From one region to three, with maps.");
		expect(found).toMatch(/Issue 17\s+2021-03-14\s+News/);
		await options.click("button", "Put into this draft", results);
		await options.waitForText("Put into News of this draft.");
		await options.waitForText("In this draft, in News");
		await options.click("button", "Put into this draft", { ...results, nth: 0 });
		await options.waitForText("Nothing was added");
		const draft = await browser.openOptions();
		await draft.waitFor(
			async () => (await draft.names("listitem", { within: "News" })).length === 1,
			"the item in the draft",
		);
		await draft.waitForText("From one region to three, with maps.");
		await draft.close();
		await options.activate();
	});

	test("leads from a search result to its place in the issue, and back", async () => {
		await options.fill("Search the archive", "maps.example/17");
		const results = { within: "Search results" };
		await options.click("link", "Issue 17", results);
		await options.waitFor(() => options.has("region", "Issue 17"), "the issue");
		const marked = () => options.text(".archived mark, .archived .marked");
		expect(await marked()).toContain("maps.example/17");
		expect(await violations(options)).toEqual([]);
		await options.choose("Rendered");
		await options.waitFor(async () => (await marked()).includes("From one region"), "the words");
		expect(await options.text(".reads")).not.toContain("===");
		expect(await violations(options)).toEqual([]);
		await options.choose("Markdown");
		await options.click("link", "Back to the results");
		await options.waitFor(
			() => options.evaluate(() => document.activeElement?.textContent === "Issue 17"),
			"the focus where one came from",
		);
	});

	test("shows each item of an issue in its text, and puts it into the draft", async () => {
		await options.click("link", "Issue 16 2021-03-14");
		const items = { within: ["Issue 16", "Items"] };
		await options.waitFor(async () => (await options.names("button", items)).length > 0, "items");
		await options.click("button", "Show in the text", { ...items, nth: 1 });
		await options.waitFor(() => options.evaluate(() => !!document.querySelector("mark")), "it");
		expect(await options.url()).toMatch(/%231$/);
		// In a narrow window the text is above the list of items.
		await options.setSize({ width: 360, height: 740 });
		await options.click("button", "Show in the text", { ...items, nth: 0 });
		await options.waitFor(
			() =>
				options.evaluate(() => {
					const box = document.querySelector("mark")?.getBoundingClientRect();
					return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
				}),
			"the marked item to be in view",
		);
		await options.setSize(null);
		await options.click("button", "Put into this draft", { ...items, nth: 1 });
		await options.waitForText("of this draft. Undo takes it out again.");
		await options.click("button", "Undo");
		await options.waitFor(
			async () => !(await options.text()).includes("In this draft, in"),
			"the item to be out of the draft again",
		);
		await options.click("link", "Archive");
	});

	test("finds the same after a restart, from the stored index", async () => {
		const find = async () => {
			await options.fill("Search the archive", "cachet code.example/23");
			await options.waitFor(
				async () => (await options.textOf("region", "Search results")).includes("Issue 23"),
				"the issue",
			);
			await options.waitForText("1 item found");
		};
		await find();
		const kept = await options.evaluate(keptIndex);
		await browser.restart();
		options = await browser.openOptions("/archive");
		await find();
		expect(await options.evaluate(keptIndex)).toEqual(kept);
	});

	test("has charts with names and descriptions, and with their numbers in a table", async () => {
		await options.fill("Search the archive", "");
		const picture = { within: "Statistics" };
		await options.waitForText("69 items in 23 issues");
		expect(await options.names("img", picture)).toEqual([
			"This draft vs. your average",
			"Items a week",
			"Sections over the years",
			"Most linked hosts",
		]);
		await options.click("button", "The numbers (Sections over the years)", picture);
		await options.waitFor(
			async () =>
				/2021\s+46\s+23/.test(await options.textOf("region", "Sections over the years", picture)),
			"the numbers",
		);
	});

	test("has no problem that axe finds", async () => {
		await options.fill("Search the archive", "queues");
		await options.waitForText("23 items found");
		expect(await violations(options)).toEqual([]);
	});

	test("exports exactly the bytes that were imported", async () => {
		await options.click("link", "Issue 21 2021-03-14");
		const download = await browser.nextDownload(() =>
			options.click("button", "Export markdown", { within: "Issue 21" }),
		);
		expect(download.name).toBe("21.md");
		expect(download.bytes.toString()).toBe(issueText(21));
	});

	test("can give the style of an issue to the draft, and first shows both styles", async () => {
		await options.chooseFiles("Import files", [folder.add("2020-05-03-007.markdown", JEKYLL_POST)]);
		await options.waitForText("1 file has a number that another issue has too. Both are kept.");
		await options.chooseFiles("Import files", [
			folder.add("2020-05-03-0900.markdown", JEKYLL_POST.replaceAll("Issue 7", "Issue 900")),
		]);
		await options.click("link", "Issue 900 2020-05-03");
		await options.click("button", "Write like this issue", { within: "Issue 900" });
		const learned = { within: ["Issue 900", "2020-05-03-0900.markdown"] };
		const before = await options.textOf("region", "This draft as it is written now", learned);
		const after = await options.textOf("region", "This draft in the new style", learned);
		expect(before).toContain("title: DEVOPS WEEKLY ISSUE");
		expect(after).toContain("layout: post");
		await options.click("button", "Use this style", learned);
		const draft = await browser.openOptions();
		await draft.waitFor(
			async () => (await draft.textOf("region", "Markdown")).includes("layout: post"),
			"the draft in the hand of that issue",
		);
		const download = await browser.nextDownload(() => draft.click("button", "Export markdown"));
		expect(download.name).toMatch(/^\d{4}-\d\d-\d\d-0901\.markdown$/);
		expect(download.bytes.toString().trimEnd()).toBe(after.trimEnd());
		await draft.close();
		await options.activate();
	});
});

describe.each(browsersToTest())("In %s, an import of 500 issues", (name) => {
	let browser: Driven;
	let folder: IssueFolder;
	beforeAll(async () => {
		folder = issueFolder();
		folder.addIssues(1, 500);
		browser = await launch(name);
	});
	afterAll(async () => {
		await browser?.close();
		folder?.remove();
	});

	test("stops when it is canceled, with complete issues only, and says so", async () => {
		const options = await browser.openOptions("/archive");
		await options.chooseFiles("Import a folder", [folder.path]);
		await options.click("button", "Cancel");
		await options.waitForText("Cancelled. The issues imported until then stay");
		const { issues, mentions } = await options.evaluate(countInArchive);
		expect(issues).toBeLessThan(500);
		expect(mentions).toBe(issues * 5);
		expect(await options.has("button", "Import a folder")).toBe(true);
		await options.close();
	});

	test("that is killed and started again adds every issue exactly once", async () => {
		const first = await browser.openOptions("/archive");
		const before = (await first.evaluate(countInArchive)).issues;
		await first.chooseFiles("Import a folder", [folder.path]);
		await first.waitFor(
			async () => (await first.evaluate(countInArchive)).issues > before + 20,
			"some issues to be there",
			IMPORT_MS,
		);
		await browser.kill();
		await browser.restart();
		const second = await browser.openOptions("/archive");
		const { issues, mentions } = await second.evaluate(countInArchive);
		expect(issues).toBeGreaterThan(before + 20);
		expect(issues).toBeLessThan(500);
		expect(mentions).toBe(issues * 5);
		await importFolder(second, folder.path, "issues added");
		expect(await second.evaluate(countInArchive)).toEqual({
			issues: 500,
			mentions: 2500,
			numbers: Array.from({ length: 500 }, (_, at) => at + 1),
		});
		const said = await second.textOf("region", "Import");
		expect(said).toContain(`${500 - issues} issues added`);
		expect(said).toContain(`${issues} issues were there already`);
	});
});

describe.runIf(existsSync(CORPUS)).each(browsersToTest())("In %s, real past issues", (name) => {
	let browser: Driven;
	let options: Tab;
	beforeAll(async () => {
		browser = await launch(name);
		options = await browser.openOptions("/archive");
	});
	afterAll(() => browser?.close());

	const there = existsSync(CORPUS);
	const files = (there ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" }) : [])
		.filter((path) => /\d+\.(?:md|markdown)$/.test(path))
		.map((path) => join(CORPUS, path));

	test("are all imported, and none of them twice", async () => {
		await importFolder(options, CORPUS, `${files.length} issues added`);
		const { issues, mentions } = await options.evaluate(countInArchive);
		expect(issues).toBe(files.length);
		const addresses = files.map(
			(path) => readFileSync(path, "utf8").match(/https?:\/\/[^\s\])>]+/g)?.length ?? 0,
		);
		expect(mentions).toBeGreaterThan(issues * 10);
		expect(mentions).toBeLessThan(addresses.reduce((sum, count) => sum + count, 0));
		await importFolder(options, CORPUS, `${files.length} issues were there already`);
		expect(await options.evaluate(countInArchive)).toMatchObject({ issues, mentions });
	});
});
