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
	| "history";

const CHANNEL = "galley-changes";

let sender: BroadcastChannel | null = null;

/** Tells every listener, in this page too, which stores have changed. Call after the commit. */
export function announce(stores: readonly StoreName[]): void {
	sender ??= new BroadcastChannel(CHANNEL);
	sender.postMessage(stores);
}

/** Calls `listener` at each change until the returned function is called. */
export function onChange(listener: (stores: readonly StoreName[]) => void): () => void {
	// A channel does not hear itself, so listening takes one of its own.
	const receiver = new BroadcastChannel(CHANNEL);
	receiver.onmessage = (event: MessageEvent<readonly StoreName[]>) => listener(event.data);
	return () => receiver.close();
}
