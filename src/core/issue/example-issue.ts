import type { HouseStyle } from "../house-style/house-style.ts";
import { type Item, newItem } from "../house-style/item.ts";
import { ownSlots } from "../house-style/page-slots.ts";
import { parseItemPattern } from "../house-style/parse-item-pattern.ts";
import { DEFAULT_HOUSE_STYLE } from "../house-style/ready-made-styles.ts";
import { type Block, blocksOf } from "../markdown/blocks.ts";
import { linksOf } from "../markdown/links.ts";
import { formatIssue } from "./format-issue.ts";
import { formatItem } from "./format-item.ts";
import type { Issue, ItemPart, Part } from "./issue.ts";
import { parseIssue } from "./parse-issue.ts";
import { MARKS } from "./reading/units.ts";

/*
 * Tries an item pattern: items that have all of its slots, some of them or none are written and parsed
 * again. What is an item depends on the text around it, so no rule about patterns alone could tell.
 */

/** Why the items written by a pattern are not the items that are parsed. */
export type ExampleFault =
	| { kind: "opensBlock"; text: string }
	| { kind: "notIndented"; slot: string }
	| { kind: "unread"; slot: string }
	| { kind: "notItem" };

/** Blocks of markdown in which nothing is read. */
const UNREAD_BLOCKS = new Set<Block["kind"]>(["code", "comment", "definition", "html", "rule"]);

/** Numbers of empty lines between items with which a pattern is tried. One must suit it. */
const BETWEEN_ITEMS = [1, 2];

const NOTE = "Measured by hand on [the pier](https://pier.example/), to the inch.";
const LONG_NOTE = `${NOTE}

It was printed [twice](https://pier.example/).`;

/** The first fault of the example issues of a pattern; null if all are parsed as they were written. */
export function exampleFault(pattern: string): ExampleFault | null {
	const items = exampleItems(pattern);
	const style: HouseStyle = {
		...DEFAULT_HOUSE_STYLE,
		item: pattern,
		headings: [],
		sponsor: null,
		mailQuoting: false,
		frontMatter: { kind: "none", lines: [] },
		sections: [{ id: "news", heading: "News", level: 2, underline: null }],
	};
	for (const item of items) {
		const text = formatItem(item, pattern, 1);
		const fault = unreadBlock(text);
		if (fault) return fault;
		// In a code block inside a list item, a note has no links.
		const links = item.links.length + linksOf(item.note).length;
		if (linksOf(text).length !== links) return { kind: "unread", slot: item.note ? "note" : "url" };
	}
	const short = items.filter(({ note }) => !note.includes("\n"));
	const faults = BETWEEN_ITEMS.map((betweenItems) => {
		const spacing = { ...style.spacing, betweenItems, betweenListItems: 0 };
		const spaced = { ...style, spacing };
		return faultIn(short, spaced, false) ?? faultIn(items, spaced, true);
	});
	return faults.includes(null) ? null : (faults[0] ?? null);
}

/** @param marked whether marks may separate the items: a note of several paragraphs can need them */
function faultIn(items: readonly Item[], style: HouseStyle, marked: boolean): ExampleFault | null {
	for (const some of [items, ...items.map((item) => [item]), [...items].reverse()]) {
		const fault = readingFault(some, style, marked);
		if (fault) return fault;
	}
	return null;
}

/** Items with every slot filled, with none but title and link, and with each optional slot in turn. */
function exampleItems(pattern: string): Item[] {
	const { slots, lines } = parseItemPattern(pattern);
	const own = ownSlots(pattern);
	const repeated = lines.some(({ perLink }) => perLink);
	const notes = slots.includes("note") ? [LONG_NOTE, NOTE] : [""];
	// In a pattern without {url}, the links are in the note, so there is one in every item.
	const bareNote = slots.includes("url") || !slots.includes("note") ? "" : NOTE;
	const make = (at: number, filled: readonly string[], text: string): Item =>
		newItem({
			title: slots.includes("title") ? `Tide tables, part ${at}` : "",
			links: slots.includes("url") ? addresses(at, repeated) : [],
			note: text,
			slots: Object.fromEntries(filled.map((name) => [name, exampleValue(name)])),
		});
	const filled = [
		...notes.map((text) => ({ names: own, text })),
		...own.map((name) => ({ names: [name], text: bareNote })),
		{ names: [], text: bareNote },
		{ names: [], text: notes[0] ?? "" },
	];
	return filled.map(({ names, text }, at) => make(at + 1, names, text));
}

/** Ends of addresses that other text must not change. */
const ADDRESS_ENDS = ["_(a)", "?q=*a*", "(a", "_"];

function addresses(at: number, repeated: boolean): Item["links"] {
	const first = { url: `https://tide.example/${at}${ADDRESS_ENDS[at % ADDRESS_ENDS.length]}` };
	return repeated && at % 2 === 1 ? [first, { url: `https://lamp.example/${at}` }] : [first];
}

/** A mark is what can stand before a title without being part of its sentence. */
function exampleValue(name: string): string {
	return name === "mark" ? "★" : name === "tag" ? "long read" : "Ada Quay";
}

function readingFault(
	items: readonly Item[],
	style: HouseStyle,
	marked: boolean,
): ExampleFault | null {
	const parts: Part[] = [
		{ kind: "heading", text: "News", level: 2 },
		...items.map((item): ItemPart => ({ kind: "item", ...item })),
	];
	const issue: Issue = { number: null, date: null, publishedAt: null, fields: {}, parts };
	const text = formatIssue(issue, style);
	const read = parseIssue(text, style).parts;
	const slot = firstDifference(parts, read);
	if (slot === null && (marked || !text.includes(MARKS.item))) return null;
	if (items.some((item) => isNoteOutsideList(item, style.item)))
		return { kind: "notIndented", slot: "note" };
	return slot ? { kind: "unread", slot } : { kind: "notItem" };
}

/** The first slot that is parsed differently; an empty string if an item is not parsed as one. */
function firstDifference(parts: readonly Part[], read: readonly Part[]): string | null {
	if (parts.length !== read.length) return "";
	for (const [at, part] of parts.entries()) {
		const other = read[at];
		if (part.kind !== "item") continue;
		if (other?.kind !== "item" || other.asWritten !== undefined || other.pattern !== undefined)
			return "";
		if (part.title !== other.title) return "title";
		if (
			part.links.map(({ url }) => url).join("\n") !== other.links.map(({ url }) => url).join("\n")
		)
			return "url";
		if (part.note !== other.note) return "note";
		const names = new Set([...Object.keys(part.slots), ...Object.keys(other.slots)]);
		for (const name of names) if (part.slots[name] !== other.slots[name]) return name;
	}
	return null;
}

/** The fault of an item that contains a block in which markdown is not read, or a second heading. */
function unreadBlock(text: string): ExampleFault | null {
	const found = blocksOf(text).find(
		({ kind }, at) => UNREAD_BLOCKS.has(kind) || (kind === "heading" && at > 0),
	);
	return found ? { kind: "opensBlock", text: firstWords(text.slice(found.from, found.to)) } : null;
}

/** Whether the item begins with a list mark, but its note is not part of that list item. */
function isNoteOutsideList(item: Item, pattern: string): boolean {
	if (item.note === "") return false;
	const [first, ...others] = blocksOf(formatItem(item, pattern, 1));
	return first?.kind === "listItem" && others.length > 0;
}

function firstWords(text: string): string {
	return text.split("\n")[0]?.slice(0, 24) ?? "";
}
