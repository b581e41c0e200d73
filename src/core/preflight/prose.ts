import { addressAt } from "../links/addresses.ts";
import { fencedLines } from "../markdown/lines.ts";

/*
 * Extracts the words of a markdown text as a reader sees them. Code, addresses and tags are skipped, so
 * that nothing in them is taken for a bracket, a word or the end of a sentence. The text is read only
 * once; a complete parser would take longer than one frame.
 */

/** Replaces an address, a link's destination, or code. */
export const OMITTED = "\uE000";

const TAG = /<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+|\/?[A-Za-z!][^<>]*)>/y;
const AUTOLINK = /^<[^\s<>]+[:@]/;
const ESCAPED = /[!-/:-@[-`{-~]/;
/** An escaped character of this kind does not open or close anything, so it is skipped. */
const PAIRED = /[`()[\]<>"*_]/;

/** The greatest length of a destination. Longer text is not treated as one. */
const MAX_DESTINATION_LENGTH = 2_000;
/** CommonMark requires parsers to support only this depth of parentheses in an address. */
const DEEPEST_PARENTHESES = 32;

/** The words of a text. Line breaks are kept, and each line of fenced code becomes one `OMITTED`. */
export function proseOf(markdown: string): string {
	return inlineProse(withoutFences(markdown));
}

function withoutFences(markdown: string): string {
	if (!/^(?:```|~~~)/m.test(markdown)) return markdown;
	const lines = markdown.split("\n");
	const fenced = fencedLines(lines);
	return lines.map((line, at) => (fenced[at] ? OMITTED : line)).join("\n");
}

function inlineProse(text: string): string {
	if (!/[\\`<\]]|https?:/i.test(text)) return text;
	const codeEnd = codeSpans(text);
	let words = "";
	let at = 0;
	/** Continues at `end` and writes `instead` for the text up to there. */
	const pass = (end: number, instead: string) => {
		words += instead;
		at = end;
	};
	while (at < text.length) {
		const character = text[at] as string;
		if (character === "\\" && ESCAPED.test(text[at + 1] ?? "")) {
			const escaped = text[at + 1] as string;
			pass(at + 2, PAIRED.test(escaped) ? OMITTED : escaped);
		} else if (character === "`") {
			const end = codeEnd.get(at);
			const run = end ?? runEnd(text, at);
			pass(run, end === undefined ? text.slice(at, run) : OMITTED);
		} else if (character === "<") {
			TAG.lastIndex = at;
			const tag = TAG.exec(text)?.[0];
			if (tag === undefined) pass(at + 1, character);
			else pass(at + tag.length, AUTOLINK.test(tag) ? OMITTED : " ");
		} else if (character === "]" && text[at + 1] === "(") {
			const end = destinationEnd(text, at + 2);
			pass(end ?? at + 1, end === null ? character : `]${OMITTED}`);
		} else if (character === "h" || character === "H") {
			const address = addressAt(text, at);
			pass(at + Math.max(1, address.length), address === "" ? character : OMITTED);
		} else {
			pass(at + 1, character);
		}
	}
	return words;
}

function runEnd(text: string, at: number): number {
	let end = at;
	while (text[end] === "`") end += 1;
	return end;
}

/** The end of each code span, by its start (CommonMark 0.31, section 6.1). */
function codeSpans(text: string): Map<number, number> {
	const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ index, run: run.length }));
	const next = new Map<number, number[]>();
	for (const { index, run } of runs) {
		const later = next.get(run);
		if (later) later.push(index);
		else next.set(run, [index]);
	}
	const ends = new Map<number, number>();
	const passed = new Map<number, number>();
	let free = 0;
	for (const { index, run } of runs) {
		if (index < free) continue;
		const later = next.get(run) ?? [];
		let nth = passed.get(run) ?? 0;
		while ((later[nth] ?? Number.POSITIVE_INFINITY) <= index) nth += 1;
		passed.set(run, nth);
		const close = later[nth];
		if (close === undefined) continue;
		free = close + run;
		ends.set(index, free);
	}
	return ends;
}

/**
 * The offset after a link's destination and title, including the closing parenthesis; null if there is
 * none.
 */
function destinationEnd(text: string, start: number): number | null {
	const last = Math.min(text.length, start + MAX_DESTINATION_LENGTH);
	let open = 0;
	let quote = "";
	for (let at = start; at < last; at += 1) {
		const character = text[at] as string;
		if (character === "\\") at += 1;
		else if (character === "\n" && text[at + 1] === "\n") return null;
		else if (quote !== "") {
			if (character === quote) quote = "";
		} else if (character === '"' || character === "'") {
			if (text[at - 1] === " " || text[at - 1] === "\n") quote = character;
		} else if (character === "(") open += 1;
		else if (character === ")" && open > 0) open -= 1;
		else if (character === ")") return at + 1;
		if (open > DEEPEST_PARENTHESES) return null;
	}
	return null;
}
