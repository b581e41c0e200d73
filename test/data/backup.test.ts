import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test, vi } from "vitest";
import { mentionsOfLink } from "../../src/data/archive/mentions.ts";
import {
	BACKUP_FORMAT,
	BACKUP_STORES,
	type Backup,
	type BackupRecords,
	backupFileName,
	byStore,
} from "../../src/data/backup/backup-file.ts";
import { readBackup } from "../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../src/data/backup/backup-write.ts";
import { undoable } from "../../src/data/db/change.ts";
import { closeDatabase, database, SCHEMA_VERSION } from "../../src/data/db/database.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem, itemsOf } from "../../src/data/items/items.ts";
import { before as keptBefore } from "../../src/data/restore/backup-before.ts";
import { restore, undoRestore } from "../../src/data/restore/backup-restore.ts";
import fc, { numRuns } from "../property-tests.ts";
import { archived } from "./archived.ts";
import { anyRecords } from "./backup-arbitrary.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";

beginWithEmptyDatabase();

async function anotherBrowser(): Promise<void> {
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
}

async function fill(records: BackupRecords): Promise<void> {
	const transaction = (await database()).transaction(BACKUP_STORES, "readwrite");
	for (const store of BACKUP_STORES) {
		for (const record of records[store]) transaction.objectStore(store).put(record as never);
	}
	await transaction.done;
}

/** The records of a backup, each kind in the order of its keys. */
const records = (backup: Backup): BackupRecords => byStore((store) => backup[store]) as never;

/** The backup that a text contains. */
function backupIn(text: string): Backup {
	const result = readBackup(text);
	if ("refused" in result) throw new Error(JSON.stringify(result.refused));
	return result.backup;
}

test("restoring any backup into an empty browser gives exactly the records of the backup", async () => {
	await fc.assert(
		fc.asyncProperty(anyRecords, fc.constantFrom("replace", "merge"), async (any, mode) => {
			await anotherBrowser();
			await fill(any);
			const made = await dumpRecords("0.1.0");
			const text = backupText(made);
			await anotherBrowser();
			await restore(backupIn(text), mode as "replace" | "merge", "0.1.0");
			const again = await dumpRecords("0.1.0");
			if (mode === "replace") expect(records(again)).toEqual(records(made));
			else expect({ ...records(again), items: [] }).toEqual({ ...records(made), items: [] });
			// If two items had the same place, one of them has been moved.
			const stripped = ({ items }: Backup) => items.map(({ place: _, ...rest }) => rest);
			expect(stripped(again)).toEqual(stripped(made));
		}),
		{ numRuns: numRuns(60) },
	);
});

test("restoring a backup a second time, or merging it with itself, changes nothing", async () => {
	await fc.assert(
		fc.asyncProperty(anyRecords, async (any) => {
			await anotherBrowser();
			await fill(any);
			const once = await dumpRecords("0.1.0");
			await restore(once, "merge", "0.1.0");
			const merged = await dumpRecords("0.1.0");
			await restore(once, "merge", "0.1.0");
			const twice = await dumpRecords("0.1.0");
			expect(records(twice)).toEqual(records(merged));
			const stripped = ({ items }: Backup) => items.map(({ place: _, ...rest }) => rest);
			expect(stripped(merged)).toEqual(stripped(once));
		}),
		{ numRuns: numRuns(25) },
	);
});

test("a restore computes the mentions again and clears the history", async () => {
	await archived(7, [["News", "A note.", "https://www.example.com/a/"]]);
	const backup = await dumpRecords("0.1.0");
	await anotherBrowser();
	const draft = await openDraft();
	await addItem({ section: "news", note: "x", links: [] });
	expect((await undoable()).undo).not.toBeNull();
	await archived(9, [["News", "Goes.", "https://other.example/"]]);
	await restore(backup, "replace", "0.1.0");
	expect(await mentionsOfLink("http://example.com/a")).toMatchObject([{ number: 7 }]);
	expect(await mentionsOfLink("https://other.example/")).toEqual([]);
	expect(await undoable()).toEqual({ undo: null, redo: null });
	expect(await itemsOf(draft.id)).toEqual([]);
});

/** A backup without records, such as a wrong file. */
async function nothing(): Promise<Backup> {
	const none = byStore(() => []);
	return { ...(await dumpRecords("0.1.0")), ...none, counts: byStore(() => 0) } as never;
}

/** Makes writes to one store fail as on a full disk, until the returned function is called. */
function withoutRoomFor(name: string): () => void {
	const put = IDBObjectStore.prototype.put;
	const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
		this: IDBObjectStore,
		...record
	) {
		if (this.name === name) throw new DOMException("No room.", "QuotaExceededError");
		return put.apply(this, record);
	});
	return () => spy.mockRestore();
}

