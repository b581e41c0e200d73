/** A disk that takes as long as the test wants. */

/** A page's window with the added properties. */
export type SlowWindow = Window & { durability?: string; rounds?: number; letGo?: () => void };

declare const window: SlowWindow;

/**
 * Runs in a page of Galley: simulates a slow disk. No change of the database completes until `letGo`,
 * because the transaction gets request after request.
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

/** Runs in a page of Galley: lets the changes complete. */
export function letChangesGo(): void {
	window.letGo?.();
}
