import { withoutTracking } from "./tracking.ts";
import { unwrap } from "./unwrap.ts";

/**
 * Cleans an address for a clip: replaces a wrapper by its target and removes tracking. Tidying again
 * changes nothing, and an address with nothing to tidy is returned unchanged.
 */
export function tidyAddress(address: string): string {
	let tidy = address;
	for (let next = tidyOnce(tidy); next !== tidy; next = tidyOnce(tidy)) tidy = next;
	return tidy;
}

/** Runs both steps once. Neither makes an address longer, so repeating them ends. */
function tidyOnce(address: string): string {
	return withoutTracking(unwrap(address));
}
