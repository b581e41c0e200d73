import { isIssueDate, isPublicationTime } from "../../core/calendar/numbering.ts";
import { calendarSource } from "../../core/house-style/calendar.ts";
import { headingKey } from "../../core/issue/section-of.ts";
import { isLinkable } from "../../core/links/linkable.ts";
import type { LinkRecord } from "../../data/db/records.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** The value of a typed text, or why it has none. */
export type Parsed<V> = { value: V } | { problem: Sentence };

export function parseText(text: string): Parsed<string> {
	return { value: text };
}

/** A text of one line. Line breaks and repeated blanks become one blank. */
export function parseLine(text: string): Parsed<string> {
	return { value: text.replace(/\s+/g, " ").trim() };
}

/** An issue number: 1 or more, in digits. */
export function parseNumber(text: string): Parsed<number> {
	const digits = text.trim();
	const value = Number(digits);
	return /^\d+$/.test(digits) && value >= 1 && Number.isSafeInteger(value)
		? { value }
		: { problem: sentence("optionsBadNumber") };
}

/** A whole number from `least` to `most`, for example of empty lines. */
export function parseCount(text: string, least: number, most: number): Parsed<number> {
	const digits = text.trim();
	const value = Number(digits);
	return /^\d+$/.test(digits) && value >= least && value <= most
		? { value }
		: { problem: sentence("optionsBadCount", least, most) };
}

/** The width of an underline; an empty text means as wide as the heading. */
export function parseWidth(text: string, limit: number): Parsed<number | null> {
	const digits = text.trim();
	if (digits === "") return { value: null };
	return /^\d+$/.test(digits) && Number(digits) >= 1 && Number(digits) <= limit
		? { value: Number(digits) }
		: { problem: sentence("optionsBadWidth", limit) };
}

/** A text that must not be empty or one of `taken`. Space around it is removed. */
export function parseNamed(text: string, taken: readonly string[] = []): Parsed<string> {
	const value = text.trim();
	if (value === "") return { problem: sentence("optionsBadEmpty") };
	return taken.includes(value) ? { problem: sentence("optionsBadTaken", value) } : { value };
}

/** The heading of a section that is not one of `taken`; "Jobs" and "jobs" are the same. */
export function parseHeading(text: string, taken: readonly string[]): Parsed<string> {
	const named = parseNamed(text);
	if ("problem" in named) return named;
	const same = taken.find((heading) => isSameHeading(heading, named.value));
	return same === undefined ? named : { problem: sentence("optionsBadTaken", same) };
}

/** Compares two headings without case and punctuation, or exactly if they consist of punctuation only. */
function isSameHeading(one: string, other: string): boolean {
	const [first, second] = [headingKey(one), headingKey(other)];
	return first === "" && second === "" ? one === other : first === second;
}

/** A key of the front matter: a word that YAML accepts as a key, and not one of `taken`. */
export function parseKey(text: string, taken: readonly string[]): Parsed<string> {
	const named = parseNamed(text, taken);
	if ("problem" in named) return named;
	return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(named.value)
		? named
		: { problem: sentence("optionsBadKey") };
}

/**
 * Why a pattern cannot be used; null if it can.
 *
 * @param fields the names of the fields of a draft
 */
export function parsePattern(text: string, fields: ReadonlySet<string>): Sentence | null {
	const stray = text
		.replace(PLACEHOLDER, "")
		.replace(/\{(\w[\w-]*)\}/g, (slot, name: string) => (fields.has(name) ? "" : slot));
	if (/\{\w+(?::[^{}]*)?\}/.test(stray)) return sentence("optionsBadPlaceholder");
	const formats = [...text.matchAll(DATE_FORMAT)].map(([, format = ""]) => format);
	const isBad = (format: string) => calendarSource(format, "en").symbols.length === 0;
	return formats.some(isBad) ? sentence("optionsBadDateFormat") : null;
}

const PLACEHOLDER = /\{(?:number(?::0+)?|(?:date|published)(?:[+-]\d{1,3})?(?::[^{}]*)?)\}/g;
const DATE_FORMAT = /\{(?:date|published)(?:[+-]\d{1,3})?:([^{}]*)\}/g;

/** A date that exists, such as `2019-12-15`. */
export function parseIssueDate(text: string): Parsed<string> {
	const value = text.trim();
	return isIssueDate(value) ? { value } : { problem: sentence("optionsBadDate") };
}

/** A date and time with a UTC offset. */
export function parsePublicationTime(text: string): Parsed<string> {
	const value = text.trim();
	return isPublicationTime(value) ? { value } : { problem: sentence("optionsBadTime") };
}

/**
 * Addresses, one per line. Empty lines are ignored. Addresses are not normalized, and the known data of
 * an address that was there before is kept.
 */
export function parseLinks(text: string, known: readonly LinkRecord[]): Parsed<LinkRecord[]> {
	const before = new Map(known.map((link) => [link.url, link]));
	const links: LinkRecord[] = [];
	for (const [index, line] of text.split("\n").entries()) {
		const url = line.trim();
		if (url === "") continue;
		if (!isLinkable(url)) return { problem: sentence("optionsBadLink", index + 1, url) };
		links.push(before.get(url) ?? { url, title: "" });
	}
	return { value: links };
}

/** Links in the form of a field's text. */
export function linksText(links: readonly LinkRecord[]): string {
	return links.map(({ url }) => url).join("\n");
}
