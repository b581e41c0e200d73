import { relatedKey } from "../../core/links/canonical.ts";

/**
 * The host of an address as it is written in keys, and the range of the keys of all its pages. These keys
 * begin with the host and `/`; the range ends at `0`, the character after `/`.
 */
export function mentionsAtHost(url: string): { host: string; range: IDBKeyRange } {
	const host = relatedKey(new URL("/", url).href);
	return { host, range: IDBKeyRange.bound(`${host}/`, `${host}0`, false, true) };
}
