/** A value that can be read and set, each change of which is told. */
interface Watched<T> {
	value: T;
}

/** A value worked out from others whenever it is read. */
type Derived<T> = Readonly<Watched<T>>;

export type Watching = ReturnType<typeof createWatching>;

/**
 * Makes watched values. All have one listener, which is called once for whatever changes in one
 * go: the popup is small enough to be drawn whole, so it matters nowhere who has read what.
 * Knowing that is the work of signals, and 1.3 kB of the popup.
 */
export function createWatching() {
	let listener = () => {};
	let due = false;

	function tell(): void {
		if (due) return;
		due = true;
		queueMicrotask(() => {
			due = false;
			listener();
		});
	}

	return {
		watched<T>(initial: T): Watched<T> {
			let current = initial;
			return {
				get value() {
					return current;
				},
				set value(next: T) {
					if (next === current) return;
					current = next;
					tell();
				},
			};
		},
		/** Calls `listen` now and after every change. */
		follow(listen: () => void): void {
			listener = listen;
			listen();
		},
	};
}

export function computed<T>(read: () => T): Derived<T> {
	return {
		get value() {
			return read();
		},
	};
}
