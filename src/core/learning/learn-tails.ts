import { escapeInPattern } from "../house-style/parse-item-pattern.ts";

/*
 * Learns what follows the leading links of items: " by Author", " (5 minute read)", ": a description",
 * or a quote on the next line. Only text that many items share becomes literal text.
 */

interface Tails {
	/** Pattern groups on the line of the link. */
	tail: string;
	/** The pattern of the note on the lines below, with its line break; empty for none. */
	below: string;
}

const MAX_TAILS = 4;
const BRACKETS: readonly [string, string][] = [
	["(", ")"],
	["（", "）"],
	["[", "]"],
	["【", "】"],
];
const AUTHOR_WORDS = /^(?:by|von|par|por|di|da|av|af|door|от|автор|作者|via|from|de)$/iu;
const SEPARATOR = /^(\s*[-–—:：|·•]+\s*|[,，]\s*|\s+)(?=\S)/;
const BELOW = /^([^\n]*?)( {0,2}\n\n*[ \t>]*)/;
const MAX_VALUE_LENGTH = 60;

/** Learns the common tail of items from what follows their leading links. */
export function learnTails(rests: readonly string[]): Tails {
	const split = rests.map(splitRest);
	const noted = split.filter(({ below }) => below !== "");
	const below =
		noted.length >= Math.max(1, rests.length * 0.1)
			? mostCommon(noted.map((each) => each.below))
			: null;
	const lines = split.map(({ line }) => line);
	const { tail, inline } = learnLine(lines, noted.length);
	return {
		tail,
		below: below === null || (inline && noted.length < rests.length / 2) ? "" : `${below}{note}`,
	};
}

function splitRest(rest: string): { line: string; below: string } {
	const found = BELOW.exec(rest);
	return found ? { line: found[1] ?? "", below: found[2] ?? "" } : { line: rest, below: "" };
}

/** Learns the groups on the line of the link. `inline` tells whether one of them is the note. */
function learnLine(lines: readonly string[], noted: number): { tail: string; inline: boolean } {
	let left = [...lines];
	let tail = "";
	const names = new Set<string>();
	for (let count = 0; count < MAX_TAILS; count += 1) {
		const filled = left.filter((line) => line.trim() !== "");
		if (filled.length < Math.max(1, lines.length * 0.04)) break;
		const found = bracketTail(filled) ?? wordTail(filled);
		if (!found) break;
		const name = freeName(found.name, names);
		tail += `[${escapeInPattern(found.before)}{${name}}${escapeInPattern(found.after)}]`;
		left = left.map((line) => found.strip(line));
	}
	const filled = left.filter((line) => line.trim() !== "");
	const isNote = filled.length > noted;
	if (filled.length < Math.max(1, lines.length * 0.04)) return { tail, inline: false };
	const separators = filled.map((line) => SEPARATOR.exec(line)?.[0] ?? "");
	const separator = mostCommon(separators) ?? "";
	const same = separators.filter((each) => each === separator).length;
	if (separator === "" || same * 2 < filled.length)
		return { tail: isNote ? `${tail}{note}` : tail, inline: isNote };
	const name = isNote ? "note" : freeName("info", names);
	return { tail: `${tail}[${escapeInPattern(separator)}{${name}}]`, inline: isNote };
}

interface Tail {
	before: string;
	after: string;
	name: string;
	/** Removes the tail from a line that has it. */
	strip: (line: string) => string;
}

function bracketTail(lines: readonly string[]): Tail | null {
	for (const [open, close] of BRACKETS) {
		const shape = new RegExp(
			`^(\\s*)\\${open}([^\\${close}\\n]{1,${MAX_VALUE_LENGTH}})\\${close}(?!\\()`,
		);
		const matches = lines.map((line) => shape.exec(line)).filter((match) => match !== null);
		if (matches.length < Math.max(1, lines.length * 0.25)) continue;
		const before = `${mostCommon(matches.map((match) => match[1] ?? "")) ?? ""}${open}`;
		const strip = (line: string) => (line.startsWith(before) ? line.replace(shape, "") : line);
		return { before, after: close, name: nameFor(matches.map((match) => match[2] ?? "")), strip };
	}
	return null;
}

/** Guesses a slot name for the values in brackets. */
function nameFor(values: readonly string[]): string {
	const share = (pattern: RegExp) =>
		values.filter((value) => pattern.test(value)).length * 2 > values.length;
	if (share(/\b(?:min|minutes?|mins)\b|分钟/i)) return "time";
	if (
		share(
			/^(?:中文|英文|日文|english|german|french|spanish|japanese|chinese|en|de|fr|es|ja|zh|ru|pt|it)$/i,
		)
	)
		return "language";
	if (share(/\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i)) return "date";
	if (share(/^[\w-]+(?:\.[\w-]+)+$/)) return "site";
	return "info";
}

/** Finds a word before a short name at the beginning of most lines: " by Author". */
function wordTail(lines: readonly string[]): Tail | null {
	const shape = /^(\s*(?:[-–—,·|]\s*)?)(\p{L}{2,8})(\s+)(?=\S)/u;
	const begun = lines.map((line) => shape.exec(line)?.[0] ?? "");
	const before = mostCommon(begun.filter((text) => text !== ""));
	if (before === null) return null;
	const matching = lines.filter((line) => line.startsWith(before));
	const word = before.trim().replace(/^[-–—,·|]\s*/, "");
	const values = matching.map((line) => valueIn(line.slice(before.length)));
	const short = values.filter(
		(value) => value !== null && new Set(values).size > Math.min(2, values.length - 1),
	).length;
	if (
		!AUTHOR_WORDS.test(word) ||
		matching.length * 2 < lines.length ||
		short * 10 < matching.length * 8
	)
		return null;
	const strip = (line: string) => {
		const value = line.startsWith(before) ? valueIn(line.slice(before.length)) : null;
		return value === null ? line : line.slice(before.length + value.length);
	};
	return { before, after: "", name: "author", strip };
}

/** A short value that ends at a bracket, a separator or the end of the line; null if there is none. */
function valueIn(text: string): string | null {
	const value = /^.*?(?=\s*$|\s+[([（]|（|\s+[-–—]\s|[:：]\s)/u.exec(text)?.[0] ?? text;
	return value !== "" && value.length <= MAX_VALUE_LENGTH && !/[.!?]\s/.test(value) ? value : null;
}

function freeName(name: string, names: Set<string>): string {
	let found = name;
	for (let next = 2; names.has(found); next += 1) found = `${name}${next}`;
	names.add(found);
	return found;
}

export function mostCommon(values: readonly string[]): string | null {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let found: string | null = null;
	let most = 0;
	for (const [value, count] of counts) {
		if (count > most) {
			found = value;
			most = count;
		}
	}
	return found;
}
