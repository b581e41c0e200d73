/** Faults of the storage in a real browser, and what the editor is told. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { type BrowserName, browsersToTest, type View } from "./browsers/browser.ts";
import { until } from "./browsers/wait.ts";
import { extensionCopy } from "./extension-copy.ts";
import { fillDisk, makeRoom } from "./full-disk.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

/** Runs in a page: deletes the database, as clearing the browser's data does. */
function deleteDatabase(): Promise<void> {
	return new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase("galley");
		deleting.onsuccess = () => resolve();
		deleting.onerror = () => reject(deleting.error);
	});
}

/** Runs in a page: brings the database to a version that this Galley does not know. */
function makeNewer(): Promise<number> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("galley", 1_000);
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const { version } = opening.result;
			opening.result.close();
			resolve(version);
		};
	});
}

/** Runs in a page: creates an older database, and keeps it open until `letGo`. */
function holdOlder(): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("galley", 1);
		opening.onupgradeneeded = () => {
			const opened = opening.result;
			opened.createObjectStore("drafts", { keyPath: "id" });
			const items = opened.createObjectStore("items", { keyPath: "id" });
			items.createIndex("draft", "draftId");
			items.createIndex("key", "keys", { multiEntry: true });
			const archive = opened.createObjectStore("archive", { keyPath: "id" });
			archive.createIndex("number", "number");
			opened.createObjectStore("settings", { keyPath: "key" });
			opened.createObjectStore("typed", { keyPath: "key" });
			opened.createObjectStore("history", { keyPath: "id", autoIncrement: true });
		};
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			addEventListener("let-go", () => opening.result.close());
			resolve();
		};
	});
}

function letGo(): void {
	dispatchEvent(new Event("let-go"));
}

const isDiscard = (name: string) => name === "Discard";

/** A file of the package without code, so that only the code of the test runs in it. */
const QUIET = "/icons/16.png";

describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	test("a full disk is reported, the text stays, and the next attempt saves it", async () => {
		const options = await session.openDraft();
		await options.evaluate(fillDisk);
		await options.fill("Intro", "Words that must stay");
		await options.waitForText("because the disk is full");
		expect(await options.value("Intro")).toBe("Words that must stay");
		expect(await violations(options)).toEqual([]);
		await options.evaluate(makeRoom);
		await options.click("button", "Try again");
		await options.waitForText("Saved");
		const again = await session.openDraft();
		expect(await again.value("Intro")).toBe("Words that must stay");
		await again.close();
		await options.close();
	});

	test("a clipboard that refuses is reported, and the text is selected to be copied by hand", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "To be copied", links: ["https://a.example/"] });
		await options.evaluate(() => {
			navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
		});
		await options.click("button", "Copy markdown");
		await options.waitForText("did not let Galley use the clipboard");
		await options.waitFor(
			() => options.evaluate(() => String(getSelection()).includes("To be copied")),
			"the markdown to be selected",
		);
		await options.evaluate(() => Reflect.deleteProperty(navigator.clipboard, "writeText"));
		await options.click("button", "Copy markdown");
		await options.waitForText("The markdown is on the clipboard.");
		await options.click("button", "Delete", { within: "News", item: 0 });
		await options.close();
	});

	test("a deleted database is not replaced while text is on the screen", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "On the screen", links: ["https://a.example/"] });
		await options.fill("Intro", "Typed before it was gone");
		await options.evaluate(deleteDatabase);
		await options.waitForText("data was deleted while this page was open");
		await options.fill("Footer", "And after");
		expect(await options.value("Intro")).toBe("Typed before it was gone");
		expect(await options.value("Footer")).toBe("And after");
		expect(await options.text()).toContain("On the screen");
		const names = await options.evaluate(async () =>
			(await indexedDB.databases()).map((database) => database.name),
		);
		expect(names).not.toContain("galley");
		await options.click("button", "Reload");
		await options.waitFor(
			async () => !(await options.text()).includes("data was deleted"),
			"the page to be loaded again",
		);
		await expectItems(options, "News", []);
		// The typed text has no place in an empty database, and can still be copied.
		const words = { within: "Text that is not saved" };
		expect(await options.value("Intro", words)).toBe("Typed before it was gone");
		expect(await options.value("Footer", words)).toBe("And after");
		for (const left of [1, 0]) {
			await options.click("button", "Discard", words);
			await options.waitFor(
				async () => (await options.names("button", words)).filter(isDiscard).length === left,
				"the words to be thrown away",
			);
		}
		expect(await options.has("region", words.within)).toBe(false);
		await options.close();
	});

	test("a newer database is not changed, and both pages say so", async () => {
		const options = await session.openDraft();
		const quiet = await session.browser.openTab(session.browser.origin + QUIET);
		// The open page closes the database by itself: otherwise this would wait forever.
		expect(await quiet.evaluate(makeNewer)).toBe(1_000);
		await options.activate();
		await options.fill("Intro", "For an older Galley");
		await options.waitForText("this page is still the older version");
		expect(await options.value("Intro")).toBe("For an older Galley");
		const fresh = await session.browser.openOptions();
		await fresh.waitForText("written by a newer version of Galley");
		const popup = await session.browser.openPopup(await session.openPage("article.html"));
		await popup.waitForText("Galley was updated, but this popup is still the older version");
		await popup.close();
		await fresh.close();
		await options.close();
		await quiet.evaluate(deleteDatabase);
		await quiet.close();
	});

	test("an upgrade that waits for another page says so, and continues automatically", async () => {
		const quiet = await session.browser.openTab(session.browser.origin + QUIET);
		await session.browser.stopWorker();
		await quiet.evaluate(deleteDatabase);
		await quiet.evaluate(holdOlder);
		const options = await session.browser.openOptions();
		await options.waitForText("waits for another of its tabs");
		await quiet.evaluate(letGo);
		await options.waitFor(() => options.has("button", "Publish"), "the draft");
		expect(await options.text()).not.toContain("waits for another of its tabs");
		await quiet.close();
	});
});

