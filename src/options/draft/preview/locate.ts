import type { Issue, Item } from "../../../issue/issue.ts";

/** A stretch of a text: from the first of its characters to behind the last. */
export interface Span {
	start: number;
	end: number;
}

/**
 * Where the `nth` item of an issue stands in the text written from it. Items are looked for one
 * after the other by what is sure to stand in them to the letter, their addresses, so that an
 * address that stands in two items is found in the right one.
 *
 * @returns null when it cannot be found, as when an address was written in another spelling
 */
export function locateItem(text: string, issue: Issue, nth: number): Span | null {
	const items = issue.sections.flatMap((section) => section.items);
	let from = firstHeading(text, issue);
	for (const [index, item] of items.entries()) {
		const span = find(text, item, from);
		if (index === nth) return span;
		if (span) from = span.end;
	}
	return null;
}

function firstHeading(text: string, issue: Issue): number {
	const first = issue.sections.find(({ items }) => items.length > 0);
	const at = first ? text.indexOf(`\n${first.heading}\n`) : -1;
	return Math.max(at, 0);
}

function find(text: string, item: Item, from: number): Span | null {
	const opening = item.note.trim().split("\n", 1)[0] ?? "";
	const start = opening === "" ? -1 : text.indexOf(opening, from);
	let end = start === -1 ? from : start + opening.length;
	let first = start;
	for (const { url } of item.links) {
		const at = text.indexOf(url, end);
		if (at === -1) continue;
		if (first === -1) first = at;
		// The closing bracket and whatever else stands on the line.
		const lineEnd = text.indexOf("\n", at);
		end = lineEnd === -1 ? text.length : lineEnd;
	}
	if (first === -1) return null;
	const lineStart = text.lastIndexOf("\n", first) + 1;
	const lineEnd = text.indexOf("\n", end);
	return { start: lineStart, end: Math.max(end, lineEnd === -1 ? text.length : lineEnd) };
}
