/** Learning from the archive, in a thread of its own: it takes seconds for a long one. */
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { learnArchive } from "../data/suggestion/learn-archive.ts";

/** What the page tells the thread: to begin. */
export type ToLearning = "learn";

/** What the thread tells the page at its end; `failed` says why it could not. */
export type FromLearning = { learned: true } | { failed: string };

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
watchDatabase(() => {}, true);

addEventListener("message", async () => {
	try {
		await learnArchive();
		tell({ learned: true });
	} catch (error) {
		tell({ failed: String(error) });
	}
});

function tell(message: FromLearning): void {
	postMessage(message);
}
