import { format, isValid, parse } from "date-fns";
import { isIssueDate } from "../core/calendar/numbering.ts";
import type { Issue } from "./issue.ts";

/*
 * Patterns of the house style: text with `{number}`, `{date}`, `{date:FORMAT}`, `{published}` and
 * `{published:FORMAT}` in it. FORMAT is date-fns' (Unicode TR35), so `do MMMM yyyy` is
 * "15th December 2019". A date without a format is ISO 8601. `{number:000}` has three digits at
 * least.
 */

/** The parts of an issue that a pattern can say. */
export type Stated = Pick<Issue, "number" | "issueDate" | "publishedAt">;

const PLACEHOLDER = /\{(number|date|published)(?::([^{}]*))?\}/g;

/** The number of an issue, and not the first digits of what is too long to be one. */
export const NUMBER = String.raw`(?<!\d)\d{1,16}(?!\d)`;
const CALLED_NUMBER = new RegExp(String.raw`(?:issue|no\.?|#)\D{0,3}(${NUMBER})`, "i");
const FIRST_NUMBER = new RegExp(`(${NUMBER})`);

/** No title is longer; what it says would be found in vain for seconds. */
const LONGEST_MATCHED = 10_000;

/** Dates as people write them, most telling first, and how date-fns writes each. */
const WRITTEN_DATES: readonly { pattern: RegExp; format: string }[] = [
	{ pattern: /\d{1,2}(?:st|nd|rd|th) (?:of )?[A-Z][a-z]+,? \d{4}/, format: "do MMMM yyyy" },
	{ pattern: /\d{1,2} [A-Z][a-z]+ \d{4}/, format: "d MMMM yyyy" },
	{ pattern: /[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th),? \d{4}/, format: "MMMM do, yyyy" },
	{ pattern: /[A-Z][a-z]+ \d{1,2},? \d{4}/, format: "MMMM d, yyyy" },
	{ pattern: /\d{4}-\d{2}-\d{2}/, format: "yyyy-MM-dd" },
	{ pattern: /\d{1,2}(?:st|nd|rd|th) [A-Z][a-z]+/, format: "do MMMM" },
];

/** The pattern with what the issue says in its places. */
export function fillPattern(pattern: string, issue: Stated): string {
	return pattern.replace(PLACEHOLDER, (whole, name: string, dateFormat: string | undefined) => {
		if (name === "number") return String(issue.number).padStart(dateFormat?.length ?? 0, "0");
		const value = name === "date" ? issue.issueDate : issue.publishedAt;
		const day = value.slice(0, 10);
		if (dateFormat === undefined || !isIssueDate(day)) return value;
		try {
			return format(wallClock(value), dateFormat);
		} catch {
			// No format at all: it stays to be seen and mended, rather than stop the issue.
			return whole;
		}
	});
}

/** What a text made from the pattern says, or null when it was not made from it. */
export function matchPattern(
	pattern: string,
	text: string,
	known: Partial<Stated>,
): Partial<Stated> | null {
	const values = valuesIn(pattern, text);
	if (!values) return null;
	const stated: Partial<Stated> = {};
	for (const { name, dateFormat, value } of values) {
		if (name === "number") stated.number = Number(value);
		else if (name === "published" && dateFormat === undefined) stated.publishedAt = value;
		else if (name === "date") {
			const day = dateFormat === undefined ? value : readDate(value, dateFormat, known);
			if (day === null || !isIssueDate(day)) return null;
			stated.issueDate = day;
		}
	}
	return stated;
}

interface Placeholder {
	name: string;
	dateFormat: string | undefined;
}

/** Text and numbers of a pattern up to its next date, of which only the end can be told. */
interface Stretch {
	source: string;
	numbers: Placeholder[];
	/** The date behind it; none behind the last. */
	date: Placeholder | null;
}

/**
 * What stands in a text in the places of the pattern's placeholders; null when it does not fit.
 * Each stretch is looked for from the end of the one before, and never again further on: what
 * fits at all fits so, and no text is gone through twice however many dates the pattern has.
 */
