import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { mentionsOfLink } from "../../src/data/archive/mentions.ts";
import { readBackup } from "../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../src/data/backup/backup-write.ts";
import { undo } from "../../src/data/db/change.ts";
import {
	closeDatabase,
	DATABASE_NAME,
	database,
	SCHEMA_VERSION,
} from "../../src/data/db/database.ts";
import { currentDraft } from "../../src/data/drafts/drafts.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";
import { fixtureOf, hasFixture, makeOld, type OldDatabase, shapeOf } from "./old-database.ts";

beginWithEmptyDatabase();

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1);

test("every version of the schema has a fixture, which is never deleted", () => {
	expect(VERSIONS.filter((version) => !hasFixture(version))).toEqual([]);
});

test("the fixture of this version has the present stores and indexes", async () => {
	await database();
	await closeDatabase();
	const { stores } = fixtureOf(SCHEMA_VERSION);
	const shape = Object.entries(stores).map(([name, { records: _, ...rest }]) => [name, rest]);
	expect(await shapeOf()).toEqual(Object.fromEntries(shape));
});

/** Fields that a later version has moved elsewhere or writes in another way. */
const MOVED: Record<string, readonly string[]> = {
	drafts: ["sponsors", "publishedTime"],
	archive: ["fileName", "issue", "style", "readAt"],
	settings: ["value"],
};

function withoutMoved(store: string, record: Record<string, unknown>) {
	const kept = Object.entries(record).filter(([field]) => !MOVED[store]?.includes(field));
	return Object.fromEntries(kept);
}

const SURVIVING = ["drafts", "items", "sponsors", "archive", "settings", "typed"] as const;

describe.each(VERSIONS)("A database of schema %i", (version) => {
	let old: OldDatabase;
	const open = async () => {
		old = fixtureOf(version);
		await makeOld(old);
		return database();
	};

	test("keeps every record, field by field", async () => {
		const opened = await open();
		for (const store of SURVIVING) {
			for (const record of old.stores[store]?.records ?? []) {
				const now = await opened.get(store, String(record.id ?? record.key));
				expect(now).toMatchObject(withoutMoved(store, record));
			}
		}
		expect(await opened.count("items")).toBe(old.stores.items?.records.length);
	});

	test("has the present stores and indexes", async () => {
		await open();
		const upgraded = await shapeOf();
		await closeDatabase();
		await openDB(DATABASE_NAME).then((opened) => opened.close());
		const { stores } = fixtureOf(SCHEMA_VERSION);
		expect(Object.keys(upgraded).sort()).toEqual(Object.keys(stores).sort());
		for (const [name, { indexes }] of Object.entries(stores)) {
			expect(upgraded[name]?.indexes).toEqual(indexes);
		}
	});

	test("keeps its sponsors with their drafts", async () => {
		const opened = await open();
		const names = (await opened.getAll("sponsors")).map(({ name }) => name);
		expect(names).toContain("Beta");
	});

	test("keeps its current draft, and knows where a link of its archive ran", async () => {
		await open();
		expect(await currentDraft()).toMatchObject({ id: "draft-42", intro: "Half a" });
		expect(await mentionsOfLink("https://acme.example/")).toMatchObject([{ number: 41 }]);
	});

	test("can still undo its last change", async () => {
		await open();
		const taken = await undo();
		const last = old.stores.history?.records.at(-1);
		expect(taken?.kind).toBe(last?.kind);
	});

	test("can be backed up and restored", async () => {
		await open();
		const result = readBackup(backupText(await dumpRecords("0.1.0")));
		expect("refused" in result ? result.refused : null).toBeNull();
	});
});

test("a newer schema than this code knows is not changed, and is reported as newer", async () => {
	const newer = { ...fixtureOf(SCHEMA_VERSION), version: SCHEMA_VERSION + 1 };
	await makeOld(newer);
	await expect(currentDraft()).rejects.toMatchObject({ name: "VersionError" });
	const untouched = await openDB(DATABASE_NAME);
	expect(untouched.version).toBe(SCHEMA_VERSION + 1);
	expect(await untouched.count("items")).toBe(newer.stores.items?.records.length);
	untouched.close();
});
