import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { toConsole } from "../../core/errors/to-console.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { paced } from "../../core/timing/paced.ts";
import { changesMade, onChange, type StoreName } from "./changes.ts";

/** What was read from the database, read again at each change of this page and all others. */
export interface LiveQuery<T> {
	/** The same object as long as it is the same as JSON; null until it has been read. */
	readonly data: ReadonlySignal<T | null>;
	/** Why the last reading failed; null if it did not. `data` is then that of the one before. */
	readonly error: ReadonlySignal<unknown>;
	/** Reads now. Resolves once all that was stored before the call has been read, or could not be. */
	refresh(): Promise<void>;
	/** Reads, and follows changes until the returned function is called. */
	follow(): () => void;
}

interface LiveQueryOptions<K> {
	/** What is asked for, tracked as a signal: for another key there is another reading. */
	key: () => K;
	/** How long to wait between readings for changes that can come in hundreds, in milliseconds. */
	pause?: number;
}

/**
 * A query that is read again when one of `stores` changes, one reading at a time. What changes
 * while it is read is read once more. The answer for a key that is not asked for any more is
 * dropped. A change of this page that has been read already, by `refresh`, is not read again.
 *
 * @param read gives plain JSON, which may be compared
 */
export function liveQuery<T>(
	stores: readonly StoreName[],
	read: () => Promise<T>,
	options?: { pause?: number },
): LiveQuery<T>;
export function liveQuery<T, K>(
	stores: readonly StoreName[],
	read: (key: K) => Promise<T>,
	options: LiveQueryOptions<K>,
): LiveQuery<T>;
export function liveQuery<T, K>(
	stores: readonly StoreName[],
	read: (key: K) => Promise<T>,
	{ key, pause = 0 }: Partial<LiveQueryOptions<K>> = {},
): LiveQuery<T> {
	const data = signal<T | null>(null);
	const error = signal<unknown>(null);
	/** The last change of this page that has been read, by its count. */
	let seen = -1;
	let reading: Promise<void> | null = null;
	let stale = false;
	const keyNow = () => (key ? untracked(key) : undefined) as K;

	async function readOnce(): Promise<void> {
		const asked = keyNow();
		seen = changesMade();
		try {
			const now = await read(asked);
			if (!Object.is(asked, keyNow())) return;
			batch(() => {
				if (!sameJson(data.peek(), now)) data.value = now;
				error.value = null;
			});
		} catch (problem) {
			seen = -1;
			if (!Object.is(asked, keyNow())) return;
			toConsole(problem);
			error.value = problem;
		}
	}

	function refresh(): Promise<void> {
		stale = true;
		reading ??= (async () => {
			while (stale) {
				stale = false;
				await readOnce();
			}
			reading = null;
		})();
		return reading;
	}

	return {
		data,
		error,
		refresh,
		follow() {
			let ended = false;
			const work = async () => {
				if (!ended) await refresh();
			};
			const again = pause > 0 ? paced(work, pause) : () => void work();
			const endKey = effect(() => {
				key?.();
				untracked(again);
			});
			const endChanges = onChange((changed, own) => {
				if (own !== null && own <= seen) return;
				if (changed.some((store) => stores.includes(store))) again();
			});
			return () => {
				ended = true;
				endKey();
				endChanges();
			};
		},
	};
}
