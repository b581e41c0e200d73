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
 * The address of a link in markdown, with parentheses in pairs. This is simpler than for other texts, so
 * that the popup stays small.
 */
const IN_MARKDOWN = /https?:\/\/(?:[^\s<>()"]|\([^\s<>()"]*\))+/gi;

/** The end of a sentence. It is looked for only from its first mark, so that many marks take linear time. */
const SENTENCE_END = /(?<![.,;:!?])[.,;:!?]+$/;

/** Replaces the redirects in markdown by their targets. Other addresses are not changed. */
export function withTargets(markdown: string): string {
	return markdown.replace(IN_MARKDOWN, (found, at: number) => {
		// Without its closing parenthesis, it is not known where the address ends.
		if (markdown[at + found.length] === "(") return found;
		const end = SENTENCE_END.exec(found)?.[0] ?? "";
		const address = found.slice(0, found.length - end.length);
		return unwrap(address) === address ? found : tidyAddress(address) + end;
	});
}

/** Runs both steps once. Neither makes an address longer, so repeating them ends. */
function tidyOnce(address: string): string {
	return withoutTracking(unwrap(address));
}
