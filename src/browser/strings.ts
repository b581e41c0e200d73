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

/** Sets the language and the direction of this page to those of its sentences. */
export function speakUiLanguage(): void {
	document.documentElement.lang = browser.i18n.getUILanguage();
	document.documentElement.dir = browser.i18n.getMessage("@@bidi_dir");
}

const language = browser.i18n.getUILanguage();
const plurals = new Intl.PluralRules(language);

/**
 * The sentence that fits a count: `KEY_one` or `KEY_other`, with the count as its first
 * placeholder.
 */
export function sayCount<K extends string>(
	key: `${K}_other` extends StringKey ? K : never,
	count: number,
	...values: (string | number)[]
): string {
	const exact = `${key}_${plurals.select(count)}`;
	return (
		browser.i18n.getMessage(exact, [String(count), ...values.map(String)]) ||
		say(`${key}_other` as StringKey, count, ...values)
	);
}

/** A day such as `2014-04-06` in words; what is no day stays as it is. */
export function sayDay(day: string): string {
	const date = new Date(day);
	return Number.isNaN(date.getTime())
		? day
		: date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

/** A share of 0 to 1 in percent. */
export function sayShare(share: number): string {
	return share.toLocaleString(language, { style: "percent" });
}
