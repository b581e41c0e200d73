import { fillPattern, NUMBER, type Stated } from "./pattern.ts";

const ANY_NUMBER = new RegExp(NUMBER, "g");

/** Dates as they stand in file names, the most telling first. */
const DATE_FORMATS = [
	"yyyy-MM-dd",
	"yyyy_MM_dd",
	"yyyy.MM.dd",
	"yyyyMMdd",
	"dd-MM-yyyy",
	"yyyy-MM",
	"MMMM-yyyy",
	"yyyy",
] as const;

/**
 * The pattern of file names that a file of an issue shows: its number, and the day it was
 * published or is dated, are what changes. `2019-12-22-468.md` of issue 468 is
 * `{published:yyyy-MM-dd}-{number}.md`, and `weekly-007.md` of issue 7 `weekly-{number:000}.md`.
 * Null when the name says nothing of the issue: the next one could not be named after it.
 */
export function learnFileName(fileName: string, stated: Stated): string | null {
	const dated = withDate(fileName, stated);
	const pattern = withNumber(dated, stated.number);
	return pattern === fileName ? null : pattern;
}

function withDate(name: string, stated: Stated): string {
	for (const format of DATE_FORMATS) {
		// The day of publication first: files are named when they are made.
		for (const placeholder of [`{published:${format}}`, `{date:${format}}`]) {
			const written = fillPattern(placeholder, stated);
			const at = written === "" ? -1 : placeOf(name, written);
			if (at !== -1) return name.slice(0, at) + placeholder + name.slice(at + written.length);
		}
	}
	return name;
}

/** The last number that is the issue's: one before it may be part of the newsletter's name. */
function withNumber(name: string, number: number): string {
	// As long as before, so that places in it are places in the name.
	const outside = name.replace(/\{[^{}]*\}/g, (braced) => " ".repeat(braced.length));
	const found = [...outside.matchAll(ANY_NUMBER)].findLast(([digits]) => Number(digits) === number);
	if (!found) return name;
	const [digits] = found;
	const placeholder = digits.startsWith("0") ? `{number:${"0".repeat(digits.length)}}` : "{number}";
	return name.slice(0, found.index) + placeholder + name.slice(found.index + digits.length);
}

/** Where a date stands in a name and not within a longer number; -1 when it does not. */
function placeOf(name: string, written: string): number {
	for (let at = name.indexOf(written); at !== -1; at = name.indexOf(written, at + 1)) {
		const around = `${name[at - 1] ?? ""}${name[at + written.length] ?? ""}`;
		if (!/\d/.test(around)) return at;
	}
	return -1;
}
