import { type ReadonlySignal, signal } from "@preact/signals";
import type { OptionalPermission } from "../../browser/permissions.ts";
import { type BackupCounts, byStore } from "../../storage/backup-file.ts";
import { onChange } from "../../storage/changes.ts";
import { counted } from "../../storage/counts.ts";

/** What is so about the storage, said plainly. */
export interface StorageFacts {
	/** Whether the browser keeps it until somebody clears it; null where it does not say. */
	persistent: boolean | null;
	/** Bytes; null where the browser does not say. */
	used: number | null;
	counts: BackupCounts;
	/** Permissions beyond those of the installation, and whether each is held. */
	permissions: { name: OptionalPermission; held: boolean }[];
}

export interface Facts {
	/** Null until they are known. */
	readonly facts: ReadonlySignal<StorageFacts | null>;
	/** Asks the browser to keep the storage. */
	persist(): Promise<void>;
	giveBack(permission: OptionalPermission): Promise<void>;
	/** Reads them, and follows what changes them until the returned function is called. */
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

export function createFacts(outside: FactsOutside): Facts {
	const facts = signal<StorageFacts | null>(null);
	const { storage } = outside;

	async function read(): Promise<void> {
		const [persistent, unlimited, estimate, counts, permissions] = await Promise.all([
			storage?.persisted().catch(() => null) ?? null,
			outside.isUnlimited(),
			storage?.estimate().catch(() => null) ?? null,
			// What is counted is not known where the database refuses; the panel says so elsewhere.
			counted().catch(() => byStore(() => 0)),
			Promise.all(
				outside.optional().map(async (name) => ({ name, held: await outside.holds(name) })),
			),
		]);
		facts.value = {
			persistent: unlimited || persistent,
			used: estimate?.usage ?? null,
			counts,
			permissions,
		};
	}

	return {
		facts,
		async persist() {
			await storage?.persist();
			await read();
		},
		async giveBack(permission) {
			await outside.giveBack(permission);
			await read();
		},
		follow() {
			void read();
			const ends = [onChange(() => void read()), outside.onPermissions(() => void read())];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}
