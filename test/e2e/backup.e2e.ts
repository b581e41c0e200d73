import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BACKUP_FORMAT, type Backup } from "../../src/data/backup/backup-file.ts";
import { UPGRADES } from "../../src/data/db/upgrades/upgrades.ts";
import { violations } from "./axe.ts";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

const RECORDS = ["drafts", "items", "sponsors", "archive", "settings", "typed", "derived"] as const;

/** The records of a backup by kind and key, without the time it was made. */
function recordsOf(bytes: Buffer | string) {
	const backup = JSON.parse(String(bytes)) as Backup;
	return Object.fromEntries(
		RECORDS.map((kind) => [
			kind,
			Object.fromEntries(
				backup[kind].map((record) => ["id" in record ? record.id : record.key, record]),
			),
		]),
	);
}

/** Runs in the page: the content of a store, read without Galley's code. */
function countIn(store: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("galley");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const count = opening.result.transaction(store).objectStore(store).count();
			count.onsuccess = () => {
				opening.result.close();
				resolve(count.result);
			};
		};
	});
}

describe.each(browsersToTest())("In %s, a backup", (name) => {
	const mine = inBrowser(name);
	const another = inBrowser(name);
	let folder: string;
	let settings: Tab;
	let made: Buffer;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "galley-backup-"));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** Writes a file that can be chosen, and returns its path. */
	const fileOf = (fileName: string, content: string | Buffer) => {
		const path = join(folder, fileName);
		writeFileSync(path, content);
		return path;
	};

	test("is one file with everything, has the day in its name, and contains the time it was made", async () => {
		const options = await mine.openDraft();
		await addItem(options, "News", { note: "Ran in an issue.", links: ["https://ran.example/"] });
		await mine.browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitForText("is published");
		await addItem(options, "News", { note: "“Quoted” – שלום 😀", links: ["https://a.example/ö"] });
		await addItem(options, "Tools", { note: "", links: ["mailto:desk@example.com"] });
		await addItem(options, "News", { note: "Deleted.", links: ["https://gone.example/"] });
		await options.click("button", "Delete", { within: "News", item: "Deleted." });
		await options.waitForText("Saved");

		settings = await mine.browser.openOptions("/settings");
		await settings.waitForText("No backup has been made in this browser yet.");
		const file = await mine.browser.nextDownload(() => settings.click("button", "Make a backup"));
		expect(file.name).toMatch(/^galley-backup-\d{4}-\d\d-\d\d\.json$/);
		await settings.waitForText("Backup downloaded");
		await settings.waitForText("The last backup was made on");
		made = file.bytes;
		const backup = JSON.parse(String(made)) as Backup;
		expect(backup).toMatchObject({ galleyBackup: BACKUP_FORMAT, schema: UPGRADES.length });
		expect(backup.items.map(({ note }) => note).sort()).toEqual(
			["", "Deleted.", "Ran in an issue.", "“Quoted” – שלום 😀"].sort(),
		);
		expect(backup.archive[0]?.text).toContain("Ran in an issue.");
	});

	test("restored into an empty browser gives the same, record by record", async () => {
		const path = fileOf("galley-backup-mine.json", made);
		const page = await another.browser.openOptions("/settings");
		await page.chooseFiles("Restore a backup", [path]);
		await page.waitForText("What restoring galley-backup-mine.json would change");
		expect(await page.text(".chosen table")).toMatch(/Items\s+4\s+0\s+0\s+0/);
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(countIn, "items")).toBe(0);
		await page.click("button", "Replace everything");
		await page.waitForText("Everything is now as it was in the backup.");

		const again = await another.browser.nextDownload(() => page.click("button", "Make a backup"));
		expect(recordsOf(again.bytes)).toEqual(recordsOf(made));
		expect(await page.evaluate(countIn, "mentions")).toBe(1);

		const options = await another.openDraft();
		await expectItems(options, "News", ["“Quoted” – שלום 😀"]);
		await expectItems(options, "Tools", ["mailto:desk@example.com".replace("mailto:", "")]);
	});

	test("can be undone after a restore, and merged without losing anything", async () => {
		const page = await another.browser.openOptions("/settings");
		await page.click("button", "Undo the restore");
		await page.waitForText("Everything is as it was before the restore.");
		expect(await page.evaluate(countIn, "items")).toBe(0);

		const options = await another.openDraft();
		await addItem(options, "News", { note: "Only here.", links: ["https://here.example/"] });
		await page.activate();
		await page.chooseFiles("Restore a backup", [fileOf("again.json", made)]);
		await page.waitForText("What restoring again.json would change");
		expect(await page.text(".chosen table")).toMatch(/Items\s+4\s+0\s+1\s+0/);
		await page.click("button", "Merge");
		await page.waitForText("merged with what was here");
		expect(await page.evaluate(countIn, "items")).toBe(5);
		expect(await page.evaluate(countIn, "archive")).toBe(1);
		await expectItems(await another.openDraft(), "News", ["Only here."]);
	});

	test.each([
		["not a backup", "# Notes\n", "the file is not a backup made by Galley"],
		["of another program", '{"version":1}', "the file is JSON, but not a backup made by Galley"],
		["of a newer Galley", '{"galleyBackup":99}', "the backup has format 99"],
	])("is refused with a sentence when it is %s", async (what, content, sentence) => {
		const path = fileOf(`${what.replaceAll(" ", "-")}.json`, content);
		await settings.chooseFiles("Restore a backup", [path]);
		await settings.waitForText(sentence);
		expect(await settings.has("button", "Replace everything")).toBe(false);
	});

	test("is refused with the field and its place, and nothing of it runs", async () => {
		const before = await settings.evaluate(countIn, "items");
		const hostile = String(made).replace("https://a.example/ö", "javascript:document.title='x'");
		await settings.chooseFiles("Restore a backup", [fileOf("hostile.json", hostile)]);
		await settings.waitForText(".links[0].url is not an address");
		expect(await settings.text()).toMatch(/items\[\d\]\.links\[0\]\.url/);
		const cut = made.subarray(0, Math.floor(made.length / 2));
		await settings.chooseFiles("Restore a backup", [fileOf("cut.json", cut)]);
		await settings.waitForText("it is damaged or its end is missing");
		expect(await settings.evaluate(countIn, "items")).toBe(before);
		expect(await violations(settings)).toEqual([]);
	});

	test("contains the storage that the settings describe", async () => {
		const storage = await settings.textOf("region", "Storage");
		expect(storage).toContain("Persistent: the browser keeps it");
		expect(storage).toMatch(/used on this computer/);
		expect(storage).toMatch(/Items\s*4/);
		expect(await settings.textOf("region", "Permissions")).toContain("not given");
	});
});
