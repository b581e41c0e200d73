/** Runs tasks side by side, and exclusive tasks alone. */
export interface Turns {
	beside<T>(work: () => Promise<T>): Promise<T>;
	/** Waits until all other tasks have ended. No other task begins in the meantime. */
	alone<T>(work: () => Promise<T>): Promise<T>;
}

/** @param isOver whether no further task may begin; waiting tasks are then refused */
export function createTurns(isOver: () => boolean = () => false): Turns {
	/** Settles when the last exclusive task has ended. */
	let lone: Promise<unknown> = Promise.resolve();
	const running = new Set<Promise<unknown>>();

	function begin<T>(work: () => Promise<T>): Promise<T> {
		return isOver() ? Promise.reject(new Error("It is over")) : work();
	}

	/** Failures are reported to the caller of the task. For the turns, the task has only ended. */
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
