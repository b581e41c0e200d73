/**
 * Announces changes of the database to every open page and to the background worker. Only the names of the
 * changed stores are sent; each page reads the database itself.
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

/** The message about a change. */
interface Announcement {
	stores: readonly StoreName[];
	/** Identifies the page that made the change. */
	page: string;
	/** The number of changes that page has made so far. */
	count: number;
}

const CHANNEL = "galley-changes";

const THIS_PAGE = crypto.randomUUID();

let sender: BroadcastChannel | null = null;
let count = 0;

/** Tells every listener, also those of this page, which stores have changed. Call it after the commit. */
export function announce(stores: readonly StoreName[]): void {
	sender ??= new BroadcastChannel(CHANNEL);
	count += 1;
	sender.postMessage({ stores, page: THIS_PAGE, count } satisfies Announcement);
}

/** The number of changes this page has made so far. Whatever it reads from now on includes all of them. */
export function changesMade(): number {
	return count;
}

/**
 * Calls `listener` at each change until the returned function is called. Passes the stores and, for a
 * change of this page, its count as in `changesMade`; otherwise null.
 */
export function onChange(
	listener: (stores: readonly StoreName[], own: number | null) => void,
): () => void {
	// A channel does not receive its own messages, so a second channel is needed for listening.
	const receiver = new BroadcastChannel(CHANNEL);
	receiver.onmessage = ({ data }: MessageEvent<Announcement>) =>
		listener(data.stores, data.page === THIS_PAGE ? data.count : null);
	return () => receiver.close();
}
