import { existsSync, readFileSync } from "node:fs";
import { openDB } from "idb";
import { DATABASE_NAME } from "../../src/data/db/database.ts";

/** A database as one version of the schema stored it: its stores, their indexes and their records. */
export interface OldDatabase {
	version: number;
	stores: Record<string, OldStore>;
}

interface OldStore {
	keyPath: string | string[] | null;
	autoIncrement?: boolean;
	indexes: Record<string, { keyPath: string | string[]; multiEntry?: boolean }>;
	records: Record<string, unknown>[];
}

const fileOf = (version: number) => new URL(`./fixtures/schema-${version}.json`, import.meta.url);

export function hasFixture(version: number): boolean {
	return existsSync(fileOf(version));
}

export function fixtureOf(version: number): OldDatabase {
	return JSON.parse(readFileSync(fileOf(version), "utf8"));
}

/** Creates the database of a fixture if it does not exist. */
export async function makeOld({ version, stores }: OldDatabase): Promise<void> {
	const database = await openDB(DATABASE_NAME, version, {
		upgrade(opened) {
			for (const [name, { keyPath, autoIncrement = false, indexes }] of Object.entries(stores)) {
				const store = opened.createObjectStore(name, { keyPath, autoIncrement });
				for (const [index, { keyPath: path, multiEntry = false }] of Object.entries(indexes)) {
					store.createIndex(index, path, { multiEntry });
				}
			}
		},
	});
	for (const [name, { records }] of Object.entries(stores)) {
		for (const record of records) await database.put(name, record);
	}
	database.close();
}

/** The stores of a database and their indexes, without the records. */
export async function shapeOf(): Promise<Record<string, Omit<OldStore, "records">>> {
	const database = await openDB(DATABASE_NAME);
	const shape: Record<string, Omit<OldStore, "records">> = {};
	for (const name of database.objectStoreNames) {
		const { store } = database.transaction(name);
		shape[name] = {
			keyPath: store.keyPath as OldStore["keyPath"],
			...(store.autoIncrement ? { autoIncrement: true } : {}),
			indexes: Object.fromEntries(
				[...store.indexNames].map((index) => {
					const { keyPath, multiEntry } = store.index(index);
					return [
						index,
						{ keyPath: keyPath as string | string[], ...(multiEntry ? { multiEntry } : {}) },
					];
				}),
			),
		};
	}
	database.close();
	return shape;
}
