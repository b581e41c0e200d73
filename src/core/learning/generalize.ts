import {
	calendarSource,
	daysBetween,
	formatCalendar,
	parseDateTime,
	readCalendar,
} from "../house-style/calendar.ts";
import type { IssueValues } from "../house-style/text-pattern.ts";
import { mostCommon } from "./learn-tails.ts";

/*
 * Compares the texts of several issues. What they share, with placeholders for number and dates,
 * becomes a text pattern. What differs freely becomes a field.
 */

/** Formats of a day. Longer ones come first, so that a part of a date is not taken for the whole. */
const DAYS = [
	"MMMM do, yyyy",
	"MMMM do yyyy",
	"MMMM d, yyyy",
	"MMMM d yyyy",
	"MMMM dd, yyyy",
	"do 'of' MMMM, yyyy",
	"do 'of' MMMM yyyy",
	"do MMMM, yyyy",
	"do MMMM yyyy",
	"d MMMM, yyyy",
	"d MMMM yyyy",
	"dd MMMM yyyy",
	"d. MMMM yyyy",
	"d 'de' MMMM 'de' yyyy",
	"d 'de' MMMM, yyyy",
	"MMM do, yyyy",
	"MMM d, yyyy",
	"MMM d yyyy",
	"MMM dd, yyyy",
	"do MMM yyyy",
	"d MMM yyyy",
	"dd MMM yyyy",
	"d. MMM yyyy",
] as const;
const NUMERIC = [
	"yyyy-MM-dd'T'HH:mm:ssxxx",
	"yyyy-MM-dd HH:mm:ss xxx",
	"yyyy-MM-dd HH:mm:ss xx",
	"yyyy-MM-dd'T'HH:mm:ss'Z'",
	"yyyy-MM-dd'T'HH:mm:ss",
	"yyyy-MM-dd HH:mm:ss",
	"yyyy-MM-dd HH:mm",
	"yyyy年M月d日",
	"yyyy年MM月dd日",
	"RRRR-'W'II",
	"RRRR-'w'II",
	"yyyy-MM-dd",
	"yyyy/MM/dd",
	"yyyy.MM.dd",
	"yyyy_MM_dd",
	"dd.MM.yyyy",
	"d.M.yyyy",
	"MM-dd-yyyy",
	"dd-MM-yyyy",
	"MM/dd/yyyy",
	"dd/MM/yyyy",
	"M/d/yyyy",
	"d/M/yyyy",
	"yyyyMMdd",
	"MMddyy",
	"ddMMyy",
	"yyMMdd",
] as const;
const YEARLESS = [
	"MMMM do",
	"do 'of' MMMM",
	"do MMMM",
	"MMMM d",
	"d MMMM",
	"d. MMMM",
	"d 'de' MMMM",
	"M月d日",
	"MMMM yyyy",
	"yyyy-MM",
	"yyyy/MM",
] as const;
const WEEKDAYS = ["EEEE, ", "EEEE ", "EEE, ", ""] as const;

const FORMATS: readonly string[] = [
	...WEEKDAYS.flatMap((weekday) =>
		[...DAYS, ...(weekday === "" ? [] : YEARLESS)].map((day) => weekday + day),
	),
	...NUMERIC,
	...YEARLESS,
];
const FARTHEST_DAYS = 45;
const LONGEST = 3_000;

interface Source {
	format: string;
	pattern: RegExp;
	symbols: string[];
}

const sources = new Map<string, Source[]>();

function sourcesFor(language: string): Source[] {
	const known = sources.get(language);
	if (known) return known;
	const made = FORMATS.map((format) => {
		const { source, symbols } = calendarSource(format, language);
		return {
			format,
			symbols,
			pattern: new RegExp(`(?<![\\p{L}\\d{])${source}(?![\\p{L}\\d}])`, "gu"),
		};
	});
	sources.set(language, made);
	return made;
}

