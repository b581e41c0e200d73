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

/**
 * The address of a link in markdown, up to the end of a sentence. This is simpler than for other texts, so
 * that the popup stays small.
 */
const IN_MARKDOWN = /https?:\/\/(?:[^\s<>()"]|\([^\s<>()"]*\))+?(?=[.,;:!?]*(?:[\s<>)"]|$))/gi;

/** Replaces the redirects in markdown by their targets. Other addresses are not changed. */
export function withTargets(markdown: string): string {
	return markdown.replace(IN_MARKDOWN, (address) =>
		unwrap(address) === address ? address : tidyAddress(address),
	);
}

/** Runs both steps once. Neither makes an address longer, so repeating them ends. */
function tidyOnce(address: string): string {
	return withoutTracking(unwrap(address));
}
