import { genericPatterns } from "../../house-style/generic-pattern.ts";
import type { Item } from "../../house-style/item.ts";
import { parseItemPattern } from "../../house-style/item-pattern.ts";
import { matchItem } from "../../house-style/match-item.ts";
import type { LinkAt } from "../../markdown/links.ts";
import { BEFORE_TITLE, contentStart } from "./described-block.ts";

/** The text of one item, as its parts are looked for in it. */
export interface ItemText {
	text: string;
	/** With places in the text. */
	links: LinkAt[];
	/** The link it begins with, behind marks. */
	lead: LinkAt | null;
	/** Where its text begins, behind list, quote and heading marks. */
	start: number;
}

/** The item at a place in an issue's text. */
export function itemText(
	body: string,
	from: number,
	to: number,
	links: readonly LinkAt[],
): ItemText {
	const text = body.slice(from, to).trimEnd();
	const moved = links.map((link) => ({
		...link,
		from: link.from - from,
		to: link.to - from,
		textFrom: link.textFrom - from,
		textTo: link.textTo - from,
		urlFrom: link.urlFrom - from,
		urlTo: link.urlTo - from,
	}));
	const start = contentStart(text, 0, text.length);
	const [first] = moved;
	const lead =
		first &&
		first.from <= start + 200 &&
		BEFORE_TITLE.test(text.slice(Math.min(start, first.from), first.from))
			? first
			: null;
	return { text, links: moved, lead, start };
}

/**
 * The item in a text by the first pattern that gives it back; as it is written where none does.
 *
 * @param patterns those of the house style; the first is the section's
 * @param n the number that a counter would have here
 */
export function readItem(
	read: ItemText,
	patterns: readonly string[],
	n: number,
	listed: boolean,
): Item {
	const { text, links, lead, start } = read;
	for (const pattern of patterns) {
		const item = fits(pattern, start) ? matchItem(text, links, pattern, n) : null;
		if (item && isTold(item, read, pattern, listed))
			return pattern === patterns[0] ? item : { ...item, pattern };
	}
	for (const pattern of genericPatterns(text, links, lead, start)) {
		const item = matchItem(text, links, pattern, n);
		if (item) return pattern === patterns[0] ? item : { ...item, pattern };
	}
	return { ...asWritten(read), asWritten: text };
}

/** Whether the pattern begins with the marks that the text begins with: a note has none of its own. */
function fits(pattern: string, start: number): boolean {
	const [first] = parseItemPattern(pattern).lines[0]?.tokens ?? [];
	if (first?.kind === "literal") return first.text.length >= start;
	return start === 0 || (first?.kind === "slot" && first.name === "n");
}

/** Whether the leading link became the title, and nothing else did. */
function isTold(
	item: Item,
	{ text, lead, links }: ItemText,
	pattern: string,
	listed: boolean,
): boolean {
	const { slots } = parseItemPattern(pattern);
	if (!slots.includes("title"))
		return (
			lead === null ||
			lead.kind === "bare" ||
			lead.kind === "autolink" ||
			(!listed && item.links.length > 0)
		);
	if (item.title === "") return false;
	if (!slots.includes("url") && !slots.includes("label"))
		return /^#/.test(text) || links.length === 0;
	return lead !== null && text.slice(lead.textFrom, lead.textTo).includes(item.title);
}

function asWritten({ text, lead, start }: ItemText): Item {
	if (!lead) return { title: "", links: [], note: text.slice(start), slots: {} };
	const title =
		lead.kind === "bare" || lead.kind === "autolink" ? "" : text.slice(lead.textFrom, lead.textTo);
	return { title, links: [{ url: lead.url }], note: text.slice(lead.to).trim(), slots: {} };
}