/** Replaces the issue's number and dates by placeholders. */
export function withPlaceholders(text: string, stated: IssueValues, language: string): string {
	if (!/\d/.test(text) || text.length > LONGEST) return text;
	return numberPlaced(datesPlaced(text, stated, language), stated.number);
}

function datesPlaced(text: string, stated: IssueValues, language: string): string {
	const date = stated.date === null ? null : parseDateTime(stated.date);
	const published = stated.publishedAt === null ? null : parseDateTime(stated.publishedAt);
	const near = date ?? published;
	if (!near) return text;
	let placed = text;
	for (const { format, pattern, symbols } of sourcesFor(language)) {
		placed = placed.replace(pattern, (whole: string, ...groups: unknown[]) => {
			const values = groups.slice(0, symbols.length).map(String);
			const offset = groups[symbols.length] as number;
			if (isInside(placed, offset)) return whole;
			const timed = symbols.includes("HH");
			const clock = readCalendar(symbols, values, language, timed ? null : near);
			if (!clock || formatCalendar(clock, format, language) !== whole) return whole;
			const onlyMonth = !symbols.some((symbol) => /^(?:d|I)/.test(symbol));
			if (timed) {
				const same = published && formatCalendar(published, format, language) === whole;
				return same ? placeholderFor("published", 0, format, whole, stated) : whole;
			}
			if (onlyMonth)
				return formatCalendar(near, format, language) === whole ? `{date:${format}}` : whole;
			const days = daysBetween(near, clock);
			if (days !== 0 && published && daysBetween(published, clock) === 0)
				return placeholderFor("published", 0, format, whole, stated);
			return Math.abs(days) > FARTHEST_DAYS
				? whole
				: placeholderFor(date ? "date" : "published", days, format, whole, stated);
		});
	}
	return placed;
}

function placeholderFor(
	name: string,
	days: number,
	format: string,
	whole: string,
	stated: IssueValues,
): string {
	const plain = name === "date" ? stated.date : (stated.publishedAt ?? stated.date);
	const moved = days === 0 ? "" : days > 0 ? `+${days}` : String(days);
	return plain === whole && days === 0 ? `{${name}}` : `{${name}${moved}:${format}}`;
}

/** Whether an offset is within a placeholder. */
function isInside(text: string, at: number): boolean {
	const open = text.lastIndexOf("{", at);
	return open !== -1 && text.indexOf("}", open) >= at;
}

function numberPlaced(text: string, number: number | null): string {
	if (number === null) return text;
	return text.replace(
		/(?<!\d|\d[./:-])\d{1,9}(?!\d|[./:-]\d)|(?<=\d{4}-\d{2}-\d{2}-)\d{1,9}(?!\d)/g,
		(digits, offset: number) => {
			if (Number(digits) !== number || isInside(text, offset)) return digits;
			return digits.startsWith("0") ? `{number:${"0".repeat(digits.length)}}` : "{number}";
		},
	);
}

/** One pattern for the texts of several issues. */
interface Generalized {
	pattern: string;
	/** Its fields, each with its text in the latest issue. */
	fields: { name: string; last: string }[];
}

/**
 * Finds a common pattern of corresponding texts from several issues; the latest text is the last.
 *
 * @param name the name of the field that is used where the texts differ freely
 */
