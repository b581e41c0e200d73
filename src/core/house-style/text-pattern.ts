import {
	calendarSource,
	daysLater,
	formatCalendar,
	isoDay,
	isoMoment,
	type LocalDateTime,
	parseDateTime,
	readCalendar,
} from "./calendar.ts";

/*
 * Text patterns: text that contains `{number}`, `{date}`, `{published}` and fields such as `{subject}`.
 * `{number:000}` has at least three digits. `{date:FORMAT}` uses the formats of `calendar.ts`, and
 * `{date+7:FORMAT}` is a week later. A date without a format is written in ISO 8601.
 */

/** The values of an issue that text patterns parse and format. */
export interface IssueValues {
	number: number | null;
	/** As `2019-12-15`. */
	date: string | null;
	/** As `2019-12-22T13:40:01+00:00`, or only the day. */
	publishedAt: string | null;
	fields: Record<string, string>;
}

export const NO_VALUES: IssueValues = { number: null, date: null, publishedAt: null, fields: {} };

const PLACEHOLDER = /\{([a-z][a-z0-9_-]*?)([+-]\d{1,3})?(?::([^{}\n]*))?\}/gi;

/** Longer texts are never matched, to limit the time that matching takes. */
const MAX_MATCHED_LENGTH = 5_000;

/** Placeholder names that are not fields. */
const STATED_NAMES: ReadonlySet<string> = new Set(["number", "date", "published"]);

/** Fills a pattern with the values of an issue. */
export function fillText(pattern: string, stated: IssueValues, language: string): string {
	return pattern.replace(
		PLACEHOLDER,
		(whole, name: string, days: string | undefined, format: string | undefined) => {
			if (name === "number")
				return stated.number === null
					? ""
					: String(stated.number).padStart(format?.length ?? 0, "0");
			if (name !== "date" && name !== "published")
				return stated.fields[name] ?? (name in stated.fields ? "" : whole);
			const value = name === "date" ? stated.date : (stated.publishedAt ?? stated.date);
			const clock = value === null ? null : parseDateTime(value);
			if (!clock) return value ?? "";
			const moved = days ? daysLater(clock, Number(days)) : clock;
			if (format !== undefined) return formatCalendar(moved, format, language);
			return days ? isoDay(moved) : (value ?? "");
		},
	);
}

/** Names of the fields in a pattern. */
export function fieldsIn(pattern: string): string[] {
	return [...pattern.matchAll(PLACEHOLDER)].flatMap(([, name = ""]) =>
		STATED_NAMES.has(name) ? [] : [name],
	);
}

interface Place {
	name: string;
	days: number;
	format: string | undefined;
	symbols: string[];
	groups: number;
}

/**
 * Parses a text by a pattern; null if the text does not match it.
 *
 * @param near values that are already known; they supply the year of a date that is written without one
 */
export function matchText(
	pattern: string,
	text: string,
	language: string,
	near: IssueValues,
): IssueValues | null {
	if (!pattern.includes("{")) return pattern === text ? NO_VALUES : null;
	if (text.length > MAX_MATCHED_LENGTH || pattern.length > MAX_MATCHED_LENGTH) return null;
	const { source, places } = compiled(pattern, language);
	const found = new RegExp(`^${source}$`, "u").exec(text);
	if (!found) return null;
	const stated: IssueValues = { ...NO_VALUES, fields: {} };
	let group = 1;
	for (const place of places) {
		const values = found.slice(group, group + place.groups);
		group += place.groups;
		if (!readPlace(place, values, language, near, stated)) return null;
	}
	return stated;
}

function readPlace(
	place: Place,
	values: string[],
	language: string,
	near: IssueValues,
	stated: IssueValues,
): boolean {
	const [value = ""] = values;
	const { name, days, format } = place;
	if (name === "number") {
		const number = Number(value);
		if (stated.number !== null && stated.number !== number) return false;
		stated.number = number;
		return true;
	}
	if (name !== "date" && name !== "published") {
		if (stated.fields[name] !== undefined && stated.fields[name] !== value) return false;
		stated.fields[name] = value;
		return true;
	}
	const known = parseDateTime(
		(name === "date"
			? (stated.date ?? near.date ?? near.publishedAt)
			: (stated.publishedAt ?? near.publishedAt ?? near.date)) ?? "",
	);
	const clock =
		format === undefined
			? parseDateTime(value)
			: readCalendar(
					place.symbols,
					values,
					language,
					known && days ? daysLater(known, days) : known,
				);
	if (!clock) return false;
	return takeDate(place, daysLater(clock, -days), format === undefined ? value : null, stated);
}

function takeDate(
	{ name, symbols, days }: Place,
	clock: LocalDateTime,
	value: string | null,
	stated: IssueValues,
): boolean {
	if (name === "date") {
		const day = isoDay(clock);
		if (stated.date !== null && stated.date !== day) return false;
		stated.date = day;
		return true;
	}
	const timed = symbols.some((symbol) => symbol.startsWith("H"));
	const written = value !== null && days === 0 ? value : timed ? isoMoment(clock) : isoDay(clock);
	if (stated.publishedAt !== null && stated.publishedAt.slice(0, 10) !== written.slice(0, 10))
		return false;
	if (stated.publishedAt === null || written.length > stated.publishedAt.length)
		stated.publishedAt = written;
	return true;
}

const cache = new Map<string, { source: string; places: Place[] }>();

function compiled(pattern: string, language: string): { source: string; places: Place[] } {
	const key = `${language}\n${pattern}`;
	const known = cache.get(key);
	if (known) return known;
	if (cache.size > 1_000) cache.clear();
	const places: Place[] = [];
	let source = "";
	let end = 0;
	for (const found of pattern.matchAll(PLACEHOLDER)) {
		source += literal(pattern.slice(end, found.index));
		end = found.index + found[0].length;
		const [, name = "", days, format] = found;
		const place: Place = { name, days: Number(days ?? 0), format, symbols: [], groups: 1 };
		if (name === "number") source += "(\\d{1,9})";
		else if (STATED_NAMES.has(name) && format !== undefined) {
			const calendar = calendarSource(format, language);
			place.symbols = calendar.symbols;
			place.groups = calendar.symbols.length;
			source += calendar.source;
		} else
			source += STATED_NAMES.has(name)
				? "(\\d{4}-\\d{2}-\\d{2}(?:[T ][0-9:.]+)?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?)"
				: "([^\\n]*?)";
		places.push(place);
	}
	const made = { source: source + literal(pattern.slice(end)), places };
	cache.set(key, made);
	return made;
}

/** Combines two sets of values. Where both have a value, that of `one` is used. */
export function combineValues(one: IssueValues, other: IssueValues): IssueValues {
	return {
		number: one.number ?? other.number,
		date: one.date ?? other.date,
		publishedAt: one.publishedAt ?? other.publishedAt,
		fields: { ...other.fields, ...one.fields },
	};
}

function literal(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
