import type { PhrasingContent } from "mdast";

/** An address in a text, up to where a sentence around it goes on. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`“”‘’«»\u3000-\u303f\uff00-\uffef]+/giu;

/** What ends a sentence or closes a bracket after an address. */
const TRAILING = /[.,;:!?*~)\]}]+$/;

/** What would have to be escaped in a text, and is no longer the address then. */
const ESCAPED = /[*~`[\]&\\]|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u;

/**
 * Texts, less the addresses that cannot stand in a text as they are: these become links that say
 * their address, which markdown writes without escapes.
 */
export function withBareAddresses(text: string): PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	let from = 0;
	for (const { 0: found, index } of text.matchAll(ADDRESS)) {
		const url = withoutTrailing(found);
		if (!ESCAPED.test(url) || !URL.canParse(url)) continue;
		if (index > from) nodes.push({ type: "text", value: text.slice(from, index) });
		nodes.push({ type: "link", url, children: [{ type: "text", value: url }] });
		from = index + url.length;
	}
	if (from < text.length) nodes.push({ type: "text", value: text.slice(from) });
	return nodes;
}

function withoutTrailing(found: string): string {
	const bare = found.replace(TRAILING, "");
	// A bracket that was opened in the address belongs to it.
	const opened = bare.split("(").length - bare.split(")").length;
	return opened > 0 && found[bare.length] === ")" ? `${bare})` : bare;
}