describe("The state before a restore", () => {
	test("is saved, and is restored by undoing the restore", async () => {
		const { id } = await openDraft();
		await addItem({ section: "news", note: "Mine.", links: [] });
		const mine = await dumpRecords("0.1.0");
		expect(await keptBefore()).toBeNull();
		await restore(await nothing(), "replace", "0.1.0");
		expect((await dumpRecords("0.1.0")).items).toEqual([]);
		expect((await keptBefore())?.text).toContain("Mine.");
		await undoRestore();
		expect(records(await dumpRecords("0.1.0"))).toEqual(records(mine));
		expect(await itemsOf(id)).toMatchObject([{ note: "Mine." }]);
		expect(await keptBefore()).toBeNull();
		await expect(undoRestore()).rejects.toThrow("Nothing is kept");
	});

	test("remains saved when undoing the restore fails, and can be restored by the next attempt", async () => {
		await openDraft();
		await addItem({ section: "news", note: "Mine.", links: [] });
		const mine = await dumpRecords("0.1.0");
		await restore(await nothing(), "replace", "0.1.0");
		const makeRoom = withoutRoomFor("items");
		await expect(undoRestore()).rejects.toThrow("No room.");
		makeRoom();
		expect((await keptBefore())?.text).toContain("Mine.");
		await undoRestore();
		expect(records(await dumpRecords("0.1.0"))).toEqual(records(mine));
	});

	test("remains saved when another restore fails, which saves nothing itself", async () => {
		await openDraft();
		await addItem({ section: "news", note: "Mine.", links: [] });
		const mine = await dumpRecords("0.1.0");
		await restore(await nothing(), "replace", "0.1.0");
		const kept = await keptBefore();
		const makeRoom = withoutRoomFor("items");
		await expect(restore(mine, "replace", "0.1.0")).rejects.toThrow("No room.");
		makeRoom();
		expect(await keptBefore()).toEqual(kept);
	});

	test("can be restored step by step after several restores", async () => {
		await openDraft();
		await addItem({ section: "news", note: "First.", links: [] });
		const first = await dumpRecords("0.1.0");
		await restore(await nothing(), "replace", "0.1.0");
		await openDraft();
		const second = await dumpRecords("0.1.0");
		await restore(first, "merge", "0.1.0");
		await undoRestore();
		expect(records(await dumpRecords("0.1.0"))).toEqual(records(second));
		await undoRestore();
		expect(records(await dumpRecords("0.1.0"))).toEqual(records(first));
	});

	test("is deleted when there are too many saved states", async () => {
		await openDraft();
		for (let nth = 0; nth < 5; nth += 1) await restore(await nothing(), "replace", "0.1.0");
		for (let nth = 0; nth < 3; nth += 1) await undoRestore();
		await expect(undoRestore()).rejects.toThrow("Nothing is kept");
		await restore(await nothing(), "replace", "0.1.0");
		vi.useFakeTimers({ now: Date.now() + 31 * 24 * 60 * 60 * 1000, toFake: ["Date"] });
		expect(await keptBefore()).toBeNull();
		vi.useRealTimers();
	});

	test("is restored exactly, even if it would not be valid as a file", async () => {
		const draft = await openDraft();
		const unheardOf = { ...draft, issueDate: "+010000-01-01" };
		await (await database()).put("drafts", unheardOf);
		await restore(await nothing(), "replace", "0.1.0");
		await undoRestore();
		expect((await dumpRecords("0.1.0")).drafts).toEqual([unheardOf]);
	});
});

test("a restore that fails halfway changes nothing", async () => {
	await openDraft();
	await addItem({ section: "news", note: "Mine.", links: [] });
	const mine = await dumpRecords("0.1.0");
	const unwritable = { ...mine, items: [...mine.items, { id: undefined } as never] };
	await expect(restore(unwritable, "replace", "0.1.0")).rejects.toThrow();
	expect(records(await dumpRecords("0.1.0"))).toEqual(records(mine));
});

test("an archive of 10,000 items can be restored in one transaction", async () => {
	const ran = (issue: number) =>
		Array.from({ length: 50 }, (_, at): [string, string, string] => [
			"News",
			`Note ${at}.`,
			`https://example.com/${issue}/${at}`,
		]);
	for (let number = 1; number <= 200; number += 1) await archived(number, ran(number));
	const made = await dumpRecords("0.1.0");
	const text = backupText(made);
	await anotherBrowser();
	await restore(backupIn(text), "replace", "0.1.0");
	expect(records(await dumpRecords("0.1.0"))).toEqual(records(made));
	expect(await (await database()).count("mentions")).toBe(10_000);
}, 60_000);

test("its file says what it is, and is named for the day", async () => {
	const backup = await dumpRecords("0.1.0");
	expect(backup).toMatchObject({ galleyBackup: BACKUP_FORMAT, schema: SCHEMA_VERSION });
	expect(backupText(backup)).toMatch(/^\{\n"galleyBackup": 3,\n"madeAt": "/);
	expect(backupFileName(new Date(2026, 10, 2, 0, 30).getTime())).toBe(
		"galley-backup-2026-11-02.json",
	);
});

test("a change of the schema also changes the format, or is listed as one that does not", () => {
	/** The format of the records of each schema. */
	const formats: Record<number, number> = { 3: 1, 4: 2, 5: 3, 6: 3 };
	expect(formats[SCHEMA_VERSION]).toBe(BACKUP_FORMAT);
});
