import { beforeEach, describe, expect, test, vi } from "vitest";
import { backupNotes, isReminderDue, rememberBackup } from "../../src/backup/notes.ts";
import { backUpWeekly } from "../../src/backup/weekly.ts";
import { readBackup } from "../../src/data/backup/backup-read.ts";
import { database } from "../../src/data/db/database.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem } from "../../src/data/items/items.ts";
import { weeklyFailure } from "../../src/options/settings/backup-sentences.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { downloads, fakeDownloads } from "./fake-downloads.ts";

vi.mock("webextension-polyfill", async () => (await import("./fake-downloads.ts")).mock());

const DAY = 24 * 60 * 60 * 1000;

beginWithEmptyDatabase();
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 22, 9) });
	fakeDownloads();
	await openDraft();
	await addItem({ section: "news", note: "Worth keeping.", links: [] });
	await rememberBackup({ weekly: true });
});

const pass = (days: number) => vi.setSystemTime(Date.now() + days * DAY);

/** Gives the item a field that no version of Galley knows. */
async function putUnreadable(): Promise<void> {
	const items = (await database()).transaction("items", "readwrite").store;
	const [item] = await items.getAll();
	await items.put({ ...item, colour: "red" } as never);
}

describe("The weekly backup", () => {
	test("is a complete backup in its own folder, and is not made again within a week", async () => {
		await backUpWeekly();
		await backUpWeekly();
		pass(6);
		await backUpWeekly();
		expect(downloads.files()).toEqual(["Galley/galley-backup-2026-11-22.json"]);
		const result = readBackup(downloads.textOf("Galley/galley-backup-2026-11-22.json"));
		expect("backup" in result && result.backup.items[0]?.note).toBe("Worth keeping.");
		pass(1);
		await backUpWeekly();
		expect(downloads.files()).toHaveLength(2);
	});

	test("is not made before the editor has agreed, nor of an empty database", async () => {
		await rememberBackup({ weekly: false });
		await backUpWeekly();
		expect(downloads.files()).toEqual([]);
	});

	test("is made once by several simultaneous attempts", async () => {
		await Promise.all([backUpWeekly(), backUpWeekly(), backUpWeekly()]);
		expect(downloads.files()).toHaveLength(1);
	});

	test("keeps the last eight files, and only deletes its own", async () => {
		const theirs = downloads.add("Galley/galley-backup-by-hand.json", "x");
		for (let week = 0; week < 10; week += 1) {
			await backUpWeekly();
			pass(7);
		}
		const own = downloads.files().filter((name) => name !== theirs);
		expect(own).toHaveLength(8);
		expect(own).not.toContain("Galley/galley-backup-2026-11-22.json");
		expect(downloads.files()).toContain(theirs);
	});

	test("deletes nothing when the browser's ids start from the beginning again", async () => {
		for (let week = 0; week < 8; week += 1) {
			await backUpWeekly();
			pass(7);
		}
		downloads.forget();
		for (let id = 0; id < 8; id += 1) downloads.add(`photo-${id}.jpg`, "x");
		await backUpWeekly();
		expect(downloads.files().filter((name) => name.startsWith("photo"))).toHaveLength(8);
	});

	test("that was interrupted with the worker is completed, and not made twice", async () => {
		downloads.stopAfterStart = true;
		await expect(backUpWeekly()).rejects.toThrow("stopped");
		expect((await backupNotes()).weeklyAt).toBe(0);
		downloads.stopAfterStart = false;
		await backUpWeekly();
		expect(downloads.files()).toHaveLength(1);
		expect((await backupNotes()).weeklyAt).toBeGreaterThan(0);
	});

	test("that was interrupted and is incomplete counts as failed", async () => {
		downloads.stopAfterStart = true;
		downloads.cutShort = true;
		await expect(backUpWeekly()).rejects.toThrow("stopped");
		downloads.stopAfterStart = false;
		await backUpWeekly();
		expect(await backupNotes()).toMatchObject({
			weeklyAt: 0,
			failure: { reason: "FILE_INCOMPLETE" },
		});
	});

	test("that takes very long is checked each time the worker starts, and not made again", async () => {
		downloads.slow = true;
		// Each call returns a later time, so that the test does not have to wait a minute.
		const now = vi.spyOn(Date, "now");
		let clock = new Date(2026, 10, 22, 9).getTime();
		now.mockImplementation(() => {
			clock += 30_000;
			return clock;
		});
		for (let waking = 0; waking < 3; waking += 1) await backUpWeekly();
		expect(downloads.begun()).toBe(1);
		downloads.finish();
		await backUpWeekly();
		now.mockRestore();
		expect(downloads.begun()).toBe(1);
		expect(await backupNotes()).toMatchObject({ underWay: null, files: [{ id: 1 }] });
	});

	test("that fails is noted with the reason, and the note is removed when a later attempt succeeds", async () => {
		downloads.failWith = "FILE_NO_SPACE";
		await backUpWeekly();
		expect((await backupNotes()).failure?.reason).toBe("FILE_NO_SPACE");
		downloads.failWith = "";
		await backUpWeekly();
		expect(downloads.files()).toEqual([]);
		pass(1);
		await backUpWeekly();
		expect(await backupNotes()).toMatchObject({ failure: null });
		expect(downloads.files()).toHaveLength(1);
	});

	test("that the browser cut short counts as failed", async () => {
		downloads.cutShort = true;
		await backUpWeekly();
		expect((await backupNotes()).failure?.reason).toBe("FILE_INCOMPLETE");
		expect((await backupNotes()).weeklyAt).toBe(0);
	});

	test("that Galley could not read back is kept and reported, and no good backup is deleted for it", async () => {
		for (let week = 0; week < 8; week += 1) {
			await backUpWeekly();
			pass(7);
		}
		const good = downloads.files();
		const { weeklyAt } = await backupNotes();
		await putUnreadable();
		await backUpWeekly();
		const { failure } = await backupNotes();
		expect(failure).toMatchObject({ reason: "unreadable", place: "items[0].colour" });
		expect(failure && weeklyFailure(failure)).toEqual({
			key: "backupWeeklyFailedUnreadable",
			values: ["items[0].colour"],
		});
		expect((await backupNotes()).weeklyAt).toBe(weeklyAt);
		expect(downloads.files()).toEqual([...good, "Galley/galley-backup-2027-01-17.json"]);
	});

	test("that Galley could not read back is made again after a week, not every hour", async () => {
		await putUnreadable();
		await backUpWeekly();
		pass(1);
		await backUpWeekly();
		expect(downloads.files()).toHaveLength(1);
		pass(6);
		await backUpWeekly();
		expect(downloads.files()).toHaveLength(2);
	});

	test("is switched off when the permission was removed, and reports it", async () => {
		downloads.allowed = false;
		await backUpWeekly();
		expect(await backupNotes()).toMatchObject({ weekly: false, failure: { reason: "permission" } });
		expect(downloads.files()).toEqual([]);
	});

	test("is made even if the clock was set back", async () => {
		await backUpWeekly();
		pass(-365);
		await backUpWeekly();
		expect(downloads.files()).toHaveLength(2);
	});
});

describe("A reminder", () => {
	test("appears when there was no backup for two weeks, by hand or automatically", async () => {
		const { since } = await backupNotes();
		const notes = await rememberBackup({ since });
		expect(isReminderDue(notes, since + 13 * DAY)).toBe(false);
		expect(isReminderDue(notes, since + 15 * DAY)).toBe(true);
		const madeAt = since + 10 * DAY;
		expect(isReminderDue({ ...notes, madeAt }, since + 15 * DAY)).toBe(false);
		expect(isReminderDue({ ...notes, weeklyAt: madeAt }, since + 15 * DAY)).toBe(false);
		const putOffUntil = since + 20 * DAY;
		expect(isReminderDue({ ...notes, putOffUntil }, since + 15 * DAY)).toBe(false);
		expect(isReminderDue({ ...notes, putOffUntil }, since + 21 * DAY)).toBe(true);
	});
});
