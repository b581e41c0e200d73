import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { linkKey } from "../../../src/core/links/canonical.ts";
import type { BackupRecords } from "../../../src/data/backup/backup-file.ts";
import { dumpRecords } from "../../../src/data/backup/backup-write.ts";
import type { ItemRecord, SponsorRecord } from "../../../src/data/db/records.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { differences } from "../../../src/data/restore/backup-match.ts";
import { isUnused, mergeBackup } from "../../../src/data/restore/backup-merge.ts";
import { emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const NOTHING: BackupRecords = {
	drafts: [],
	items: [],
	sponsors: [],
	archive: [],
	settings: [],
	typed: [],
	derived: [],
};

const item = (id: string, fields: Partial<ItemRecord> = {}): ItemRecord => ({
	id,
	draftId: "d",
	title: "",
	note: "",
	slots: {},
	asWritten: "",
	links: [],
	section: "news",
	place: "a0",
	keys: [],
	createdAt: 1,
	deletedAt: null,
	changed: {},
	...fields,
});

/** Stamps every part of an item that changes, including those that are not edited separately. */
const stamps = (changed: Record<string, number>) => changed as ItemRecord["changed"];

const items = (...list: ItemRecord[]): BackupRecords => ({ ...NOTHING, items: list });

describe("Merging", () => {
	test("uses the version of each part of an item that was changed later", () => {
		const mine = item("i", { note: "mine", section: "news", changed: { note: 5, section: 1 } });
		const theirs = item("i", {
			note: "theirs",
			section: "tools",
			changed: { note: 4, section: 2 },
		});
		expect(mergeBackup(items(mine), items(theirs)).items).toEqual([
			{ ...mine, section: "tools", changed: { note: 5, section: 2 } },
		]);
	});

	test("keeps the present version of a part when the times do not tell which is later", () => {
		const mine = item("i", { note: "mine" });
		expect(mergeBackup(items(mine), items(item("i", { note: "theirs" }))).items).toEqual([]);
	});

	test("moves an item to the draft it was moved to later, and computes its keys from its links", () => {
		const theirs = item("i", {
			draftId: "shelf",
			keys: [linkKey("https://k.example/")],
			links: [{ url: "https://k.example/", title: "" }],
			changed: stamps({ draftId: 3, place: 3, links: 3, keys: 3 }),
		});
		expect(mergeBackup(items(item("i")), items(theirs)).items).toMatchObject([
			{
				draftId: "shelf",
				keys: [linkKey("https://k.example/")],
				links: [{ url: "https://k.example/" }],
			},
		]);
	});

	test("gives a sponsor to the issue it was booked for later, or to the draft it ran in", () => {
		const booked = { ...emptySponsor(""), id: "s", draftId: null, number: 470 };
		const ran = { ...booked, draftId: "d", number: null, changed: { number: 5, issueDate: 5 } };
		const one = (sponsor: SponsorRecord) => ({ ...NOTHING, sponsors: [sponsor] });
		expect(mergeBackup(one(booked), one(ran)).sponsors).toEqual([ran]);
		expect(mergeBackup(one(ran), one(booked)).sponsors).toEqual([]);
		const kept = {
			...booked,
			number: null,
			draftId: "shelf",
			changed: { number: 7, issueDate: 7 },
		};
		expect(mergeBackup(one(ran), one(kept)).sponsors).toMatchObject([{ draftId: "shelf" }]);
	});

	test("makes a carried-over sponsor the issue's own if that was done in the other browser", () => {
		const one = (sponsor: SponsorRecord) => ({ ...NOTHING, sponsors: [sponsor] });
		const carried = { ...emptySponsor("d"), carriedFrom: "old", note: "Old words." };
		const own = { ...carried, carriedFrom: null, note: "New words.", changed: { note: 5 } };
		expect(mergeBackup(one(carried), one(own)).sponsors).toEqual([own]);
		expect(mergeBackup(one(own), one(carried)).sponsors).toEqual([]);
		const standing = { ...carried, carriedFrom: null };
		expect(mergeBackup(one(carried), one(standing)).sponsors).toEqual([standing]);
	});

	test("keeps a deletion made here, unless the record was edited in the backup since", () => {
		const deleted = item("i", { deletedAt: 10 });
		expect(
			mergeBackup(items(deleted), items(item("i", { changed: { note: 9 } }))).items,
		).toMatchObject([{ deletedAt: 10 }]);
		expect(
			mergeBackup(items(deleted), items(item("i", { changed: { note: 11 } }))).items,
		).toMatchObject([{ deletedAt: null }]);
		expect(mergeBackup(items(item("i")), items(deleted)).items).toEqual([]);
	});

	test("uses the later of deleting and restoring an item", () => {
		const deleted = item("i", { deletedAt: 5, changed: stamps({ deletedAt: 5 }) });
		const back = item("i", { changed: stamps({ deletedAt: 6 }) });
		expect(mergeBackup(items(back), items(deleted)).items).toEqual([]);
		expect(mergeBackup(items(deleted), items(back)).items).toEqual([back]);
	});

	test("orders items with the same place one after the other, the older first", () => {
		const now = mergeBackup(
			items(item("a"), item("c", { place: "a1" })),
			items(item("b", { createdAt: 2 })),
		);
		const [b] = now.items;
		expect(now.items).toHaveLength(1);
		expect(b?.id).toBe("b");
		expect((b?.place ?? "") > "a0" && (b?.place ?? "") < "a1").toBe(true);
	});

	test("removes nothing, and keeps the present settings", () => {
		const mine: BackupRecords = {
			...items(item("mine")),
			settings: [{ key: "lastSection", value: "news" }],
		};
		const theirs: BackupRecords = {
			...NOTHING,
			settings: [
				{ key: "lastSection", value: "tools" },
				{ key: "preflightOff", value: ["x"] },
			],
		};
		expect(mergeBackup(mine, theirs)).toEqual({
			...NOTHING,
			settings: [{ key: "preflightOff", value: ["x"] }],
		});
	});

	test("matches an issue by its number, so that no issue is duplicated", async () => {
		await archived(7, [["News", "Ran.", "https://b.example/"]]);
		const { archive } = await dumpRecords("0.1.0");
		const other = archive.map((issue) => ({ ...issue, id: "from-elsewhere" }));
		expect(mergeBackup({ ...NOTHING, archive }, { ...NOTHING, archive: other }).archive).toEqual(
			[],
		);
	});

	test("replaces an untouched current draft by that of the backup", async () => {
		const mine = await openDraft();
		const here = await dumpRecords("0.1.0");
		const theirs = { ...mine, id: "theirs" };
		const backup: BackupRecords = {
			...NOTHING,
			drafts: [theirs],
			settings: [{ key: "currentDraft", value: "theirs" }],
		};
		const now = mergeBackup(here, backup);
		expect(now.settings).toEqual([{ key: "currentDraft", value: "theirs" }]);
		expect(now.drafts.find(({ id }) => id === mine.id)?.deletedAt).toBeGreaterThan(0);

		await addItem({ section: "news", note: "x", links: [] });
		expect(mergeBackup(await dumpRecords("0.1.0"), backup).settings).toEqual([]);
	});
});

test("the effects of a restore are counted by kind of record", () => {
	const here = items(item("same"), item("changed", { note: "mine" }), item("mine"));
	const backup = items(item("same"), item("changed", { note: "theirs" }), item("a"), item("b"));
	expect(differences(here, backup).items).toEqual({ added: 2, different: 1, onlyHere: 1, same: 1 });
});

test("a browser in which Galley has just been installed has nothing to lose", async () => {
	expect(isUnused(NOTHING)).toBe(true);
	await openDraft();
	expect(isUnused(await dumpRecords("0.1.0"))).toBe(true);
	await addItem({ section: "news", note: "x", links: [] });
	expect(isUnused(await dumpRecords("0.1.0"))).toBe(false);
});

test("a browser in which only the house style or a setting was changed has something to lose", () => {
	const settings = (...list: BackupRecords["settings"]) => ({ ...NOTHING, settings: list });
	const style = {
		key: "style" as const,
		value: { ...DEFAULT_HOUSE_STYLE, fileName: "{number}.md" },
	};
	expect(isUnused(settings(style))).toBe(false);
	expect(isUnused(settings({ key: "preflightOff", value: ["x"] }))).toBe(false);
	expect(isUnused(settings({ ...style, value: DEFAULT_HOUSE_STYLE }))).toBe(true);
	expect(isUnused(settings({ key: "lastSection", value: "news" }))).toBe(true);
	const typed = { key: "k", url: "", title: "", note: "Half", section: "", typedAt: 1 };
	expect(isUnused({ ...NOTHING, typed: [typed] })).toBe(false);
});