export function generalize(
	texts: readonly { text: string; stated: IssueValues }[],
	language: string,
	name: string,
): Generalized {
	const masked = texts.map(({ text, stated }) => withPlaceholders(text, stated, language));
	const last = masked.at(-1) ?? "";
	if (masked.length === 1) return generalizeOne(last, name);
	const common = mostCommon(masked);
	if (common !== null && masked.filter((each) => each === common).length * 2 > masked.length)
		return { pattern: common, fields: [] };
	const quote = mostCommon(masked.map(quoteOf)) ?? "";
	const alike = masked.filter((each) => quoteOf(each) === quote);
	if (alike.length < 2) return generalizeOne(last, name);
	const prefix = commonStart(alike);
	const suffix = commonEnd(alike, prefix.length);
	const shown = quoteOf(last) === quote ? last : (alike.at(-1) ?? last);
	const middle = shown.slice(prefix.length, shown.length - suffix.length);
	const bounded = boundaries(prefix, suffix, quote);
	const field =
		bounded.prefix === "" && bounded.suffix === "" ? name : name === "title" ? "subject" : name;
	const value = shown.slice(bounded.prefix.length, shown.length - bounded.suffix.length);
	if (
		/[{}]/.test(
			bounded.prefix.replace(/\{[^{}]*\}/g, "") + bounded.suffix.replace(/\{[^{}]*\}/g, ""),
		)
	)
		return { pattern: `{${name}}`, fields: [{ name, last: middle }] };
	return {
		pattern: `${bounded.prefix}{${field}}${bounded.suffix}`,
		fields: [{ name: field, last: value.replace(/\{[^{}]*\}/g, "") }],
	};
}

/** Keys whose values usually differ in every issue. */
const OF_ONE_ISSUE =
	/^(?:subject|subtitle|description|summary|excerpt|slug|permalink|url|image|cover|thumbnail|preview|og-?image)$/i;

/**
 * Makes a pattern from a single text. What follows the number or the date after a colon or dash is the
 * subject.
 */
function generalizeOne(masked: string, name: string): Generalized {
	const found =
		/^(.*\{(?:number|date)[^{}]*\}[^{}\n]{0,12}?(?:[:：]|[)）]：?| [-–—|])\s*)([^{}\n]{3,}?)(["']?)$/su.exec(
			masked,
		);
	if (found) {
		const [, before = "", last = "", quote = ""] = found;
		return { pattern: `${before}{subject}${quote}`, fields: [{ name: "subject", last }] };
	}
	if (!OF_ONE_ISSUE.test(name) || masked.includes("{") || masked.trim() === "")
		return { pattern: masked, fields: [] };
	const quote = quoteOf(masked);
	return { pattern: `${quote}{${name}}${quote}`, fields: [{ name, last: masked }] };
}

function quoteOf(text: string): string {
	return /^["']/.exec(text)?.[0] ?? "";
}

/**
 * Shortens prefix and suffix to whole words and placeholders, so that the field is not cut inside a
 * word.
 */
function boundaries(
	prefix: string,
	suffix: string,
	quote: string,
): { prefix: string; suffix: string } {
	let start = prefix.replace(/\{[^{}]*$/, "");
	if (/[\p{L}\p{N}]$/u.test(start)) start = start.replace(/[\p{L}\p{N}]+$/u, "");
	let end = suffix.replace(/^[^{}]*\}/, (cut) => (cut.includes("{") ? cut : ""));
	if (/^[\p{L}\p{N}]/u.test(end)) end = end.replace(/^[\p{L}\p{N}]+/u, "");
	// A short suffix without a placeholder is kept only if it is more than space; a closing quote always
	// is.
	if (!end.includes("{") && end.length < 3 && end !== quote)
		end = quote !== "" && end.endsWith(quote) ? quote : end.trim() === "" ? "" : end;
	if (start.trim() === quote) start = quote;
	return { prefix: start, suffix: end };
}

function commonStart(texts: readonly string[]): string {
	const [first = ""] = texts;
	let length = first.length;
	for (const text of texts) {
		let at = 0;
		while (at < length && text[at] === first[at]) at += 1;
		length = at;
	}
	return first.slice(0, length);
}

function commonEnd(texts: readonly string[], from: number): string {
	const [first = ""] = texts;
	let length = Math.min(...texts.map((text) => text.length - from));
	for (const text of texts) {
		let at = 0;
		while (at < length && text[text.length - 1 - at] === first[first.length - 1 - at]) at += 1;
		length = at;
	}
	return length <= 0 ? "" : first.slice(first.length - length);
}
