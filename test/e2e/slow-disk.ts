/** A disk that takes as long as the test wants. */

/** A page's window, with what is put there. */
export type SlowWindow = Window & { durability?: string; rounds?: number; letGo?: () => void };

declare const window: SlowWindow;

/**
 * Runs in a page of Galley: keeps every change of the database from being completed until `letGo`, by
 * asking it for something again and again, as a slow disk would.
 */
export function holdChanges(): void {
	const { transaction } = IDBDatabase.prototype;
	let held = true;
	window.letGo = () => {
		held = false;
	};
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const made = transaction.call(this, stores, mode, options);
		if (mode === "readwrite" && [...made.objectStoreNames].includes("items")) {
			window.durability = made.durability;
			const hold = () => {
				window.rounds = (window.rounds ?? 0) + 1;
				if (held) made.objectStore("items").count().onsuccess = hold;
			};
			hold();
		}
		return made;
	};
}

/** Runs in a page of Galley: lets them be completed. */
export function letChangesGo(): void {
	window.letGo?.();
}
