/** Learning from the archive, in a thread of its own: it takes seconds for a long one. */
import { upgradeBy } from "../storage/database.ts";
import { UPGRADES } from "../storage/upgrades.ts";
import { watchDatabase } from "../storage/watch.ts";
import { learnArchive } from "./learn-archive.ts";

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
