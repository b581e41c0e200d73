import browser from "webextension-polyfill";
import type messages from "../../public/_locales/en/messages.json";

/** The name of a message in `_locales`. */
export type StringKey = keyof typeof messages;

/** The message in the browser's language, with its placeholders filled in order. */
export function translate(key: StringKey, ...values: (string | number)[]): string {
	return browser.i18n.getMessage(
		key,
		values.map((value) => String(value)),
	);
}

/**
 * Sets the language and the direction of this page to those of the messages. The browser's own language is
 * not used, because Galley may not support it.
 */
export function setPageLanguage(): void {
	document.documentElement.lang = written;
	document.documentElement.dir = translate("localeDirection");
}

/** The language of the messages, or the browser's language if it is a variety of the same one. */
const written = translate("localeLanguage");
const own = browser.i18n.getUILanguage();
const language = own.split("-")[0] === written ? own : written;
const plurals = new Intl.PluralRules(language);

/**
 * The message that fits a count: `KEY_one`, `KEY_other` or another plural form of the language, with the
 * count as its first placeholder. Every locale has all plural forms that its language needs.
 */
export function translateCount<K extends string>(
	key: `${K}_other` extends StringKey ? K : never,
	count: number,
	...values: (string | number)[]
): string {
	return translate(`${key}_${plurals.select(count)}` as StringKey, count, ...values);
}

/** A date such as `2014-04-06` in words. Any other text is returned unchanged. */
export function formatDay(day: string): string {
	const date = new Date(day);
	return Number.isNaN(date.getTime())
		? day
		: date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

/** A date such as `2019-12-22` in short form, as "Sun, Dec 22"; empty if it is not a date. */
export function formatShortDay(day: string): string {
	return dayIn(day, { weekday: "short", day: "numeric", month: "short" });
}

/** The weekday of a date such as `2019-12-22`, as "Sunday"; empty if it is not a date. */
export function formatWeekday(day: string): string {
	return dayIn(day, { weekday: "long" });
}

function dayIn(day: string, parts: Intl.DateTimeFormatOptions): string {
	const date = new Date(day);
	if (Number.isNaN(date.getTime())) return "";
	return date.toLocaleDateString(language, { ...parts, timeZone: "UTC" });
}

/** The name of a weekday; 0 is Sunday. */
export function weekdayName(weekday: number): string {
	// January 1, 2023 was a Sunday.
	const day = new Date(Date.UTC(2023, 0, 1 + weekday));
	return day.toLocaleDateString(language, { weekday: "long", timeZone: "UTC" });
}

/** A time, in milliseconds since 1970, as date and time of day. */
export function formatTime(time: number): string {
	return new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}

/** A number of bytes in a suitable unit. */
export function formatBytes(bytes: number): string {
	const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
	const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	return (bytes / 1000 ** at).toLocaleString(language, {
		style: "unit",
		unit: units[at] ?? "byte",
		maximumFractionDigits: 1,
	});
}

/** A time as time of day if it is on the same day as `now`, else with the date. */
export function formatMoment(time: number, now = Date.now()): string {
	const moment = new Date(time);
	return moment.toDateString() === new Date(now).toDateString()
		? moment.toLocaleTimeString(language, { timeStyle: "short" })
		: formatTime(time);
}
