/** Parsing the archive anew and learning from it, in a thread of its own: it takes seconds for a long one. */
import { describeError, type ErrorDescription } from "../core/errors/reason.ts";
import { isArchiveUnread, rereadArchive } from "../data/archive/reread.ts";
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { learnArchive } from "../data/suggestion/learn-archive.ts";

/** What the page tells the thread: to begin. */
export type ToLearning = "learn";

/** What the thread tells the page at its end. */
export type FromLearning =
	| { learned: true }
	| { read: number; of: number }
	| { failed: ErrorDescription };

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
watchDatabase(() => {}, true);

addEventListener("message", async () => {
	try {
		if (await isArchiveUnread()) await rereadArchive((read, of) => tell({ read, of }));
		await learnArchive();
		tell({ learned: true });
	} catch (error) {
		tell({ failed: describeError(error) });
	}
});

function tell(message: FromLearning): void {
	postMessage(message);
}
