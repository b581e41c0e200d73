import type { PhrasingContent } from "mdast";

/** An address in a text, possibly including punctuation of the sentence around it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`“”‘’«»\u3000-\u303f\uff00-\uffef]+/giu;

/** Punctuation after an address that ends a sentence or closes a bracket. */
const TRAILING = /[.,;:!?*~)\]}]+$/;

/** Characters that must be escaped in text, which would change the address. */
const ESCAPED = /[*~`[\]&\\]|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u;

/** An address with a user name. Parsers show such addresses differently, so they remain plain text. */
const WITH_USER = /^https?:\/\/[^/?#]*@/i;

/**
 * Splits a text at addresses that could not be written as text without escapes. These become links
 * whose text is their address, which markdown can write without escapes.
 */
export function withBareAddresses(text: string): PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	let from = 0;
	for (const { 0: found, index } of text.matchAll(ADDRESS)) {
		const url = withoutTrailing(found);
		if (!ESCAPED.test(url) || WITH_USER.test(url) || !URL.canParse(url)) continue;
		if (index > from) nodes.push({ type: "text", value: text.slice(from, index) });
		nodes.push({ type: "link", url, children: [{ type: "text", value: url }] });
		from = index + url.length;
	}
	if (from < text.length) nodes.push({ type: "text", value: text.slice(from) });
	return nodes;
}

function withoutTrailing(found: string): string {
	const bare = found.replace(TRAILING, "");
	// A closing bracket belongs to the address if it was opened in the address.
	const opened = bare.split("(").length - bare.split(")").length;
	return opened > 0 && found[bare.length] === ")" ? `${bare})` : bare;
}
