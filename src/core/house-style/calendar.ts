/*
 * Dates as newsletters write them. A format consists of the symbols below: those of Unicode TR35, `do`
 * for the ordinal number of the day, and `RRRR` and `II` for the year and the week of ISO 8601. Other
 * letters are put between apostrophes: `do MMMM yyyy` is "15th December 2019", and `'Week' II` is "Week
 * 50". Names of months and weekdays come from `Intl`, in the given language.
 */

/** A day and a time of day as they are written. They are never converted to another time zone. */
export interface LocalDateTime {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	/** As `+01:00` or `Z`. */
	offset: string;
}

const SYMBOL =
	/'(?:[^']|'')*'|do|y{4}|yy|R{4}|I{1,2}|M{1,4}|d{1,2}|E{3,4}|H{1,2}|mm|ss|x{2,3}|X{3}|[A-Za-z]/g;
const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Parses an ISO 8601 date or time; null if it is neither, or if the day does not exist. */
export function parseDateTime(iso: string): LocalDateTime | null {
	const parts = ISO.exec(iso);
	if (!parts) return null;
	const [year, month, day, hour, minute, second] = parts
		.slice(1, 7)
		.map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
	if (!isValidDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
	return { year, month, day, hour, minute, second, offset: withColon(parts[7] ?? "") };
}

/** The day as `2019-12-15`. */
export function isoDay({ year, month, day }: LocalDateTime): string {
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The time as `2019-12-22T13:40:01+00:00`. */
export function isoMoment(clock: LocalDateTime): string {
	return `${isoDay(clock)}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${clock.offset || "+00:00"}`;
}

/** The same time of day, `days` days later; earlier if `days` is negative. */
export function daysLater(clock: LocalDateTime, days: number): LocalDateTime {
	const date = new Date(Date.UTC(clock.year, clock.month - 1, clock.day + days));
	date.setUTCFullYear(date.getUTCFullYear());
	return {
		...clock,
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
	};
}

/** The number of days between two days; negative if `to` is the earlier one. */
export function daysBetween(from: LocalDateTime, to: LocalDateTime): number {
	return Math.round((utc(to) - utc(from)) / 86_400_000);
}

function utc({ year, month, day }: LocalDateTime): number {
	return Date.UTC(year, month - 1, day);
}

export function isValidDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(2000, month - 1, day));
	date.setUTCFullYear(year, month - 1, day);
	return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Formats the date. */
export function formatCalendar(clock: LocalDateTime, format: string, language: string): string {
	return format.replace(SYMBOL, (symbol) => formatSymbol(symbol, clock, language));
}

function formatSymbol(symbol: string, clock: LocalDateTime, language: string): string {
	const { year, month, day, hour, minute, second, offset } = clock;
	if (symbol.startsWith("'"))
		return symbol.length === 2 ? "'" : symbol.slice(1, -1).replaceAll("''", "'");
	switch (symbol) {
		case "yyyy":
			return String(year).padStart(4, "0");
		case "yy":
			return two(year % 100);
		case "RRRR":
			return String(isoWeek(clock).year).padStart(4, "0");
		case "II":
			return two(isoWeek(clock).week);
		case "I":
			return String(isoWeek(clock).week);
		case "MMMM":
			return monthNames(language).long[month - 1] ?? "";
		case "MMM":
			return monthNames(language).short[month - 1] ?? "";
		case "MM":
			return two(month);
		case "M":
			return String(month);
		case "do":
			return ordinal(day, language);
		case "dd":
			return two(day);
		case "d":
			return String(day);
		case "EEEE":
			return weekdayNames(language).long[weekday(clock)] ?? "";
		case "EEE":
			return weekdayNames(language).short[weekday(clock)] ?? "";
		case "HH":
			return two(hour);
		case "H":
			return String(hour);
		case "mm":
			return two(minute);
		case "ss":
			return two(second);
		case "xxx":
			return offset === "Z" ? "+00:00" : offset;
		case "xx":
			return offset === "Z" ? "+0000" : offset.replace(":", "");
		case "XXX":
			return offset === "+00:00" ? "Z" : offset;
		default:
			return symbol;
	}
}

/**
 * Source of a regular expression that finds dates in the format. It has one group for each of
 * `symbols`.
 */
export function calendarSource(
	format: string,
	language: string,
): { source: string; symbols: string[] } {
	const symbols: string[] = [];
	let source = "";
	let end = 0;
	for (const found of format.matchAll(SYMBOL)) {
		source += literal(format.slice(end, found.index));
		end = found.index + found[0].length;
		const [symbol] = found;
		if (symbol.startsWith("'") || !(symbol in SOURCES || symbol in NAMES)) {
			source += literal(symbol.startsWith("'") ? formatSymbol(symbol, EPOCH, language) : symbol);
			continue;
		}
		symbols.push(symbol);
		source += `(${SOURCES[symbol] ?? namesSource(symbol, language)})`;
	}
	return { source: source + literal(format.slice(end)), symbols };
}

const EPOCH: LocalDateTime = {
	year: 1970,
	month: 1,
	day: 1,
	hour: 0,
	minute: 0,
	second: 0,
	offset: "",
};
const SOURCES: Record<string, string> = {
	yyyy: "\\d{4}",
	yy: "\\d{2}",
	RRRR: "\\d{4}",
	II: "\\d{2}",
	I: "\\d{1,2}",
	MM: "\\d{2}",
	M: "\\d{1,2}",
	do: "\\d{1,2}(?:st|nd|rd|th|er|re|ème|º|ª|°)?",
	dd: "\\d{2}",
	d: "\\d{1,2}",
	HH: "\\d{2}",
	H: "\\d{1,2}",
	mm: "\\d{2}",
	ss: "\\d{2}",
	xxx: "[+-]\\d{2}:\\d{2}",
	xx: "[+-]\\d{4}",
	XXX: "Z|[+-]\\d{2}:\\d{2}",
};
const NAMES: Record<string, true> = { MMMM: true, MMM: true, EEEE: true, EEE: true };

function namesSource(symbol: string, language: string): string {
	const names = symbol.startsWith("M") ? monthNames(language) : weekdayNames(language);
	const list = symbol.length === 4 ? names.long : names.short;
	return [...list]
		.sort((one, other) => other.length - one.length)
		.map(literal)
		.join("|");
}

/**
 * Parses a date from the values of a format's symbols; null if they give no valid date.
 *
 * @param near a known date that supplies what the format lacks, such as the year
 */
export function readCalendar(
	symbols: readonly string[],
	values: readonly string[],
	language: string,
	near: LocalDateTime | null,
): LocalDateTime | null {
	const clock: LocalDateTime = { ...(near ?? EPOCH) };
	let week: { year: number; week: number } | null = null;
	symbols.forEach((symbol, at) => {
		const value = values[at] ?? "";
		const number = Number.parseInt(value, 10);
		if (symbol === "yyyy") clock.year = number;
		else if (symbol === "yy") clock.year = 2000 + number;
		else if (symbol === "RRRR") week = { year: number, week: 1 };
		else if (symbol.startsWith("I"))
			week = { year: (week as { year: number } | null)?.year ?? clock.year, week: number };
		else if (symbol === "MM" || symbol === "M") clock.month = number;
		else if (symbol === "MMMM" || symbol === "MMM") {
			const names = monthNames(language);
			clock.month = (symbol === "MMMM" ? names.long : names.short).indexOf(value) + 1;
		} else if (symbol === "dd" || symbol === "d" || symbol === "do") clock.day = number;
		else if (symbol.startsWith("H")) clock.hour = number;
		else if (symbol === "mm") clock.minute = number;
		else if (symbol === "ss") clock.second = number;
		else if (/^x|^X/.test(symbol)) clock.offset = withColon(value);
	});
	if (week && !symbols.includes("dd")) return near && sameWeek(near, week) ? near : null;
	if (
		near &&
		!symbols.some((symbol) => symbol.startsWith("y")) &&
		symbols.some((symbol) => symbol.startsWith("M"))
	)
		nearestYear(clock, near);
	return isValidDay(clock.year, clock.month, clock.day) && clock.hour < 24 && clock.minute < 60
		? clock
		: null;
}

function nearestYear(clock: LocalDateTime, near: LocalDateTime): void {
	const years = [near.year - 1, near.year, near.year + 1];
	clock.year =
		years.sort(
			(one, other) =>
				Math.abs(daysBetween({ ...clock, year: one }, near)) -
				Math.abs(daysBetween({ ...clock, year: other }, near)),
		)[0] ?? near.year;
}

function sameWeek(clock: LocalDateTime, week: { year: number; week: number }): boolean {
	const own = isoWeek(clock);
	return own.year === week.year && own.week === week.week;
}

/** The week by ISO 8601: the first week of a year contains its first Thursday. */
function isoWeek(clock: LocalDateTime): { year: number; week: number } {
	const thursday = daysLater(clock, 3 - ((weekday(clock) + 6) % 7));
	const first = { ...thursday, month: 1, day: 1 };
	return { year: thursday.year, week: 1 + Math.floor(daysBetween(first, thursday) / 7) };
}

/** The day of the week; 0 is Sunday. */
function weekday({ year, month, day }: LocalDateTime): number {
	const date = new Date(Date.UTC(2000, month - 1, day));
	date.setUTCFullYear(year, month - 1, day);
	return date.getUTCDay();
}

function ordinal(day: number, language: string): string {
	if (language.startsWith("fr")) return day === 1 ? "1er" : String(day);
	if (!language.startsWith("en")) return `${day}º`;
	const last = day % 10;
	if (day > 3 && day < 21) return `${day}th`;
	return `${day}${last === 1 ? "st" : last === 2 ? "nd" : last === 3 ? "rd" : "th"}`;
}

interface Names {
	long: string[];
	short: string[];
}

const months = new Map<string, Names>();
const weekdays = new Map<string, Names>();

/** Names of months in the form used together with a day, which differs in many languages. */
export function monthNames(language: string): Names {
	const known = months.get(language);
	if (known) return known;
	const named = (width: "long" | "short") =>
		Array.from({ length: 12 }, (_, month) =>
			partOf(
				language,
				{ day: "numeric", month: width },
				"month",
				new Date(Date.UTC(2024, month, 15)),
			),
		);
	const names = { long: named("long"), short: named("short") };
	months.set(language, names);
	return names;
}

function weekdayNames(language: string): Names {
	const known = weekdays.get(language);
	if (known) return known;
	const named = (width: "long" | "short") =>
		Array.from({ length: 7 }, (_, day) =>
			partOf(language, { weekday: width }, "weekday", new Date(Date.UTC(2024, 8, 1 + day))),
		);
	const names = { long: named("long"), short: named("short") };
	weekdays.set(language, names);
	return names;
}

function partOf(
	language: string,
	options: Intl.DateTimeFormatOptions,
	type: string,
	date: Date,
): string {
	const parts = new Intl.DateTimeFormat(knownLanguage(language), {
		...options,
		timeZone: "UTC",
	}).formatToParts(date);
	return parts.find((part) => part.type === type)?.value ?? "";
}

/** The language if the browser supports it, otherwise English. */
function knownLanguage(language: string): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? "en";
	} catch {
		return "en";
	}
}

function withColon(offset: string): string {
	return /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

function two(value: number): string {
	return String(value).padStart(2, "0");
}

function literal(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
