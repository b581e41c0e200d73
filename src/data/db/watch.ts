import { openDB } from "idb";
import { database, openBy } from "./database.ts";
import type { GalleySchema } from "./schema.ts";

/**
 * What a page hears of its database: that it is "gone", cleared while the page was open, or that
 * opening it is "waiting" for another page to let go of it, so that it can be upgraded.
 */
export type DatabaseNews = "gone" | "waiting";

/**
 * For pages with words on the screen. From now on, a database that disappears after it has been
 * opened is not replaced by an empty one: every use rejects with an error called `DatabaseGone`,
 * until the page is loaded anew. The worker holds no words, and begins with an empty one.
 *
 * A page that is waited for lets go by itself, as soon as what it writes is written.
 *
 * @param wasThere true in the threads of a page, which has opened the database before it starts
 *   them: what they do not find has been deleted
 */
export function watchDatabase(tell: (news: DatabaseNews) => void, wasThere = false): void {
	let expected = wasThere;
	let gone = false;

	function disappear(): void {
		if (gone) return;
		gone = true;
		tell("gone");
	}

	openBy(async (name, version, callbacks) => {
		try {
			if (gone) throw new Error("It is not made again.");
			const opened = await openDB<GalleySchema>(name, version, {
				upgrade(...upgraded) {
					const [, oldVersion, , upgrade] = upgraded;
					if (!expected || oldVersion !== 0) return callbacks?.upgrade?.(...upgraded);
					disappear();
					upgrade.done.catch(() => {});
					upgrade.abort();
				},
				blocked: () => tell("waiting"),
				blocking(...blocked) {
					callbacks?.blocking?.(...blocked);
					const [, wanted] = blocked;
					if (wanted === null) disappear();
				},
				terminated() {
					callbacks?.terminated?.();
					// Whether it is still there is seen at once, before anybody makes an empty one.
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
