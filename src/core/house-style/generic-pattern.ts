import type { LinkAt } from "../markdown/links.ts";
import { escapeInPattern } from "./parse-item-pattern.ts";

/*
 * Derives patterns from the text of a single item. They are used for items that the patterns of the
 * house style do not match. Learning compares them to find the ones that many items share.
 */

/** The beginning of a pattern, up to the end of the leading link. */
interface LeadPattern {
	head: string;
	/** The offset in the text at which the head ends. */
	end: number;
	/** What precedes the link, such as an emoji; empty if there is nothing. */
	mark: string;
}

const EMPHASIS = /[*_~]+$/;
const SEPARATOR = /^( ?[-–—:：|·•]+ ?| {1,2}|[,，] ?)(?=\S)/;

/**
 * Patterns that could be this item's, the most specific first.
 *
 * @param links the links in the item, with their offsets in `text`
 * @param lead the link that the item begins with
 * @param start offset at which its text begins, after list, quote and heading marks
 */
export function genericPatterns(
	text: string,
	links: readonly LinkAt[],
	lead: LinkAt | null,
	start: number,
): string[] {
	const opening = openingOf(text.slice(0, start));
	const bodies = [
		...(lead ? leadPatterns(text, lead, start) : []),
		...(lead ? [] : linksBelowPatterns(text, links, opening)),
	];
	const heading = /^#{1,6} /.test(text) ? headingPatterns(text, opening) : [];
	return [...bodies, ...heading, `${opening}{note}`, `${opening}{note:flush}`];
}

/** Escapes list, quote and heading marks for a pattern. The number of an ordered list becomes `{n}`. */
export function openingOf(marks: string): string {
	return escapeInPattern(marks).replace(/^( *)\d{1,9}(?=[.)])/, "$1{n}");
}

function leadPatterns(text: string, lead: LinkAt, start: number): string[] {
	const head = leadPattern(text, lead, start);
	if (!head) return [];
	const rest = text.slice(head.end);
	const direct = [`${head.head}{note}`, `${head.head}{note:flush}`];
	if (rest === "") return [head.head];
	const below = /^ {0,2}\n(\n*)([ \t>]*)/.exec(rest);
	if (below) return [`${head.head}${below[0]}{note}`, ...direct];
	const separator = SEPARATOR.exec(rest)?.[0];
	return separator ? [`${head.head}[${separator}{note}]`, ...direct] : direct;
}

/** The pattern of an item up to the end of its leading link; null if the link has no usable title. */
export function leadPattern(text: string, lead: LinkAt, start: number): LeadPattern | null {
	const before = text.slice(Math.min(start, lead.from), lead.from);
	const emphasis = EMPHASIS.exec(before)?.[0] ?? "";
	const { pattern, mark } = markPattern(before.slice(0, before.length - emphasis.length));
	const link = linkPattern(text, lead);
	if (link === null) return null;
	const closing = [...emphasis].reverse().join("");
	const closed = emphasis !== "" && text.startsWith(closing, lead.to);
	const end = lead.to + (closed ? closing.length : 0);
	const head = `${openingOf(text.slice(0, Math.min(start, lead.from)))}${pattern}${escapeInPattern(emphasis)}${link}${closed ? closing : ""}`;
	return { head, end, mark };
}

/** The pattern for what precedes the link: a counter, a tag in brackets, an emoji or another mark. */
function markPattern(before: string): { pattern: string; mark: string } {
	if (/^\s*$/.test(before)) return { pattern: before, mark: "" };
	const counter = /^\d{1,4}(\s*[、.)．:：]\s*)$/.exec(before);
	if (counter) return { pattern: `{n}${counter[1]}`, mark: "" };
	const tag = /^\[([^\]]+)\](\s*)$/.exec(before);
	if (tag) return { pattern: `[\\[{tag}\\]${tag[2]}]`, mark: tag[1] ?? "" };
	const mark = /^(\S(?:.*\S)?)(\s*)$/su.exec(before);
	if (!mark || /[[\]{}\n]/.test(before) || mark[2] === "")
		return { pattern: escapeInPattern(before), mark: "" };
	return { pattern: `[{mark}${mark[2]}]`, mark: mark[1] ?? "" };
}

function linkPattern(text: string, link: LinkAt): string | null {
	const { kind, from, to, textFrom, textTo, urlFrom, urlTo } = link;
	if (kind === "bare" || kind === "autolink") return null;
	const whole = text.slice(textFrom, textTo);
	const title = whole.trim();
	const marks = /^(\*\*|__|\*|_|`)(?=\S)[^*_`]+\1$/.exec(title)?.[1] ?? "";
	const shown = marks === "`" ? "" : marks;
	if (title === "") return null;
	const [before = "", after = ""] = whole.split(title);
	const slot = `${before}${shown}{title}${shown}${after}`;
	if (kind === "html") {
		if (textTo <= textFrom) return null;
		return `${escapeInPattern(text.slice(from, urlFrom))}{url}${escapeInPattern(text.slice(urlTo, textFrom))}${slot}${escapeInPattern(text.slice(textTo, to))}`;
	}
	if (kind === "inline")
		return `[${slot}${text.slice(textTo, urlFrom)}{url}${escapeInPattern(text.slice(urlTo, to))}`;
	const own = urlFrom > textTo;
	return own
		? `\\[${slot}\\]\\[{label}\\]`
		: `\\[${slot}${escapeInPattern(text.slice(textTo, to))}`;
}

/** Patterns of an item with a note and its links on their own lines below. */
function linksBelowPatterns(text: string, links: readonly LinkAt[], opening: string): string[] {
	const last = links.at(-1);
	const line = last && linkLine(text, last);
	if (!line) return [];
	let start = text.lastIndexOf("\n", last.from) + 1;
	// Link lines above that have the same pattern belong to it: the pattern line repeats for each link.
	for (let at = links.length - 2; at >= 0 && start > 0; at -= 1) {
		const above = text.lastIndexOf("\n", start - 2) + 1;
		const link = links[at] as LinkAt;
		if (link.from < above || linkLine(text, link) !== line) break;
		start = above;
	}
	if (start === 0) return [`{note}\n\n${line}`];
	const gap = /\n+$/.exec(text.slice(0, start))?.[0] ?? "\n";
	return [`${opening}{note}${gap}${line}`];
}

function linkLine(text: string, link: LinkAt): string | null {
	const start = text.lastIndexOf("\n", link.from) + 1;
	const end = text.indexOf("\n", link.to);
	const before = text.slice(start, link.from);
	const after = text.slice(link.to, end === -1 ? text.length : end);
	if (!/^(?:\s{0,4}(?:<br ?\/?>|[-*+] )?)$/.test(before) || after.trim() !== "") return null;
	if (link.kind === "bare") return `${before}{url}${after}`;
	if (link.kind === "autolink") return `${before}<{url}>${after}`;
	return link.kind === "inline" &&
		text.slice(link.urlTo, link.to) === ")" &&
		text.slice(link.textTo, link.urlFrom) === "]("
		? `${before}[{text}]({url})${after}`
		: null;
}

/** Patterns of an item with a heading as its title and the text below as its note. */
function headingPatterns(text: string, opening: string): string[] {
	const below = /\n\n*/.exec(text)?.[0];
	return [`${opening}{title}${below ?? "\n\n"}{note}`];
}
