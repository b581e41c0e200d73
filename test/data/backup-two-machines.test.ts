import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { removeFromArchive } from "../../src/data/archive/archive.ts";
import { mentionsOfLink } from "../../src/data/archive/mentions.ts";
import type { Backup } from "../../src/data/backup/backup-file.ts";
import { readBackup } from "../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../src/data/backup/backup-write.ts";
import { undo } from "../../src/data/db/change.ts";
import { closeDatabase, database } from "../../src/data/db/database.ts";
import { type DraftRecord, SHELF } from "../../src/data/db/records.ts";
import { addDraft, deleteDraft, openDrafts } from "../../src/data/drafts/draft-list.ts";
import { draftById, editDraft, openDraft, openDraftFinder } from "../../src/data/drafts/drafts.ts";
import { addItem, editItem, itemsOf } from "../../src/data/items/items.ts";
import { differences } from "../../src/data/restore/backup-match.ts";
import { restore } from "../../src/data/restore/backup-restore.ts";
import { addSponsor, editSponsor } from "../../src/data/sponsors/sponsors.ts";
import { archived } from "./archived.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";
import { published } from "./published.ts";

beginWithEmptyDatabase();

/** A backup of the present records, read back from the text of its file. */
async function backedUp(): Promise<Backup> {
	const result = readBackup(backupText(await dumpRecords("0.1.0")));
	if ("refused" in result) throw new Error(JSON.stringify(result.refused));
	return result.backup;
}

/** Switches to the other machine, which has the records of the backup. */
async function atAnother(backup: Backup): Promise<void> {
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
	await restore(backup, "replace", "0.1.0");
}

const clip = (note: string, into: string | null = null) =>
	addItem({ section: "news", note, links: [] }, "clip", openDraftFinder(into));

const notesIn = async (draftId: string) => (await itemsOf(draftId)).map(({ note }) => note);

/** Advances the clock, because changes in the same millisecond have no order. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 3));

const issues = async () =>
	(await (await database()).getAll("archive")).map(({ number, text }) => ({ number, text }));

describe("What was added to an issue on one machine while it was published on the other", () => {
	/** Creates a draft with one item that both machines have, and an addition by the laptop. */
	async function started() {
		const draft = await openDraft();
		await clip("Both.");
		const both = await backedUp();
		await clip("From the laptop.");
		return { draft, both, laptop: await backedUp() };
	}

	test("goes to the next draft when it is merged into the machine that published", async () => {
		const { draft, both, laptop } = await started();
		await atAnother(both);
		const next = await published(draft);
		await clip("From the desktop.");
		await restore(laptop, "merge", "0.1.0");
		expect(await notesIn(next.id)).toEqual(["From the desktop.", "From the laptop."]);
		expect(await notesIn(draft.id)).toEqual(["Both."]);
		await restore(laptop, "merge", "0.1.0");
		expect(await notesIn(next.id)).toEqual(["From the desktop.", "From the laptop."]);
	});

	test("goes to the next draft when the published issue is merged into the machine with the addition", async () => {
		const { draft, both, laptop } = await started();
		await atAnother(both);
		const next = await published(draft);
		const desktop = await backedUp();
		await atAnother(laptop);
		await restore(desktop, "merge", "0.1.0");
		expect(await openDraft()).toEqual(next);
		expect((await openDrafts()).map(({ id }) => id)).toEqual([next.id]);
		expect(await notesIn(next.id)).toEqual(["From the laptop."]);
	});

	test("goes to the shelf when no draft is open", async () => {
		const { draft, both, laptop } = await started();
		await atAnother(both);
		const next = await published(draft);
		await deleteDraft(next.id);
		await restore(laptop, "merge", "0.1.0");
		expect(await notesIn(SHELF)).toEqual(["From the laptop."]);
	});

	test("is also kept when it is another wording of an item that ran", async () => {
		const draft = await openDraft();
		const { item } = await clip("As it ran.");
		await clip("Untouched.");
		const both = await backedUp();
		const next = await published(draft);
		const desktop = await backedUp();
		await atAnother(both);
		await aMoment();
		await editItem(item.id, { note: "Much better." });
		await restore(desktop, "merge", "0.1.0");
		expect(await notesIn(next.id)).toEqual(["Much better."]);
	});

	test("goes to the next draft when both machines have published and only one of the texts can stay", async () => {
		const { draft, both, laptop } = await started();
		await atAnother(laptop);
		await published(draft);
		const laptopPublished = await backedUp();
		await atAnother(both);
		await published(draft);
		const mine = await issues();
		await restore(laptopPublished, "merge", "0.1.0");
		expect(await issues()).toEqual(mine);
		expect(await notesIn((await openDraft()).id)).toEqual(["From the laptop."]);
	});

	test("is kept for later when it is in the intro", async () => {
		const draft = await openDraft();
		const both = await backedUp();
		await editDraft(draft.id, { intro: "From the laptop." });
		const laptop = await backedUp();
		await atAnother(both);
		await published(draft);
		for (let nth = 0; nth < 2; nth += 1) await restore(laptop, "merge", "0.1.0");
		expect(await notesIn(SHELF)).toEqual(["From the laptop."]);
	});

	test("is kept for later when it is a sponsor", async () => {
		const draft = await openDraft();
		const both = await backedUp();
		const sponsor = await addSponsor(draft.id);
		await editSponsor(sponsor.id, { name: "Acme", note: "Has paid." });
		const laptop = await backedUp();
		await atAnother(both);
		await published(draft);
		await restore(laptop, "merge", "0.1.0");
		const { sponsors } = await dumpRecords("0.1.0");
		expect(sponsors).toMatchObject([{ note: "Has paid.", draftId: SHELF, number: null }]);
	});

	test("goes to the current draft when the draft was deleted instead", async () => {
		const { both, laptop } = await started();
		await atAnother(both);
		const [draft] = await openDrafts();
		const other = await addDraft();
		await deleteDraft(draft?.id ?? "");
		await restore(laptop, "merge", "0.1.0");
		expect(await notesIn(other.id)).toEqual(["From the laptop."]);
	});
});

