/**
 * `work`, at most once at a time and with pauses of `ms` between: however often it is asked for
 * meanwhile, it is done once more. For what follows changes that can come in hundreds.
 */
export function paced(work: () => Promise<void>, ms: number): () => void {
	let busy = false;
	let again = false;
	async function run(): Promise<void> {
		busy = true;
		do {
			again = false;
			await work();
			await new Promise((resolve) => setTimeout(resolve, ms));
		} while (again);
		busy = false;
	}
	return () => {
		if (busy) again = true;
		else void run();
	};
}
