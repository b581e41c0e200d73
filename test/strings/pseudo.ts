/**
 * A language nobody speaks, made from English for tests alone: longer, as translations are,
 * accented, so that it is no English any more, and in brackets, so that a text cut short and a
 * text that is in no locale are seen.
 */

export type Direction = "ltr" | "rtl";

type Messages = Record<string, { message: string; description?: string }>;

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
	[..."aàcçeéiînñoöuûyýAÀCÇEÉIÎNÑOÖUÛYÝ".matchAll(/(.)(.)/gu)].map(([, plain, other]) => [
		plain,
		other,
	]),
);

/** Texts in short labels grow most (https://www.w3.org/International/articles/article-text-size). */
const GROWTH = 0.5;

/** Words put behind a text to make it longer; they break lines as words do. */
const FILLING = "ünd ñoch éin wénig ";

/** One message in it: its places stay, and what stands in braces, which is a pattern's. */
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

/** All messages in it. What says which language they are stays, but for the direction. */
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
