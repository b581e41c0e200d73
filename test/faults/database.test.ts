import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { deleteDB, type IDBPDatabase, openDB, unwrap } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clip } from "../../src/capture/clip.ts";
import {
	closeDatabase,
	DATABASE_NAME,
	database,
	SCHEMA_VERSION,
	setUpgrade,
} from "../../src/data/db/database.ts";
import { UPGRADES } from "../../src/data/db/upgrades/upgrades.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { fixtureOf, makeOld } from "../data/old-database.ts";

const PAGE = { url: "https://example.com/a", title: "A page", note: "", section: "news" };

/** A separate page, with its own state of the database. */
async function anotherPage() {
	vi.resetModules();
	const database = await import("../../src/data/db/database.ts");
	database.setUpgrade((await import("../../src/data/db/upgrades/upgrades.ts")).UPGRADES);
	const { watchDatabase } = await import("../../src/data/db/watch.ts");
	return { ...database, watchDatabase };
}

beforeEach(async () => {
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
	setUpgrade(UPGRADES);
});

describe("A database that is deleted while a page is open", () => {
	test("is not replaced by an empty one, and the page is told at once", async () => {
		const page = await anotherPage();
		const heard = vi.fn();
		page.watchDatabase(heard);
		await page.database();
		await deleteDB(DATABASE_NAME);
		expect(heard).toHaveBeenCalledExactlyOnceWith("gone");
		await expect(page.database()).rejects.toMatchObject({ name: "DatabaseGone" });
		await expect(page.database()).rejects.toMatchObject({ name: "DatabaseGone" });
		expect(await indexedDB.databases()).toEqual([]);
	});

	test("remains deleted for that page even after another page has created an empty one", async () => {
		const page = await anotherPage();
		page.watchDatabase(() => {});
		await page.database();
		await deleteDB(DATABASE_NAME);
		await openDraft();
		await expect(page.database()).rejects.toMatchObject({ name: "DatabaseGone" });
		await closeDatabase();
	});

	test("is also noticed when the browser deletes it without asking", async () => {
		const page = await anotherPage();
		const heard = vi.fn();
		page.watchDatabase(heard);
		const opened = await page.database();
		// Clearing a site's data closes every connection and deletes the databases.
		globalThis.indexedDB = new IDBFactory();
		closedByBrowser(opened as unknown as IDBPDatabase);
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("gone"));
		expect(await indexedDB.databases()).toEqual([]);
	});

	test("is not created again by a worker of the page", async () => {
		const thread = await anotherPage();
		thread.watchDatabase(() => {}, true);
		await expect(thread.database()).rejects.toMatchObject({ name: "DatabaseGone" });
		expect(await indexedDB.databases()).toEqual([]);
		await openDraft();
		const another = await anotherPage();
		another.watchDatabase(() => {}, true);
		await another.database();
		await closeDatabase();
		await deleteDB(DATABASE_NAME);
		await expect(another.database()).rejects.toMatchObject({ name: "DatabaseGone" });
		expect(await indexedDB.databases()).toEqual([]);
	});

	test("is created again by the background worker, which has no words to lose", async () => {
		await openDraft();
		await deleteDB(DATABASE_NAME);
		expect((await openDraft()).intro).toBe("");
	});
});

/** Simulates a connection that the browser closes without a request by the page. */
function closedByBrowser(database: IDBPDatabase): void {
	const raw = unwrap(database) as unknown as {
		close(): void;
		listeners: { type: string; callback(event: Event): void }[];
	};
	raw.close();
	for (const { type, callback } of raw.listeners) if (type === "close") callback(new Event(type));
}

describe("The popup with an older database", () => {
	beforeEach(async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { setTimeout } = globalThis;
		// Waiting times are shorter here.
		vi.spyOn(globalThis, "setTimeout").mockImplementation(((work: () => void, ms = 0) =>
			setTimeout(work, ms / 50)) as never);
		await makeOld(fixtureOf(2));
	});
	afterEach(() => vi.restoreAllMocks());

	async function failedBy(ask: () => Promise<unknown>) {
		setUpgrade(ask);
		return clip(PAGE);
	}

	test("says that the storage is not ready if there is no worker to upgrade it", async () => {
		const ask = () => Promise.reject(new Error("Receiving end does not exist."));
		expect(await failedBy(ask)).toEqual({ outcome: "failed", sentence: "failureNotReady" });
	});

	test("says so if the worker's upgrade fails, and clips when it has succeeded", async () => {
		let upgraded = () => {};
		const ask = vi.fn(
			() =>
				new Promise<void>((resolve) => {
					upgraded = resolve;
				}),
		);
		expect(await failedBy(ask)).toEqual({
			outcome: "failed",
			sentence: "failureNotReady",
		});
		const worker = await anotherPage();
		await worker.database();
		await worker.closeDatabase();
		upgraded();
		expect(await clip(PAGE)).toMatchObject({ outcome: "added" });
		expect(ask).toHaveBeenCalledOnce();
	});
});

describe("A connection that cannot be used", () => {
	beforeEach(() => {
		vi.spyOn(console, "error").mockImplementation(() => {});
	});
	afterEach(() => vi.restoreAllMocks());

	test("because it was closed in the meantime is not reported as refused storage", async () => {
		const opened = await database();
		vi.spyOn(opened, "transaction").mockImplementation(() => {
			throw new DOMException("The database connection is closing.", "InvalidStateError");
		});
		expect(await clip(PAGE)).toEqual({ outcome: "failed", sentence: "failureClosed" });
	});

	test("because the browser allows none is reported as refused storage", async () => {
		vi.spyOn(indexedDB, "open").mockImplementation(() => {
			throw new DOMException("A mutation operation was attempted.", "InvalidStateError");
		});
		expect(await clip(PAGE)).toEqual({ outcome: "failed", sentence: "failureRefused" });
	});
});

describe("Two pages open during an upgrade:", () => {
	test("the newer one waits, says so, and continues when the older one closes its connection", async () => {
		await makeOld(fixtureOf(2));
		const older = await openDB(DATABASE_NAME, 2);
		const page = await anotherPage();
		const heard = vi.fn();
		page.watchDatabase(heard);
		const opening = page.database();
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("waiting"));
		older.close();
		expect((await opening).version).toBe(SCHEMA_VERSION);
	});

	test("the older one closes its connection at once, and then says that it is out of date", async () => {
		await openDraft();
		const newer = await openDB(DATABASE_NAME, SCHEMA_VERSION + 1);
		expect(newer.version).toBe(SCHEMA_VERSION + 1);
		await expect(openDraft()).rejects.toMatchObject({ name: "VersionError" });
		newer.close();
	});
});
