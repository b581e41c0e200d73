import { type ReadonlySignal, signal } from "@preact/signals";
import { BACKUP_STORES, type BackupCounts, byStore } from "../../data/backup/backup-file.ts";
import { countedAsShown } from "../../data/backup/counts.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import type { OptionalPermission } from "../../extension/permissions.ts";
import { failureSentence, type Task } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** How much is stored, and what the browser allows. */
interface StorageUse {
	/** Whether the browser keeps it until somebody clears it; null where it does not say. */
	persistent: boolean | null;
	/** Bytes; null where the browser does not say. */
	used: number | null;
	counts: BackupCounts;
	/** Permissions beyond those of the installation; null where the browser does not say. */
	permissions: { name: OptionalPermission; held: boolean }[] | null;
}

export interface FactsProblem {
	about: "storage" | "permissions";
	sentence: Sentence;
}

export interface StorageFacts {
	/** Null until they are known. */
	readonly facts: ReadonlySignal<StorageUse | null>;
	/** What could not be done, and which of them it is about; null for nothing. */
	readonly problem: ReadonlySignal<FactsProblem | null>;
	/** Asks the browser to keep the storage. What fails is in `problem`. */
	persist(): Promise<void>;
	/** Gives a permission back. What fails is in `problem`. */
	giveBack(permission: OptionalPermission): Promise<void>;
	/** Reads them, and follows what changes them until the returned function is called: while shown. */
	follow(): () => void;
}

/** The browser, as far as it is asked here. */
export interface FactsOutside {
	storage: Pick<StorageManager, "persisted" | "persist" | "estimate"> | undefined;
	/** Whether the browser spares it whatever it calls it. */
	isUnlimited(): Promise<boolean>;
	optional(): OptionalPermission[];
	holds(permission: OptionalPermission): Promise<boolean>;
	giveBack(permission: OptionalPermission): Promise<void>;
	onPermissions(listener: () => void): () => void;
}

/** What is counted changes with every key that is typed on another page. */
const PAUSE_MS = 1_000;

export function createFacts(outside: FactsOutside): StorageFacts {
	const facts = liveQuery(BACKUP_STORES, read, { pause: PAUSE_MS });
	const problem = signal<FactsProblem | null>(null);
	const { storage } = outside;

	/** Never fails: what the browser does not say is left open. */
	async function read(): Promise<StorageUse> {
		const [persistent, unlimited, estimate, counts, permissions] = await Promise.all([
			storage?.persisted().catch(() => null) ?? null,
			outside.isUnlimited().catch(() => null),
			storage?.estimate().catch(() => null) ?? null,
			// What is counted is not known where the database refuses; the panel says so elsewhere.
			countedAsShown().catch(() => byStore(() => 0)),
			Promise.all(
				outside.optional().map(async (name) => ({ name, held: await outside.holds(name) })),
			).catch(() => null),
		]);
		return {
			persistent: isKept(unlimited, persistent),
			used: estimate?.usage ?? null,
			counts,
			permissions,
		};
	}

	async function attempt(work: () => Promise<FactsProblem | null>, failed: Failed): Promise<void> {
		try {
			problem.value = await work();
		} catch (error) {
			problem.value = failed(error);
		}
		await facts.refresh();
	}

	return {
		facts: facts.data,
		problem,
		persist: () =>
			attempt(
				async () => ((await storage?.persist()) ? null : REFUSED),
				(error) => problemOf("storage", "persistStorage", error),
			),
		giveBack: (permission) =>
			attempt(
				async () => {
					await outside.giveBack(permission);
					return null;
				},
				(error) => problemOf("permissions", "giveBackPermission", error),
			),
		follow() {
			const ends = [facts.follow(), outside.onPermissions(() => void facts.refresh())];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}

/** One yes is enough; a no has to be from both. */
function isKept(unlimited: boolean | null, persistent: boolean | null): boolean | null {
	if (unlimited || persistent) return true;
	return unlimited === null ? null : persistent;
}

type Failed = (error: unknown) => FactsProblem;

/** The browser was asked and did not agree; it does not say why. */
const REFUSED: FactsProblem = { about: "storage", sentence: sentence("storagePersistRefused") };

function problemOf(about: FactsProblem["about"], task: Task, error: unknown): FactsProblem {
	return { about, sentence: failureSentence(task, error) };
}
