import { isValidDay, monthNames } from "../../house-style/calendar.ts";
import { type IssueValues, NO_VALUES } from "../../house-style/text-pattern.ts";
import { entryValue, type FrontMatterLines } from "../../markdown/front-matter.ts";

/*
 * Finds the number and the date of an issue without a house style. A number is used only where it is
 * labeled as one, or at the end of the text; years, weeks and dates are not issue numbers.
 */

const CALLED =
	/(?:[#№]|\b(?:issue|no\.?|nr\.?|number|vol(?:ume)?\.?|edition|episode|ausgabe|num[eé]ro|n[º°]|número|edición|edição|выпуск|номер)(?=[\s#№:.])[\s#№:.]{1,3}|第\s*|vol\.?\s*)(\d{1,5})(?![\d-]|\.\d)/iu;
/** The end of a text, with as many words before its number as are looked at. */
const MAX_END_LENGTH = 200;
const TRAILING = /^(.*?[^\d\s\-/.])[\s:–-]+(\d{1,4})$/s;
const WEEK_WORD = /\b(?:weeks?|kw|wk|woche|semaine|semana|settimana|uge|vecka)\s*$|[第周週]$/iu;
const NUMBER_KEY = /^(?:number|issue|nr|no|edition|episode|issue[ _-]?(?:number|no|id|nr))$/i;
const DATE_KEY =
	/^(?:date|published|publishedat|published_at|pubdate|publishdate|publish_date|day)$/i;
const TITLE_KEY = /^(?:title|name|subject)$/i;
const ISO_DATE = /(?<!\d)(\d{4})([-_./])(\d{2})\2(\d{2})(?!\d)/;
const MOMENT =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Guesses values from front matter, heading and path, the most reliable source first. */
export function guessValues(
	entries: readonly FrontMatterLines[],
	heading: string,
	path: string,
): IssueValues {
	const stated: IssueValues = { ...NO_VALUES, fields: {} };
	let title = "";
	for (const entry of entries) {
		const value = unquoted(entryValue(entry));
		if (NUMBER_KEY.test(entry.key) && /^#?\d{1,6}$/.test(value))
			stated.number ??= Number(value.replace("#", ""));
		else if (DATE_KEY.test(entry.key)) takeDate(stated, value);
		else if (TITLE_KEY.test(entry.key)) title = value;
	}
	const name = nameOf(path);
	stated.number ??= numberIn(title) ?? numberIn(heading) ?? numberInName(name);
	const day = writtenDay(title) ?? isoIn(title) ?? isoIn(name) ?? writtenDay(heading);
	stated.date = day ?? stated.date ?? stated.publishedAt?.slice(0, 10) ?? null;
	return stated;
}

function takeDate(stated: IssueValues, value: string): void {
	const moment = MOMENT.exec(value);
	if (moment) {
		const offset = (moment[3] ?? "+00:00").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
		const seconds = moment[2]?.length === 5 ? ":00" : "";
		stated.publishedAt ??= `${moment[1]}T${moment[2]}${seconds}${offset}`;
	} else stated.date ??= isoIn(value) ?? writtenDay(value);
}

/** A number that is labeled as an issue number, or is at the end of the text. */
function numberIn(text: string): number | null {
	const called = CALLED.exec(text);
	if (called && !WEEK_WORD.test(text.slice(0, called.index))) return Number(called[1]);
	const trailing = TRAILING.exec(text.trim().slice(-MAX_END_LENGTH));
	if (!trailing || WEEK_WORD.test(trailing[1] ?? "") || endsInMonth(trailing[1] ?? "")) return null;
	const number = Number(trailing[2]);
	return isYear(number) || number === 0 ? null : number;
}

/** The last number in a file name that is not part of a date or a week. */
function numberInName(name: string): number | null {
	const plain = name
		.replace(/(?<!\d)\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/g, "_")
		.replace(/(?<!\d)\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}(?!\d)/g, "_")
		.replace(/(?<!\d)\d{4}[-_.]?(?:w|kw|week)[-_.]?\d{1,2}(?!\d)/gi, "_")
		.replace(/(?:^|[^a-z])(?:w|kw|wk|weeks?)[-_. ]?\d{1,2}(?!\d)/gi, "_");
	const numbers = [...plain.matchAll(/(?<!\d)\d{1,4}(?!\d)/g)].map(([digits]) => digits);
	const last = numbers.at(-1);
	if (last === undefined) return null;
	const number = Number(last);
	return isYear(number) && last.length === 4 ? null : number;
}

/**
 * The part of a path that identifies the issue: the file name, or the folder if the file name is a
 * generic one such as `index`.
 */
function nameOf(path: string): string {
	const parts = path.split("/");
	const file = (parts.at(-1) ?? "").replace(/\.[a-z]+$/i, "");
	return /^(?:index|_index|issue|post|newsletter)$/i.test(file) ? (parts.at(-2) ?? file) : file;
}

function isYear(number: number): boolean {
	return number >= FIRST_YEAR && number <= LAST_YEAR;
}

function isoIn(text: string): string | null {
	const found = ISO_DATE.exec(text);
	if (!found) return null;
	const [, year, , month, day] = found;
	return isValidDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null;
}

/** Languages whose month names are recognized in titles. */
export const LANGUAGES = [
	"en",
	"de",
	"fr",
	"es",
	"pt",
	"it",
	"nl",
	"pl",
	"sv",
	"da",
	"nb",
	"cs",
	"ru",
	"uk",
	"tr",
];

/** Parses a day with its year and the name of the month: "15th of November 2026", "November 15, 2026". */
function writtenDay(text: string): string | null {
	const cjk = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text);
	if (cjk) return isoOf(Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
	if (!/\d{4}/.test(text)) return null;
	const first =
		/(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})/u.exec(
			text,
		);
	const second = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(text);
	for (const [day, month, year] of [
		first ? [first[1], first[2], first[3]] : [],
		second ? [second[2], second[1], second[3]] : [],
	]) {
		const at = month === undefined ? 0 : monthOf(month);
		if (at > 0) return isoOf(Number(year), at, Number(day));
	}
	return null;
}

function isoOf(year: number, month: number, day: number): string | null {
	if (!isValidDay(year, month, day)) return null;
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function endsInMonth(text: string): boolean {
	const word = /(\p{L}{3,})\.?$/u.exec(text)?.[1];
	return word !== undefined && monthOf(word) > 0;
}

const monthsByName = new Map<string, number>();

/** 1 to 12 for the name of a month in any of the languages; 0 if it is not one. */
function monthOf(name: string): number {
	if (monthsByName.size === 0) {
		for (const language of LANGUAGES) {
			const { long, short } = monthNames(language);
			for (const names of [long, short]) {
				names.forEach((each, month) => {
					const key = each.toLowerCase().replace(/\.$/, "");
					if (!monthsByName.has(key)) monthsByName.set(key, month + 1);
				});
			}
		}
	}
	return monthsByName.get(name.toLowerCase()) ?? 0;
}

function unquoted(value: string): string {
	const plain = value.trim().replace(/^!\s+/, "");
	return /^(["']).*\1$/s.test(plain) ? plain.slice(1, -1) : plain;
}
