import { isArchiveUnread } from "../../data/archive/reread.ts";
import { onChange } from "../../data/db/changes.ts";
import { isArchiveUnlearned } from "../../data/suggestion/learn-archive.ts";
import type { FromLearning, ToLearning } from "../../workers/learning.ts";
import type { RunningWorker, StartWorker } from "../app/workers.ts";

/** Learning starts when the archive has not changed for this long, for example after an import. */
const QUIET_MS = 1_500;

/** How many issues of the archive have been parsed again, of how many. */
export type Rereading = Extract<FromLearning, { read: number }>;

/**
 * Learns the sections from the archive in a worker, now and after every change of the archive, until the
 * returned function is called. If learning fails, what was learned before stays.
 *
 * @param onReread called while the archive is parsed again, and with null when that has ended
 */
export function keepLearning(
	start: StartWorker<ToLearning, FromLearning>,
	onReread: (progress: Rereading | null) => void = () => {},
): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let worker: RunningWorker<ToLearning> | null = null;

	function end(): void {
		worker?.end();
		worker = null;
		onReread(null);
	}

	function onMessage(message: FromLearning): void {
		if ("failed" in message) failed(message.failed);
		else if ("learned" in message) end();
		else onReread(message);
	}

	function failed(error: unknown): void {
		console.error("Galley: the archive's sections were not learned.", error);
		end();
	}

	async function learn(): Promise<void> {
		// A worker that is still running uses outdated data.
		end();
		if (!(await isArchiveUnread()) && !(await isArchiveUnlearned())) return;
		worker = start(onMessage, failed);
		worker.post("learn");
	}

	function later(): void {
		clearTimeout(timer);
		timer = setTimeout(() => {
			learn().catch((error: unknown) => failed(error));
		}, QUIET_MS);
	}

	later();
	const endChanges = onChange((stores) => {
		if (stores.includes("archive")) later();
	});
	return () => {
		clearTimeout(timer);
		endChanges();
		end();
	};
}
