import type { Check } from "./check.ts";
import type { CheckContext, CheckedText } from "./check-context.ts";
import type { Found } from "./finding.ts";
import { memoize } from "./memoize.ts";
import { OMITTED } from "./prose.ts";
import { findWords } from "./words.ts";

/** Checks for incomplete sentences, doubled words and placeholders that were not filled in. */

const BLOCK_MARK = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|\|)/;
/** What may follow the end of a sentence, such as emoji and smileys made of punctuation. */
const AFTER_END = /(?:[\s*_~]|\p{Extended_Pictographic}|\uFE0F|[:;=][-']?[)DP](?=\s*$))+$/u;
const ENDS = /[.!?…:。！？．։।؟۔]["'”’»)\]]*$/u;
/** After these characters, it is unclear whether the sentence is complete. */
const UNSURE_END = new RegExp(`[)\\]"'”’»${OMITTED}]$`, "u");
const LAST_WORD = /[\p{L}\p{N}'’.@/_%+#&-]+$/u;

/** English words that cannot end a sentence. */
const CANNOT_END = new Set(
	"a an and are as because but how if into my nor of or our than that's the their these to with your whose".split(
		" ",
	),
);

/** The end of a sentence is looked for in this many last characters. */
const MAX_END_LENGTH = 300;

/** A note with fewer words is a title rather than a sentence. */
const MIN_WORDS = 4;
const MAX_TITLE_WORDS = 20;

/** The last word of a text, with what is attached to it. */
const ENDING = new RegExp(`[^\\s${OMITTED}]{1,60}$`, "u");

/** Lines of prose with manual line breaks are longer than this. */
const SHORT_LINE = 50;

export const unfinished: Check = {
	severity: "doubtful",
	run: (context) => {
		const mustEnd = endsSentences(context);
		return context.texts.flatMap((text): Found[] => {
			const found = unfinishedIn(text);
			const { place, prose } = text;
			if (!found || (found.sentence === "noEnd" && !(mustEnd && place.at === "item"))) return [];
			const words = ENDING.exec(prose.trimEnd().slice(-MAX_END_LENGTH))?.[0] ?? "";
			return [{ place, about: prose.trim().slice(-40), words, which: "last", ...found }];
		});
	},
};

/**
 * Whether notes of this newsletter end in a full stop, according to the archive or, without one, to the
 * draft itself.
 */
function endsSentences({ usual, items }: Pick<CheckContext, "usual" | "items">): boolean {
	if (usual.endsSentences !== null) return usual.endsSentences;
	const written = items.filter(({ text }) => text.prose.trim() !== "");
	const ended = written.filter(({ text }) => isEnded(text));
	return written.length < 3 || ended.length * 3 >= written.length * 2;
}

/** Whether a text ends like a sentence. */
export function hasEnd(prose: string): boolean {
	return ENDS.test(endOf(prose));
}

/** The end of a text without what may follow a sentence. No check looks further back. */
function endOf(prose: string): string {
	return prose.trimEnd().slice(-MAX_END_LENGTH).replace(AFTER_END, "");
}

const isEnded = memoize(({ prose }: CheckedText) => hasEnd(prose));

/** How a text is incomplete; null if it is complete. */
const unfinishedIn = memoize(
	({ prose }: CheckedText): Pick<Found, "sentence" | "values"> | null => {
		const text = endOf(prose);
		const line = text.slice(text.lastIndexOf("\n") + 1);
		if (line === "" || ENDS.test(line) || BLOCK_MARK.test(line) || UNSURE_END.test(line))
			return null;
		const last = line.at(-1) as string;
		if (last === "," || last === ";" || last === "、")
			return { sentence: "endsInComma", values: [last] };
		if (/[-–—]$/.test(line)) return { sentence: "endsInDash", values: [last] };
		const word = LAST_WORD.exec(line)?.[0] ?? "";
		if (CANNOT_END.has(word.toLowerCase())) return { sentence: "endsInWord", values: [word] };
		// An address without its scheme is not a sentence.
		if (/[.@/]/.test(word)) return null;
		return isTitle(prose) || isList(text) ? null : { sentence: "noEnd", values: [] };
	},
);

/** Whether a text is a title instead of a sentence: short, or With Most Words Set Like This. */
function isTitle(text: string): boolean {
	const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
	if (words.length < MIN_WORDS) return true;
	const long = words.filter((word) => word.length >= 4);
	const capital = long.filter((word) => /^\p{Lu}/u.test(word));
	return words.length <= MAX_TITLE_WORDS && capital.length * 3 >= long.length * 2;
}

/** Whether a text ends in short lines that are not sentences: a list without marks. */
function isList(text: string): boolean {
	const [above = "", last = ""] = text.split("\n").slice(-2);
	return [above, last].every(
		(line) => line.length <= SHORT_LINE && line !== "" && !ENDS.test(line),
	);
}

/** English words that are never correctly repeated directly after each other. */
const NEVER_TWICE =
	"a|an|and|are|as|at|be|been|but|by|for|from|have|how|if|into|is|it|its|of|on|or|our|than|the|their|them|then|there|these|they|this|to|was|we|were|what|when|where|which|who|will|with|would|you|your";
const DOUBLED = new RegExp(
	`(?<![\\p{L}\\p{N}_'’.-])(${NEVER_TWICE})[ \\t]{0,8}[ \\t\\n][ \\t]{0,8}\\1(?![\\p{L}\\p{N}_'’-])`,
	"giu",
);

export const doubledWord: Check = {
	severity: "wrong",
	run: ({ texts }) =>
		texts.flatMap((text) =>
			doubledIn(text).map(({ word, words, isCertain }, nth): Found => {
				const about = nth === 0 ? word : `${word} ${nth}`;
				const values = [`${word} ${word}`];
				const found = { place: text.place, about, sentence: "doubledWord", values, words } as const;
				if (!isCertain || text.place.at === "sponsor") return found;
				return { ...found, fix: { does: "deleteWord", from: words, to: word } };
			}),
		),
};

interface Doubled {
	word: string;
	/** Both words as written. */
	words: string;
	/**
	 * Whether one of them can be deleted safely: they are next to each other in the source, and the text
	 * has no code.
	 */
	isCertain: boolean;
}

const doubledIn = memoize(({ prose, source }: CheckedText): Doubled[] => {
	const hasCode = source.includes("`");
	const known = new Map<string, boolean>();
	return [...prose.matchAll(DOUBLED)].map(([words, word = ""]) => {
		const isCertain = known.get(words) ?? (!hasCode && findWords(source, words) !== null);
		known.set(words, isCertain);
		return { word, words, isCertain };
	});
});

/** Reminders to finish something, in capitals: at an end, before a colon or in brackets. */
const TO_DO =
	/(?<=^|[\s([])(?:TODO|FIXME|TBD|XXX+|TKTK)(?=\s*(?:$|[:)\]!?…]|\.\s*$))|(?<=^|[.!?…:;]["'”’)\]]{0,3}\s{1,8})(?:TODO|FIXME|TBD|XXX+)\b/m;
const DUMMY =
	/\blorem ipsum\b|\?\?\?|\{(?:name|number|date|link|title|url)\}|\[(?:link|url|name|date|insert[^\]]{0,80}|todo[^\]]{0,80}|tbd)\](?!\uE000)/i;

export const placeholder: Check = {
	severity: "wrong",
	run: ({ texts }) =>
		texts.flatMap(({ place, prose }): Found[] => {
			const left = (TO_DO.exec(prose) ?? DUMMY.exec(prose))?.[0];
			if (!left) return [];
			return [{ place, about: left, sentence: "placeholder", values: [left], words: left }];
		}),
};
