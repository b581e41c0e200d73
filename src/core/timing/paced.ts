import { toConsole } from "../errors/to-console.ts";

/**
 * `work`, at most once at a time and with pauses of `ms` between: however often it is asked for
 * meanwhile, it is done once more. For what follows changes that can come in hundreds. An error of
 * `work` goes to the console and does not keep it from being done again.
 */
export function paced(work: () => Promise<void>, ms: number): () => void {
	let busy = false;
	let again = false;
	async function run(): Promise<void> {
		busy = true;
		do {
			again = false;
			await work().catch(toConsole);
			await new Promise((resolve) => setTimeout(resolve, ms));
		} while (again);
		busy = false;
	}
	return () => {
		if (busy) again = true;
		else void run();
	};
}
