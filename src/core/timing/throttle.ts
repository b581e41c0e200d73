import { logError } from "../errors/log-error.ts";

/** Pauses last at least this many times as long as the work itself. */
const PAUSES_A_WORK = 4;

/**
 * Limits how often `work` runs. The returned function starts it, unless it is already running or
 * pausing: then it runs only once more after that, however often it was requested. Between two runs
 * there is a pause of at least `ms` milliseconds, or longer if `work` is slow. An error of `work` is
 * logged to the console, and `work` can run again.
 */
export function throttle(work: () => Promise<void>, ms: number): () => void {
	let busy = false;
	let again = false;
	async function run(): Promise<void> {
		busy = true;
		do {
			again = false;
			const start = performance.now();
			await work().catch(logError);
			const pause = Math.max(ms, PAUSES_A_WORK * (performance.now() - start));
			await new Promise((resolve) => setTimeout(resolve, pause));
		} while (again);
		busy = false;
	}
	return () => {
		if (busy) again = true;
		else void run();
	};
}
