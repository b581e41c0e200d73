/**
 * An artificial language made from English for tests. It is longer, as translations are. It has accents, so
 * that texts that were not translated are recognized, and brackets, so that shortened texts are recognized.
 */

export type Direction = "ltr" | "rtl";

type Messages = Record<string, { message: string; description?: string }>;

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
	[..."aàcçeéiînñoöuûyýAÀCÇEÉIÎNÑOÖUÛYÝ".matchAll(/(.)(.)/gu)].map(([, plain, other]) => [
		plain,
		other,
	]),
);

/** Short labels grow most in translations (https://www.w3.org/International/articles/article-text-size). */
const GROWTH = 0.5;

/** Words added to a text to make it longer. Lines can break between them. */
const FILLING = "ünd ñoch éin wénig ";

/** Converts a message. Placeholders and patterns in braces do not change. */
export function pseudo(message: string): string {
	const accented = message
		.split(/(\$\d|\{[^}]*\})/)
		.map((part, at) =>
			at % 2 === 1 ? part : [...part].map((one) => ACCENTED[one] ?? one).join(""),
		)
		.join("");
	const more = Math.ceil(message.length * GROWTH);
	const filling = FILLING.repeat(Math.ceil(more / FILLING.length))
		.slice(0, more)
		.trimEnd();
	return `⟦${accented} ${filling}⟧`;
}

/** Converts all messages. Those that name the language do not change, except for the direction. */
export function pseudoMessages(messages: Messages, direction: Direction): Messages {
	return Object.fromEntries(
		Object.entries(messages).map(([key, entry]) => [
			key,
			{ message: messageFor(key, entry.message) },
		]),
	);

	function messageFor(key: string, message: string): string {
		if (key === "localeLanguage") return message;
		return key === "localeDirection" ? direction : pseudo(message);
	}
}
