import { openDB } from "idb";
import { database, setOpener } from "./database.ts";
import type { GalleySchema } from "./schema.ts";

/**
 * Events of the database: it is "gone" when it was deleted while the page was open, and "waiting" when
 * another page must close its connection before the database can be upgraded.
 */
export type DatabaseNews = "gone" | "waiting";

/**
 * Protects pages that show the user's words. After this call, a database that is deleted after it was
 * opened is not replaced by an empty one: until the page is reloaded, every use rejects with an error named
 * `DatabaseGone`. The background worker does not call this; it starts again with an empty database.
 *
 * If another page waits for an upgrade, this page closes its connection after its present writes.
 *
 * @param wasThere true in the workers of a page: the page has opened the database before it starts them, so
 *   a missing database means that it was deleted
 */
export function watchDatabase(tell: (news: DatabaseNews) => void, wasThere = false): void {
	let expected = wasThere;
	let gone = false;

	function reportGone(): void {
		if (gone) return;
		gone = true;
		tell("gone");
	}

	setOpener(async (name, version, callbacks) => {
		try {
			if (gone) throw new Error("It is not made again.");
			const opened = await openDB<GalleySchema>(name, version, {
				upgrade(...upgraded) {
					const [, oldVersion, , upgrade] = upgraded;
					if (!expected || oldVersion !== 0) return callbacks?.upgrade?.(...upgraded);
					reportGone();
					upgrade.done.catch(() => {});
					upgrade.abort();
				},
				blocked: () => tell("waiting"),
				blocking(...blocked) {
					callbacks?.blocking?.(...blocked);
					const [, wanted] = blocked;
					if (wanted === null) reportGone();
				},
				terminated() {
					callbacks?.terminated?.();
					// Opens the database at once, to find out whether it was deleted before other code
					// creates an empty one.
					database().catch(() => {});
				},
			});
			expected = true;
			return opened;
		} catch (error) {
			throw gone ? new DOMException("", "DatabaseGone") : error;
		}
	});
}
