import { afterEach, describe, expect, test, vi } from "vitest";
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { change, redo, undo } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import { SHARE_STATE } from "../../../src/data/db/outbox.ts";
import { editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import { restore } from "../../../src/data/restore/backup-restore.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();
afterEach(() => vi.restoreAllMocks());

async function share(): Promise<void> {
	await (await database()).put("sharing", { base: "commit" }, SHARE_STATE);
}

async function noted(): Promise<string[]> {
	const all = await (await database()).getAll("outbox");
	return all.map(({ kind, id }) => `${kind}/${id}`);
}

async function emptied(): Promise<void> {
	await (await database()).clear("outbox");
}

/** Runs `work`, and counts the transactions that write and the requests that read. */
async function counted(work: () => Promise<unknown>): Promise<{ writing: number; reads: number }> {
	const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
	const spies = [
		...(["get", "getKey", "getAll", "openCursor"] as const).map((name) =>
			vi.spyOn(IDBObjectStore.prototype, name),
		),
		...(["get", "getAll", "openCursor"] as const).map((name) => vi.spyOn(IDBIndex.prototype, name)),
	];
	await work();
	return {
		writing: transactions.mock.calls.filter(([, mode]) => mode === "readwrite").length,
		reads: spies.reduce((sum, { mock }) => sum + mock.calls.length, 0),
	};
}

describe("The outbox", () => {
	test("stays empty as long as drafts are not shared", async () => {
		const { id } = await openDraft();
		await editDraft(id, { intro: "Words." });
		await undo();
		expect(await noted()).toEqual([]);
	});

	test("contains each record that a change, Undo or Redo has written", async () => {
		const { id } = await openDraft();
		await share();
		await editDraft(id, { intro: "Words." });
		expect(await noted()).toEqual([`drafts/${id}`]);
		await emptied();
		await undo();
		expect(await noted()).toEqual([`drafts/${id}`]);
		await emptied();
		await redo();
		expect(await noted()).toEqual([`drafts/${id}`]);
	});

	test("contains a new mark after each change, so that no change is mistaken for one that was sent", async () => {
		const { id } = await openDraft();
		await share();
		await editDraft(id, { intro: "One." });
		const [first] = await (await database()).getAll("outbox");
		await editDraft(id, { intro: "Two." });
		const [second] = await (await database()).getAll("outbox");
		expect(second?.mark).not.toBe(first?.mark);
	});

	test("contains nothing of a change that failed", async () => {
		const { id } = await openDraft();
		await share();
		const failing = change("editDraft", null, async (edit) => {
			const draft = await edit.stores.objectStore("drafts").get(id);
			if (draft) await edit.put("drafts", { ...draft, intro: "Lost." });
			throw new Error("no");
		});
		await expect(failing).rejects.toThrow("no");
		expect(await noted()).toEqual([]);
	});

	test("contains the house style but no other settings", async () => {
		await openDraft();
		await share();
		await change("unrecorded", null, (edit) =>
			edit.putForGood("settings", { key: "lastSection", value: "tools" }),
		);
		expect(await noted()).toEqual([]);
	});

	test("costs a keystroke no further transaction, and only one read", async () => {
		const { id } = await openDraft();
		await editDraft(id, { intro: "W" });
		const spent = await counted(() => editDraft(id, { intro: "Wo" }));
		expect(spent.writing).toBe(1);
		// The draft, its state for Undo, whether it is closed, the last step of Undo; and the outbox.
		expect(spent.reads).toBe(5);
	});

	test("records after a restore that everything must be merged again", async () => {
		const { id } = await openDraft();
		await editDraft(id, { intro: "Kept." });
		const read = readBackup(backupText(await dumpRecords("test")));
		if ("refused" in read) throw new Error("The backup is refused.");
		await share();
		await restore(read.backup, "merge", "test");
		expect(await (await database()).get("sharing", SHARE_STATE)).toEqual({ base: null });
	});
});
