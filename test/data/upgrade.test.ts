import { IDBFactory } from "fake-indexeddb";
import { type IDBPDatabase, openDB } from "idb";
import { expect, test, vi } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { archivedIssue } from "../../src/data/archive/archive.ts";
import { mentionsOfLink } from "../../src/data/archive/mentions.ts";
import { redo, undo } from "../../src/data/db/change.ts";
import {
	closeDatabase,
	DATABASE_NAME,
	SCHEMA_VERSION,
	setUpgrade,
} from "../../src/data/db/database.ts";
import type { Database } from "../../src/data/db/schema.ts";
import type { Upgrade } from "../../src/data/db/upgrades/upgrade.ts";
import { styleWithPattern } from "../../src/data/db/upgrades/upgrade-styles.ts";
import { UPGRADES } from "../../src/data/db/upgrades/upgrades.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { sponsorsOf } from "../../src/data/sponsors/sponsors-of-draft.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";
import { STYLE_OF_SCHEMA_4 } from "./style-of-schema-4.ts";

beginWithEmptyDatabase();

function storesOfVersion1(opened: IDBPDatabase): void {
	opened.createObjectStore("drafts", { keyPath: "id" });
	const items = opened.createObjectStore("items", { keyPath: "id" });
	items.createIndex("draft", "draftId");
	items.createIndex("key", "keys", { multiEntry: true });
	const archive = opened.createObjectStore("archive", { keyPath: "id" });
	archive.createIndex("number", "number");
	opened.createObjectStore("settings", { keyPath: "key" });
	opened.createObjectStore("typed", { keyPath: "key" });
	opened.createObjectStore("history", { keyPath: "id", autoIncrement: true });
}

/** Creates a database of version 1 with one published issue. */
async function databaseOfVersion1(): Promise<void> {
	const database = await openDB(DATABASE_NAME, 1, {
		upgrade: storesOfVersion1,
	});
	const item = {
		note: "A note.",
		links: [{ url: "https://www.example.com/a/", text: "" }],
		tight: false,
	};
	await database.put("archive", {
		id: "one",
		number: 7,
		fileName: "7.md",
		text: "the text",
		issue: {
			number: 7,
			issueDate: "2020-05-03",
			publishedAt: "2020-05-03T10:00:00Z",
			intro: "",
			sponsors: [],
			sections: [{ heading: "News", items: [item] }],
			footer: "",
		},
		style: STYLE_OF_SCHEMA_4,
		archivedAt: 1,
	});
	database.close();
}

test("a database of version 1 keeps its issues and gets their mentions", async () => {
	await databaseOfVersion1();
	expect((await archivedIssue("one"))?.text).toBe("the text");
	expect(await mentionsOfLink("http://example.com/a")).toMatchObject([
		{ number: 7, section: "News", note: "A note.", sponsored: false },
	]);
});

/** Creates a database of version 2 with a draft that contains a sponsor, and a step of Undo. */
async function databaseOfVersion2(): Promise<void> {
	const draft = {
		id: "draft",
		number: 8,
		issueDate: "2020-05-10",
		publishedAt: "",
		intro: "Hello.",
		sponsors: [{ id: "sponsor-draft", name: "Acme", note: "Buy.", links: [] }],
		footer: "",
		createdAt: 1,
		publishedTime: null,
		changed: {},
	};
	const database = await openDB(DATABASE_NAME, 2, {
		upgrade(opened, _old, _new, upgrade) {
			storesOfVersion1(opened);
			const mentions = opened.createObjectStore("mentions", { keyPath: "id" });
			mentions.createIndex("key", "key");
			mentions.createIndex("issue", "issueId");
			opened.createObjectStore("derived", { keyPath: "key" });
			void upgrade.objectStore("drafts").put(draft);
			void upgrade.objectStore("settings").put({ key: "currentDraft", value: "draft" });
			void upgrade.objectStore("history").put({
				kind: "editDraft",
				field: null,
				at: 1,
				undone: false,
				replacements: [
					{
						store: "drafts",
						key: "draft",
						before: { ...draft, sponsors: [] },
						after: draft,
					},
				],
			});
		},
	});
	database.close();
}

test("a database of version 2 keeps its sponsors as separate records, and its history", async () => {
	await databaseOfVersion2();
	const draft = await openDraft();
	expect(draft).toMatchObject({ intro: "Hello.", publishedTime: 0, deletedAt: 0, waved: [] });
	expect(draft).not.toHaveProperty("sponsors");
	expect(await sponsorsOf(draft)).toMatchObject([{ name: "Acme", note: "Buy." }]);
	await undo();
	expect(await sponsorsOf(draft)).toEqual([]);
	await redo();
	expect(await sponsorsOf(draft)).toMatchObject([{ name: "Acme", note: "Buy." }]);
});

test("every version of the schema has an upgrade step", () => {
	expect(UPGRADES).toHaveLength(SCHEMA_VERSION);
});

test("without the steps, another context is asked to upgrade, and no incomplete database is created", async () => {
	await databaseOfVersion2();
	const ask = vi.fn(async () => {
		const elsewhere = await openDB(DATABASE_NAME, SCHEMA_VERSION, {
			async upgrade(opened, oldVersion, _newVersion, upgrade) {
				for (const step of UPGRADES.slice(oldVersion)) {
					await step(opened as Database, upgrade as Upgrade);
				}
			},
		});
		elsewhere.close();
	});
	setUpgrade(ask);
	expect((await openDraft()).intro).toBe("Hello.");
	expect(ask).toHaveBeenCalledTimes(1);

	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
	setUpgrade(async () => {});
	await expect(openDraft()).rejects.toThrow();
	expect(await indexedDB.databases()).toEqual([]);
	setUpgrade(UPGRADES);
});

test("the former default style is converted to the present one", () => {
	expect(styleWithPattern(STYLE_OF_SCHEMA_4)).toEqual(DEFAULT_HOUSE_STYLE);
});
