import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { logError } from "../../core/errors/log-error.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { throttle } from "../../core/timing/throttle.ts";
import { changesMade, onChange, type StoreName } from "./changes.ts";

/**
 * The result of a database read. It is read again at each change, whether made by this page or by another
 * one.
 */
export interface LiveQuery<T> {
	/** Null until it has been read. The object only changes when its JSON changes. */
	readonly data: ReadonlySignal<T | null>;
	/**
	 * The error of the last read; null if it succeeded. After an error, `data` still has the earlier
	 * result.
	 */
	readonly error: ReadonlySignal<unknown>;
	/**
	 * Reads now. Resolves when everything stored before the call has been read, or when reading has failed.
	 */
	refresh(): Promise<void>;
	/** Reads, and reads again at each change, until the returned function is called. */
	follow(): () => void;
}

interface LiveQueryOptions<K> {
	/** The argument of `read`, tracked as a signal. When it changes, the query is read again. */
	key?: () => K;
	/** How many milliseconds to wait between two reads, for changes that can come in hundreds. */
	pause?: number;
}

/**
 * A query that is read again when one of `stores` changes. There is only one read at a time; if something
 * changes during a read, the query is read once more. A result for a key that is no longer the current one
 * is dropped. A change made by this page is not read twice if `refresh` has already read it.
 *
 * @param read returns plain JSON, so that results can be compared
 */
export function liveQuery<T, K = undefined>(
	stores: readonly StoreName[],
	read: (key: NoInfer<K>) => Promise<T>,
	{ key, pause = 0 }: LiveQueryOptions<K> = {},
): LiveQuery<T> {
	const data = signal<T | null>(null);
	const error = signal<unknown>(null);
	/** The count of the last change of this page that has been read. */
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
			logError(problem);
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
			const again = pause > 0 ? throttle(work, pause) : () => void work();
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
