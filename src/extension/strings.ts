import browser from "webextension-polyfill";
import type messages from "../../public/_locales/en/messages.json";

/** The name of a sentence in `_locales`. */
export type StringKey = keyof typeof messages;

/** The sentence in the browser's language, with its placeholders filled in order. */
export function say(key: StringKey, ...values: (string | number)[]): string {
	return browser.i18n.getMessage(
		key,
		values.map((value) => String(value)),
	);
}

/**
 * Sets the language and the direction of this page to those of its sentences. What the browser
 * says of itself is not asked: its language may be one that Galley does not have.
 */
export function speakUiLanguage(): void {
	document.documentElement.lang = written;
	document.documentElement.dir = say("localeDirection");
}

/** The language of the sentences, and that of the browser where it is a variety of the same. */
const written = say("localeLanguage");
const own = browser.i18n.getUILanguage();
const language = own.split("-")[0] === written ? own : written;
const plurals = new Intl.PluralRules(language);

/**
 * The sentence that fits a count: `KEY_one`, `KEY_other` or whichever plurals the language has,
 * with the count as its first placeholder. Every locale has all that its language asks for.
 */
export function sayCount<K extends string>(
	key: `${K}_other` extends StringKey ? K : never,
	count: number,
	...values: (string | number)[]
): string {
	return say(`${key}_${plurals.select(count)}` as StringKey, count, ...values);
}

/** A day such as `2014-04-06` in words; what is no day stays as it is. */
export function sayDay(day: string): string {
	const date = new Date(day);
	return Number.isNaN(date.getTime())
		? day
		: date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

/** A day such as `2019-12-22` in few letters, as "Sun, Dec 22"; empty for what is no day. */
export function sayShortDay(day: string): string {
	return dayIn(day, { weekday: "short", day: "numeric", month: "short" });
}

/** The weekday of a day such as `2019-12-22`, as "Sunday"; empty for what is no day. */
export function sayWeekdayOf(day: string): string {
	return dayIn(day, { weekday: "long" });
}

function dayIn(day: string, parts: Intl.DateTimeFormatOptions): string {
	const date = new Date(day);
	if (Number.isNaN(date.getTime())) return "";
	return date.toLocaleDateString(language, { ...parts, timeZone: "UTC" });
}

/** A weekday from 0 for Sunday. */
export function sayWeekday(weekday: number): string {
	// The first of these days of January 2023 was a Sunday.
	const day = new Date(Date.UTC(2023, 0, 1 + weekday));
	return day.toLocaleDateString(language, { weekday: "long", timeZone: "UTC" });
}

/** A moment, in milliseconds since 1970, as day and time of day. */
export function sayTime(time: number): string {
	return new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}

/** A number of bytes in the unit that suits it. */
export function sayBytes(bytes: number): string {
	const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
	const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	return (bytes / 1000 ** at).toLocaleString(language, {
		style: "unit",
		unit: units[at] ?? "byte",
		maximumFractionDigits: 1,
	});
}

/** A moment as the time of day where it is of the same day as `now`, else with its day. */
export function sayMoment(time: number, now = Date.now()): string {
	const moment = new Date(time);
	return moment.toDateString() === new Date(now).toDateString()
		? moment.toLocaleTimeString(language, { timeStyle: "short" })
		: sayTime(time);
}
