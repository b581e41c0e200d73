import "fake-indexeddb/auto";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { type IDBPDatabase, openDB } from "idb";
import type { GitConnection } from "../../src/connections/connection.ts";
import type { MergeRules } from "../../src/core/merge/merge-rules.ts";
import { addToOutbox } from "../../src/data/db/outbox.ts";
import { keysOf } from "../../src/data/links/link-keys.ts";
import { RECORD_RULES } from "../../src/data/merge/record-rules.ts";
import { openRepository, type RepositoryOptions } from "../../src/sync/repository/repository.ts";
import { isClosed, strayRecords } from "../../src/sync/share/closed-drafts.ts";
import { CONFLICT_KIND } from "../../src/sync/share/conflict-records.ts";
import { databaseRecords, OUTBOX, SHARING } from "../../src/sync/share/database-records.ts";
import { shareRecords } from "../../src/sync/share/share-records.ts";
import type { SharedKind, SharedRecord } from "../../src/sync/share/shared-records.ts";
import { QUICK } from "./git-harness.ts";
import { TOKEN } from "./git-server.ts";
import { memoryFileStore } from "./memory-file-store.ts";

const kind = (name: "drafts" | "items"): SharedKind => ({
	name,
	rules: RECORD_RULES[name] as unknown as MergeRules<SharedRecord>,
	...(name === "items" ? { unshared: ["keys"] } : {}),
	isValid: ({ id, createdAt, changed }) =>
		typeof id === "string" && typeof createdAt === "number" && typeof changed === "object",
});

export const KINDS: readonly SharedKind[] = [kind("drafts"), kind("items"), CONFLICT_KIND];

export interface Item extends SharedRecord {
	id: string;
	draftId: string;
	note: string;
	section: string;
	place: string;
	deletedAt: number | null;
	changed: Record<string, number>;
}

export type Machine = Awaited<ReturnType<typeof startMachine>>;

let machines = 0;

