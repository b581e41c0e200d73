/**
 * "Something changed", to every open page and the worker. Only the names of stores travel: each
 * page reads the database itself.
 */

export type StoreName =
	| "drafts"
	| "items"
	| "sponsors"
	| "archive"
	| "mentions"
	| "derived"
	| "settings"
	| "typed"
	| "history"
	| "outbox"
	| "sharing"
	| "conflicts";

/** What is announced of a change. */
interface Announcement {
	stores: readonly StoreName[];
	/** The page that has made it. */
	page: string;
	/** How many changes that page has made by now. */
	count: number;
}

const CHANNEL = "galley-changes";

const THIS_PAGE = crypto.randomUUID();

let sender: BroadcastChannel | null = null;
let count = 0;

/** Tells every listener, in this page too, which stores have changed. Call after the commit. */
export function announce(stores: readonly StoreName[]): void {
	sender ??= new BroadcastChannel(CHANNEL);
	count += 1;
	sender.postMessage({ stores, page: THIS_PAGE, count } satisfies Announcement);
}

/** How many changes this page has made: what it reads from now on has all of them in it. */
export function changesMade(): number {
	return count;
}

/**
 * Calls `listener` at each change until the returned function is called, with the stores and, for
 * a change of this page, its count as `changesMade` has it.
 */
export function onChange(
	listener: (stores: readonly StoreName[], own: number | null) => void,
): () => void {
	// A channel does not hear itself, so listening takes one of its own.
	const receiver = new BroadcastChannel(CHANNEL);
	receiver.onmessage = ({ data }: MessageEvent<Announcement>) =>
		listener(data.stores, data.page === THIS_PAGE ? data.count : null);
	return () => receiver.close();
}