/** A copy of Galley that has the permission from the start, so that no browser dialog is needed. */
function copyWithDownloads(name: BrowserName) {
	const copy = extensionCopy(name);
	const file = join(copy.path, "manifest.json");
	const manifest = JSON.parse(readFileSync(file, "utf8"));
	manifest.permissions.push("downloads");
	writeFileSync(file, JSON.stringify(manifest));
	return copy;
}

function filesIn(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder).filter((name) => /\.json$/.test(name)) : [];
}

describe.each(browsersToTest())("In %s, the weekly backup", (name) => {
	const copy = copyWithDownloads(name);
	const session = inBrowser(name, () => ({ extension: copy.path }));
	afterAll(copy.remove);

	/** Runs in a page: makes the stored times of backups older. */
	const age = (view: View, days: number) =>
		view.evaluate(async (by) => {
			const { storage } = (
				globalThis as unknown as { chrome: typeof import("webextension-polyfill") }
			).chrome;
			const { backups } = (await storage.local.get("backups")) as {
				backups: { weeklyAt: number; madeAt: number; since: number };
			};
			const ms = by * 24 * 60 * 60 * 1000;
			backups.weeklyAt -= backups.weeklyAt && ms;
			backups.madeAt -= backups.madeAt && ms;
			backups.since -= ms;
			await storage.local.set({ backups });
		}, days);

	test("is written immediately when it is switched on, and by the worker a week later", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "Worth keeping", links: ["https://a.example/"] });
		const settings = await session.browser.openOptions("/settings");
		await settings.click("checkbox", "Make a backup every week");
		await settings.waitForText("The last one was made on", 15_000);
		expect(await settings.isChecked("Make a backup every week", undefined, "checkbox")).toBe(true);
		const folder = join(session.browser.downloads, "Galley");
		expect(filesIn(folder)).toHaveLength(1);
		expect(readFileSync(join(folder, filesIn(folder)[0] ?? ""), "utf8")).toContain("Worth keeping");

		await age(settings, 8);
		await settings.close();
		await options.close();
		await session.browser.stopWorker();
		// The backup is checked whenever the worker starts, for example for a clip.
		await session.clipByMenu(await session.openPage("article.html"), "News");
		await until(async () => filesIn(folder).length === 2, "the second backup", 15_000);
	});

	test("is announced by a reminder on the page when it is overdue, which can be postponed", async () => {
		const settings = await session.browser.openOptions("/settings");
		await settings.click("checkbox", "Make a backup every week");
		await settings.waitFor(
			async () => !(await settings.isChecked("Make a backup every week", undefined, "checkbox")),
			"it to be off",
		);
		await age(settings, 15);
		const options = await session.openDraft();
		await options.waitForText("You have not made a backup for two weeks");
		expect(await violations(options)).toEqual([]);
		await options.click("button", "Not now");
		await options.waitFor(
			async () => !(await options.text()).includes("You have not made a backup"),
			"the reminder to go",
		);
		const later = await session.openDraft();
		expect(await later.text()).not.toContain("You have not made a backup");
	});
});
