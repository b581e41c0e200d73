/**
 * The learning worker: it parses the archive again and learns from it, which takes seconds for a long
 * archive.
 */
import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import { isArchiveUnread, rereadArchive } from "../data/archive/reread.ts";
import { setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { learnArchive } from "../data/suggestion/learn-archive.ts";

/** The message from the page that starts the work. */
export type ToLearning = "learn";

/** The message to the page at the end of the work. */
export type FromLearning =
	| { learned: true }
	| { read: number; of: number }
	| { failed: ErrorDescription };

setUpgrade(UPGRADES);
// The page reports a deleted database. This worker must only avoid creating an empty one.
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
