import { toConsole } from "../errors/to-console.ts";

/** What follows changes leaves this many times its own time to those who make them. */
const PAUSES_A_WORK = 4;

/**
 * `work`, at most once at a time and with pauses of `ms` between, longer ones where it takes long
 * itself: however often it is asked for meanwhile, it is done once more. For what follows changes
 * that can come in hundreds. An error of `work` goes to the console and does not keep it from being
 * done again.
 */
export function paced(work: () => Promise<void>, ms: number): () => void {
	let busy = false;
	let again = false;
	async function run(): Promise<void> {
		busy = true;
		do {
			again = false;
			const start = performance.now();
			await work().catch(toConsole);
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
