/** Work that may go on side by side, and work that has to be alone. */
export interface Turns {
	beside<T>(work: () => Promise<T>): Promise<T>;
	/** Waits for all other work to have ended; none begins meanwhile. */
	alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
	/** Ends when whoever asked last for being alone has been. */
	let lone: Promise<unknown> = Promise.resolve();
	const running = new Set<Promise<unknown>>();

	/** Failures are told to whoever gave the work; for the turns it has only ended. */
	const ended = (work: Promise<unknown>) => work.catch(() => {});

	return {
		async beside(work) {
			for (let before = lone; ; before = lone) {
				await before;
				if (before === lone) break;
			}
			const now = work();
			const end = ended(now);
			running.add(end);
			void end.then(() => running.delete(end));
			return now;
		},
		alone(work) {
			const now = lone.then(() => Promise.all(running)).then(work);
			lone = ended(now);
			return now;
		},
	};
}
