import { genericPatterns } from "../../house-style/generic-pattern.ts";
import type { Item } from "../../house-style/item.ts";
import { matchItem } from "../../house-style/match-item.ts";
import { parseItemPattern } from "../../house-style/parse-item-pattern.ts";
import { withoutBlanksAtEnd } from "../../markdown/lines.ts";
import { type LinkAt, linksOf, movedLink } from "../../markdown/links.ts";
import { BEFORE_TITLE, contentStart } from "./described-block.ts";

/** The text of one item, with what is needed to parse it. */
export interface ItemText {
	text: string;
	/** The links, with their offsets in `text`. */
	links: LinkAt[];
	/** The link that the item begins with, after marks. */
	lead: LinkAt | null;
	/** Offset at which its text begins, after list, quote and heading marks. */
	start: number;
}

/** Cuts the text of an item out of an issue. */
export function itemText(
	body: string,
	from: number,
	to: number,
	links: readonly LinkAt[],
): ItemText {
	const text = withoutBlanksAtEnd(body.slice(from, to));
	const moved = links.map((link) => movedLink(link, -from));
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
 * Parses an item by the first pattern that reproduces its text. If none does, the item is stored as
 * written.
 *
 * @param patterns the patterns of the house style; the first is that of the section
 * @param n the number that a counter has for this item
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
		if (item && hasTitleOfLead(item, read, pattern, listed))
			return pattern === patterns[0] ? item : { ...item, pattern };
	}
	for (const pattern of genericPatterns(text, links, lead, start)) {
		const item = matchItem(text, links, pattern, n);
		if (item) return pattern === patterns[0] ? item : { ...item, pattern };
	}
	return { ...asWritten(read), asWritten: text };
}

/** Whether the pattern begins with the same marks as the text. Such marks are never part of a note. */
function fits(pattern: string, start: number): boolean {
	const [first, second] = parseItemPattern(pattern).lines[0]?.tokens ?? [];
	const counter = first?.kind === "literal" ? second : first;
	if (counter?.kind === "slot" && counter.name === "n") return true;
	return start === 0 || (first?.kind === "literal" && first.text.length >= start);
}

const LINKED_TITLE = /\{title\}[^{}[]*\](?:\(|\[|$)|>[^{}<]*\{title\}[^{}<]*<\/a>/;

/** Whether the title is the text of a link in the pattern. */
export function isTitleLinked(pattern: string): boolean {
	return LINKED_TITLE.test(pattern);
}

/** Whether the title is the leading link's text and nothing else. */
function hasTitleOfLead(
	item: Item,
	{ text, lead }: ItemText,
	pattern: string,
	listed: boolean,
): boolean {
	const { slots } = parseItemPattern(pattern);
	if (!slots.includes("title"))
		return (
			lead === null ||
			lead.kind === "bare" ||
			lead.kind === "autolink" ||
			(!listed && item.links.length > 0) ||
			(item.links[0] !== undefined && item.links[0].text === undefined)
		);
	if (item.title === "") return false;
	if (!isTitleLinked(pattern)) return linksOf(item.title).length === 0;
	return lead !== null && text.slice(lead.textFrom, lead.textTo).includes(item.title);
}

function asWritten({ text, lead, start }: ItemText): Item {
	if (!lead) return { title: "", links: [], note: text.slice(start), slots: {} };
	const title =
		lead.kind === "bare" || lead.kind === "autolink" ? "" : text.slice(lead.textFrom, lead.textTo);
	return { title, links: [{ url: lead.url }], note: text.slice(lead.to).trim(), slots: {} };
}