function valuesIn(pattern: string, text: string): (Placeholder & { value: string })[] | null {
	const stretches = stretchesOf(pattern);
	if (stretches.length === 1 && stretches[0]?.numbers.length === 0) {
		return pattern === text ? [] : null;
	}
	if (pattern.length > LONGEST_MATCHED || text.length > LONGEST_MATCHED) return null;
	const values: (Placeholder & { value: string })[] = [];
	let open: Placeholder | null = null;
	let end = 0;
	for (const { source, numbers, date } of stretches) {
		const wanted = new RegExp(date ? source : `${source}$`, open ? "g" : "y");
		wanted.lastIndex = end;
		const found = wanted.exec(text);
		if (!found) return null;
		const before = text.slice(end, found.index);
		if (before.includes("\n")) return null;
		if (open) values.push({ ...open, value: before });
		values.push(...numbers.map((number, at) => ({ ...number, value: found[at + 1] ?? "" })));
		end = found.index + found[0].length;
		open = date;
	}
	return values;
}

function stretchesOf(pattern: string): Stretch[] {
	const stretches: Stretch[] = [];
	let last: Stretch = { source: "", numbers: [], date: null };
	let end = 0;
	for (const found of pattern.matchAll(PLACEHOLDER)) {
		const placeholder = { name: found[1] ?? "", dateFormat: found[2] };
		last.source += literal(pattern.slice(end, found.index));
		end = found.index + found[0].length;
		if (placeholder.name === "number") {
			last.source += String.raw`(\d{1,16})`;
			last.numbers.push(placeholder);
		} else {
			stretches.push({ ...last, date: placeholder });
			last = { source: "", numbers: [], date: null };
		}
	}
	return [...stretches, { ...last, source: last.source + literal(pattern.slice(end)) }];
}

/**
 * A pattern that would have made this text, and what the text says: the date in it, and the
 * issue's number, which is the one after "issue" or "#", else the first outside the date.
 */
export function learnPattern(
	text: string,
	known: Partial<Stated>,
): { pattern: string; stated: Partial<Stated> } {
	const stated: Partial<Stated> = {};
	let pattern = text;
	for (const { pattern: written, format: dateFormat } of WRITTEN_DATES) {
		const found = written.exec(pattern)?.[0];
		const day = found === undefined ? null : readDate(found, dateFormat, known);
		if (found === undefined || day === null) continue;
		stated.issueDate = day;
		pattern = pattern.replace(found, `{date:${formatOf(found, day, dateFormat)}}`);
		break;
	}
	// As long as before, so that places in it are places in the pattern.
	const outside = pattern.replace(/\{[^{}]*\}/g, (braced) => " ".repeat(braced.length));
	const number = CALLED_NUMBER.exec(outside) ?? FIRST_NUMBER.exec(outside);
	if (number?.[1] !== undefined) {
		stated.number = Number(number[1]);
		const at = number.index + number[0].length - number[1].length;
		pattern = `${pattern.slice(0, at)}{number}${pattern.slice(at + number[1].length)}`;
	}
	return { pattern, stated };
}

/** The format that gives the text back, where a variant of the usual one does. */
function formatOf(text: string, day: string, usual: string): string {
	const variants = [
		usual,
		usual.replace(",", ""),
		usual.replace("do MMMM", "do 'of' MMMM"),
		usual.replace("MMMM", "MMM"),
	];
	return variants.find((variant) => format(wallClock(day), variant) === text) ?? usual;
}

/** A written date as ISO 8601; a date without a year has the year of `known`. Null when it is none. */
function readDate(text: string, dateFormat: string, known: Partial<Stated>): string | null {
	const year = Number((known.issueDate || known.publishedAt || "").slice(0, 4)) || 2000;
	const plain = text.replace(/ of /, " ");
	for (const variant of [
		dateFormat,
		dateFormat.replace(",", ""),
		dateFormat.replace("MMMM", "MMM"),
	]) {
		const date = parse(plain, variant, new Date(year, 0, 1));
		if (isValid(date)) return format(date, "yyyy-MM-dd");
	}
	return null;
}

/** The date and time a text states, as if it were local: only its fields matter here. */
function wallClock(value: string): Date {
	const [year = 0, month = 1, day = 1, hour = 12, minute = 0, second = 0] = (
		value.match(/\d+/g) ?? []
	).map(Number);
	return new Date(year, month - 1, day, hour, minute, second);
}

function literal(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
