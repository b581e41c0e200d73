import { writeDestination } from "../markdown/destination.ts";
import { writeAddress } from "../markdown/write-address.ts";
import type { Item, ItemLink } from "./item.ts";
import {
	type ItemPattern,
	type PatternLine,
	type PatternToken,
	parseItemPattern,
} from "./parse-item-pattern.ts";

/** List and quote marks at the beginning of a line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*[ \t]*/;

/** Slots that can hold several lines. */
const MULTILINE = new Set(["title", "note"]);

/**
 * The prefix of the second and later lines of a text, given what precedes the text on its first line:
 * quote marks are repeated, list marks become indentation.
 */
export function continuationOf(before: string): string {
	const marks = CONTAINERS.exec(before)?.[0] ?? "";
	return marks.replace(/[^ \t>]/g, " ");
}

/**
 * Formats an item by its pattern.
 *
 * @param n its number in the section
 */
export function fillItem(item: Item, pattern: string, n: number): string {
	const parsed = parseItemPattern(pattern);
	const rows: string[] = [];
	for (const [index, line] of parsed.lines.entries()) {
		for (const [at, filled] of filledLines(line, index, item, n, parsed).entries()) {
			if (rows.length > 0 && at === 0)
				for (let blank = 0; blank < line.blanks; blank += 1) rows.push("");
			rows.push(filled);
		}
	}
	return rows.join("\n");
}

/**
 * The lines that one line of the pattern produces: one for each link if the pattern line repeats, none
 * if all its slots are empty.
 */
function filledLines(
	line: PatternLine,
	index: number,
	item: Item,
	n: number,
	pattern: ItemPattern,
): string[] {
	if (line.perLink) {
		const own =
			pattern.slots.includes("title") && firstIsInTitle(pattern) ? item.links.slice(1) : item.links;
		const further = { ...line, tokens: furtherLinkTokens(line, index) };
		return own.map((link, at) => fillLine(at === 0 ? line : further, item, link, n));
	}
	const values = line.slots.map((name) => slotValue(name, item, item.links[0], n));
	if (
		line.slots.length > 0 &&
		values.every((value) => value === "") &&
		!line.tokens.some(hasDefault)
	)
		return [];
	if (line.slots.every((name) => name === "n") && line.slots.length > 0) return [];
	return [fillLine(line, item, item.links[0], n)];
}

/**
 * The tokens of a line that repeats, for its second and later links. If the item begins with that line,
 * its list mark becomes indentation: otherwise each link would begin an item.
 */
export function furtherLinkTokens({ tokens }: PatternLine, index: number): readonly PatternToken[] {
	const [first, ...others] = tokens;
	if (index > 0 || first?.kind !== "literal") return tokens;
	const marks = CONTAINERS.exec(first.text)?.[0] ?? "";
	if (marks === "") return tokens;
	return [
		{ kind: "literal", text: continuationOf(marks) + first.text.slice(marks.length) },
		...others,
	];
}

/** Whether the first link is written on the line of the title. */
function firstIsInTitle({ lines }: ItemPattern): boolean {
	return lines.some(({ slots }) => slots.includes("title") && slots.includes("url"));
}

function hasDefault(token: PatternToken): boolean {
	return (
		token.kind === "slot" && token.name !== "note" && token.option !== null && token.option !== ""
	);
}

function fillLine(line: PatternLine, item: Item, link: ItemLink | undefined, n: number): string {
	let text = "";
	const write = (token: PatternToken) => {
		if (token.kind === "literal") text += token.text;
		else if (token.kind === "slot") {
			const value =
				slotValue(token.name, item, link, n, text, token.joined) ||
				(token.name === "note" ? "" : (token.option ?? ""));
			text += MULTILINE.has(token.name)
				? continued(value, token.option === "flush" ? "" : continuationOf(lastLineOf(text)))
				: value;
		} else if (
			token.tokens.some(
				(inner) => inner.kind === "slot" && slotValue(inner.name, item, link, n) !== "",
			)
		)
			token.tokens.forEach(write);
	};
	line.tokens.forEach(write);
	return text;
}

/** Puts the prefix before the second and later lines of a text. Empty lines get its quote marks alone. */
function continued(note: string, prefix: string): string {
	if (prefix === "") return note;
	const onEmpty = prefix.trimEnd();
	return note.replace(
		/\n([^\n]*)/g,
		(_, line: string) => `\n${line === "" ? onEmpty : prefix + line}`,
	);
}

function lastLineOf(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}

/**
 * @param before the text of the line up to the slot
 * @param joined whether other text follows without a blank between
 */
function slotValue(
	name: string,
	item: Item,
	link: ItemLink | undefined,
	n: number,
	before = "",
	joined = false,
): string {
	if (name === "title") return item.title;
	if (name === "note") return item.note;
	if (name === "n") return item.slots.n ?? String(n);
	if (name === "url") return link ? (link.spelling ?? writeAddress(link.url, before, !joined)) : "";
	if (name === "text") return link ? (link.text ?? writeDestination(link.url)) : "";
	return item.slots[name] ?? "";
}
