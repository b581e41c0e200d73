import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach } from "vitest";
import { closeDatabase } from "../../src/data/db/database.ts";

/** Gives every test of the calling file an empty database. */
export function beginWithEmptyDatabase(): void {
	beforeEach(async () => {
		await closeDatabase();
		globalThis.indexedDB = new IDBFactory();
	});
}