/** A machine with its records in IndexedDB and its repository, and the actions of its user. */
export async function startMachine(
	connection: GitConnection,
	{ clock = () => Date.now(), options = QUICK as RepositoryOptions } = {},
) {
	machines += 1;
	const database = await openDB(`machine-${machines}`, 1, {
		upgrade(opened) {
			for (const { name } of KINDS) opened.createObjectStore(name, { keyPath: "id" });
			opened.createObjectStore(OUTBOX, { keyPath: ["kind", "id"] });
			opened.createObjectStore(SHARING);
		},
	});
	const store = memoryFileStore();
	const records = databaseRecords({
		database: async () => database as unknown as IDBPDatabase<unknown>,
		kinds: KINDS,
		async toShare(from) {
			const refs = KINDS.map(async ({ name }) =>
				(await from.getAllKeys(name)).map((id) => ({ kind: name, id: String(id) })),
			);
			return (await Promise.all(refs)).flat();
		},
		async writesAfterMerge(merges, transaction) {
			const drafts = new Map<string, SharedRecord>();
			for (const draft of (await transaction.objectStore("drafts").getAll()) as SharedRecord[]) {
				drafts.set(String(draft.id), draft);
			}
			const versions = new Map(
				merges.filter((merge) => merge.kind === "drafts").map((merge) => [merge.id, merge]),
			);
			const strays = strayRecords(
				merges.filter((merge) => merge.kind === "items"),
				(id) => {
					const draft = drafts.get(id);
					return versions.get(id) ?? { mine: draft, theirs: draft, merged: draft };
				},
			);
			const open = [...drafts.values()].filter((draft) => !isClosed(draft));
			const home = open.map(({ id }) => String(id)).sort()[0] ?? "shelf";
			return strays.map(({ kind, merged }) => ({
				kind,
				record: {
					...merged,
					draftId: home,
					changed: { ...(merged.changed as object), draftId: clock() },
				},
			}));
		},
		onWrite() {},
	});

	async function write(name: string, record: SharedRecord): Promise<void> {
		const transaction = database.transaction([name, OUTBOX], "readwrite");
		await transaction.objectStore(name).put(record);
		await addToOutbox(transaction as never, { kind: name, id: String(record.id) });
		await transaction.done;
	}

	const machine = {
		database,
		records,
		store,
		/** Called between the steps of a sync. Throws to simulate a browser that is killed. */
		repository: () => openRepository(store, connection, TOKEN, options),
		sync: () => shareRecords(machine.repository(), connection, records),
		/** A sync in a browser that is killed after this number of steps that write. */
		async killedAt(step: number) {
			let steps = 0;
			const last = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
				return async (...args: A): Promise<R> => {
					steps += 1;
					if (steps === step + 1) throw new Error("killed");
					return work(...args);
				};
			};
			const repository = machine.repository();
			await shareRecords(
				{
					...repository,
					branches: last(repository.branches),
					fetchBranch: last(repository.fetchBranch),
					keep: last(repository.keep),
					push: last(repository.push),
				},
				connection,
				{ ...records, apply: last(records.apply), pending: last(records.pending) },
			).catch((error: Error) => {
				if (error.message !== "killed") throw error;
			});
		},
		/** Simulates that the browser has deleted the database of the repository. */
		async forgetRepository() {
			await store.write(new Map(), new Set(await store.paths()));
		},
		async synced() {
			const outcome = await machine.sync();
			if ("failure" in outcome) throw new Error(JSON.stringify(outcome.failure));
			return outcome.value;
		},
		async draft(id: string, fields: SharedRecord = {}) {
			await write("drafts", {
				...{ id, number: 1, intro: "", footer: "", createdAt: clock() },
				...{ publishedTime: 0, deletedAt: 0, changed: {} },
				...fields,
			});
		},
		async clip(id: string, note: string, draftId = "d", section = "news") {
			const items = await machine.items();
			const last = items
				.filter((item) => item.draftId === draftId && item.section === section)
				.map(({ place }) => place)
				.sort()
				.at(-1);
			const place = generateKeyBetween(last ?? null, null);
			const links = [{ url: `https://${id}.example/`, title: note }];
			await write("items", {
				...{ id, draftId, note, section, place, links, keys: keysOf(links) },
				...{ createdAt: clock(), deletedAt: null, changed: {} },
			});
		},
		/** Clips many items at once, spread over a year. */
		async fill(count: number) {
			const places = generateNKeysBetween(null, null, count);
			const transaction = database.transaction(["items", OUTBOX], "readwrite");
			for (const [nth, place] of places.entries()) {
				const links = [
					{ url: `https://host${nth % 90}.example/page-${nth}`, title: `Page ${nth}` },
				];
				const id = `i${nth}`;
				void transaction.objectStore("items").put({
					...{ id, draftId: "d", note: `What page ${nth} says, in a few words.`, section: "news" },
					...{ place, links, keys: keysOf(links), deletedAt: null, changed: {} },
					createdAt: 1_700_000_000_000 + nth * 30_000_000,
				});
				await addToOutbox(transaction as never, { kind: "items", id });
			}
			await transaction.done;
		},
		async edit(name: "drafts" | "items", id: string, fields: SharedRecord) {
			const before = (await database.get(name, id)) as SharedRecord;
			const stamps = Object.fromEntries(Object.keys(fields).map((field) => [field, clock()]));
			const changed = { ...(before.changed as object), ...stamps };
			await write(name, { ...before, ...fields, changed });
		},
		all: async (name: string) => (await database.getAll(name)) as SharedRecord[],
		items: async () => (await database.getAll("items")) as Item[],
		item: async (id: string) => (await database.get("items", id)) as Item,
		/** Every record by kind, in a form that is equal on synchronized machines. */
		async everything() {
			const entries = KINDS.map(async ({ name }) => [name, await machine.all(name)] as const);
			return Object.fromEntries(await Promise.all(entries));
		},
		close: () => database.close(),
	};
	return machine;
}
