/** Work that may go on side by side, and work that has to be alone. */
export interface Turns {
	beside<T>(work: () => Promise<T>): Promise<T>;
	/** Waits for all other work to have ended; none begins meanwhile. */
	alone<T>(work: () => Promise<T>): Promise<T>;
}

/** @param isOver whether nothing more is to begin: who waits for a turn then is turned away */
export function createTurns(isOver: () => boolean = () => false): Turns {
	/** Ends when whoever asked last for being alone has been. */
	let lone: Promise<unknown> = Promise.resolve();
	const running = new Set<Promise<unknown>>();

	function begin<T>(work: () => Promise<T>): Promise<T> {
		return isOver() ? Promise.reject(new Error("It is over")) : work();
	}

	/** Failures are told to whoever gave the work; for the turns it has only ended. */
	const ended = (work: Promise<unknown>) => work.catch(() => {});

	return {
		async beside(work) {
			for (let before = lone; ; before = lone) {
				await before;
				if (before === lone) break;
			}
			const now = begin(work);
			const end = ended(now);
			running.add(end);
			void end.then(() => running.delete(end));
			return now;
		},
		alone(work) {
			const now = lone.then(() => Promise.all(running)).then(() => begin(work));
			lone = ended(now);
			return now;
		},
	};
}
