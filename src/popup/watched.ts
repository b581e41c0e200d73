/** A value whose changes call the listener. */
interface Watched<T> {
	value: T;
}

/** A value computed from others whenever it is read. */
type Derived<T> = Readonly<Watched<T>>;

export type Watching = ReturnType<typeof createWatching>;

/**
 * Creates watched values. They share one listener, which is called once for all changes made together. The
 * popup is small enough to be rendered as a whole, so it does not need signals, which track who reads which
 * value and would add 1.3 kB to the popup.
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
