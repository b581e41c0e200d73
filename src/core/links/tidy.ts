import { withoutTracking } from "./tracking.ts";
import { unwrap } from "./unwrap.ts";

/**
 * An address as it is clipped: where a wrapper leads, without its tracking. To tidy it again changes
 * nothing, and one with nothing to tidy comes back to the letter.
 */
export function tidyAddress(address: string): string {
	let tidy = address;
	for (let next = once(tidy); next !== tidy; next = once(tidy)) tidy = next;
	return tidy;
}

/** Both steps make an address shorter or leave it, so this comes to an end. */
function once(address: string): string {
	return withoutTracking(unwrap(address));
}