describe("An issue whose publishing was undone", () => {
	test("loses nothing written since then when an earlier backup is merged", async () => {
		const draft = await openDraft();
		await clip("Ran.");
		await published(draft);
		const backup = await backedUp();
		await undo();
		await clip("New words.");
		await restore(backup, "merge", "0.1.0");
		expect(await notesIn((await openDraft()).id)).toContain("New words.");
	});

	test("stays open if it is known that publishing was undone later", async () => {
		const draft = await openDraft();
		await clip("Ran.");
		await published(draft);
		const backup = await backedUp();
		await undo();
		const opened = { ...draft, changed: { publishedTime: Date.now() + 1_000 } } as DraftRecord;
		await (await database()).put("drafts", opened);
		await restore(backup, "merge", "0.1.0");
		expect((await draftById(draft.id))?.publishedTime).toBe(0);
		// The issue stays in the archive, and is not replaced when the draft is published again.
		await editDraft(draft.id, { number: 2 });
		await published((await draftById(draft.id)) as DraftRecord);
		expect((await issues()).map(({ number }) => number).sort()).toEqual([1, 2]);
	});

	test("is not replaced by its earlier version when it is published again with another number", async () => {
		const draft = await openDraft();
		await clip("Words.");
		await published(await editDraft(draft.id, { number: 100 }));
		const backup = await backedUp();
		await undo();
		await published(await editDraft(draft.id, { number: 101 }));
		const mine = await issues();
		await restore(backup, "merge", "0.1.0");
		await restore(backup, "merge", "0.1.0");
		expect((await issues()).map(({ number }) => number).sort()).toEqual([100, 101]);
		expect(await issues()).toEqual(expect.arrayContaining(mine));
	});
});

describe("Two issues with the same number", () => {
	/** Creates a published issue 1 with its text, and an imported issue 1 with another text. */
	async function twoOfOneNumber(): Promise<Backup> {
		const draft = await openDraft();
		await clip("Ran.");
		await published({ ...draft, number: 1 });
		const [own] = await (await database()).getAll("archive");
		await removeFromArchive(draft.id);
		await archived(1, [["News", "Imported.", "https://imported.example/"]]);
		if (own) await (await database()).put("archive", own);
		return backedUp();
	}

	test("are both restored", async () => {
		const backup = await twoOfOneNumber();
		for (const mode of ["replace", "merge"] as const) {
			await closeDatabase();
			globalThis.indexedDB = new IDBFactory();
			await restore(backup, mode, "0.1.0");
			expect((await dumpRecords("0.1.0")).archive).toEqual(backup.archive);
		}
	});

	test("both exist after a merge with one of them, and each is counted once", async () => {
		const backup = await twoOfOneNumber();
		const [, one] = backup.archive;
		const withOne = { ...backup, archive: one ? [one] : [] };
		expect(differences(withOne, backup).archive).toEqual({
			added: 1,
			different: 0,
			onlyHere: 0,
			same: 1,
		});
		await restore(withOne, "replace", "0.1.0");
		await restore(backup, "merge", "0.1.0");
		await restore(backup, "merge", "0.1.0");
		expect((await dumpRecords("0.1.0")).archive).toEqual(backup.archive);
		expect(await mentionsOfLink("https://imported.example/")).toHaveLength(1);
	});
});
