import { type ReadonlySignal, signal } from "@preact/signals";
import { BACKUP_STORES, type BackupCounts, byStore } from "../../data/backup/backup-file.ts";
import { countedAsShown } from "../../data/backup/counts.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import type { OptionalPermission } from "../../extension/permissions.ts";
import { failureSentence, type Task } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** The facts about the storage that the settings show. */
interface StorageUse {
	/** Whether the browser keeps the data until a person clears it; null if the browser does not say. */
	persistent: boolean | null;
	/** In bytes; null if the browser does not say. */
	used: number | null;
	counts: BackupCounts;
	/** The permissions beyond those of the installation; null if the browser does not say. */
	permissions: { name: OptionalPermission; held: boolean }[] | null;
}

export interface FactsProblem {
	about: "storage" | "permissions";
	sentence: Sentence;
}

export interface StorageFacts {
	/** Null until they are known. */
	readonly facts: ReadonlySignal<StorageUse | null>;
	/** What failed, and which of the facts it is about; null if nothing failed. */
	readonly problem: ReadonlySignal<FactsProblem | null>;
	/** Asks the browser to keep the storage. A failure is in `problem`. */
	persist(): Promise<void>;
	/** Gives up a permission. A failure is in `problem`. */
	giveBack(permission: OptionalPermission): Promise<void>;
	/** Reads the facts and follows their changes, until the returned function is called. */
	follow(): () => void;
}

/** The parts of the browser that are used here. */
export interface FactsEnvironment {
	storage: Pick<StorageManager, "persisted" | "persist" | "estimate"> | undefined;
	/** Whether the storage is unlimited and so never evicted. */
	isUnlimited(): Promise<boolean>;
	optional(): OptionalPermission[];
	holds(permission: OptionalPermission): Promise<boolean>;
	giveBack(permission: OptionalPermission): Promise<void>;
	onPermissions(listener: () => void): () => void;
}

/**
 * The counts change with every key that is typed on another page. They are read at most once in this
 * time.
 */
const PAUSE_MS = 1_000;

export function createFacts(environment: FactsEnvironment): StorageFacts {
	const facts = liveQuery(BACKUP_STORES, read, { pause: PAUSE_MS });
	const problem = signal<FactsProblem | null>(null);
	const { storage } = environment;

	/** Never rejects. What the browser does not say is null. */
	async function read(): Promise<StorageUse> {
		const [persistent, unlimited, estimate, counts, permissions] = await Promise.all([
			storage?.persisted().catch(() => null) ?? null,
			environment.isUnlimited().catch(() => null),
			storage?.estimate().catch(() => null) ?? null,
			// If the database fails, the counts are unknown. The panel reports the failure elsewhere.
			countedAsShown().catch(() => byStore(() => 0)),
			Promise.all(
				environment.optional().map(async (name) => ({ name, held: await environment.holds(name) })),
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
					await environment.giveBack(permission);
					return null;
				},
				(error) => problemOf("permissions", "giveBackPermission", error),
			),
		follow() {
			const ends = [facts.follow(), environment.onPermissions(() => void facts.refresh())];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}

/** One true is enough; the result is false only if both are. */
function isKept(unlimited: boolean | null, persistent: boolean | null): boolean | null {
	if (unlimited || persistent) return true;
	return unlimited === null ? null : persistent;
}

type Failed = (error: unknown) => FactsProblem;

/** The browser was asked and refused. It gives no reason. */
const REFUSED: FactsProblem = { about: "storage", sentence: sentence("storagePersistRefused") };

function problemOf(about: FactsProblem["about"], task: Task, error: unknown): FactsProblem {
	return { about, sentence: failureSentence(task, error) };
}
