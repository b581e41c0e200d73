import { relatedKey } from "../../core/links/canonical.ts";

/** The host of an address as keys have it, and the keys of all its pages: those begin with the host, and the character after `/` is `0`. */
export function mentionsAtHost(url: string): { host: string; range: IDBKeyRange } {
	const host = relatedKey(new URL("/", url).href);
	return { host, range: IDBKeyRange.bound(`${host}/`, `${host}0`, false, true) };
}
