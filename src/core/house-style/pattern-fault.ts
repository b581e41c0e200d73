import { type ExampleFault, exampleFault } from "../issue/example-issue.ts";
import {
	type PatternLine,
	type PatternToken,
	parseItemPattern,
	slotsIn,
} from "./parse-item-pattern.ts";

/** A longer pattern is not tried, to limit the time that a check takes. */
const LONGEST = 1_000;

/**
 * Slots that may be used outside of brackets: they always have a value, or the whole line is left out
 * when they have none.
 */
const OWN_SLOTS = new Set(["title", "url", "note", "text", "label", "n"]);

/** The beginning of a fenced code block or of a reference definition, which a title could complete. */
const OPENING = /^\s*((?:```|~~~|\\?\[[^[\]{}]+\\?\]:).*)/;

export type PatternFault =
	| { kind: "empty" }
	| { kind: "noLinkOrNote" }
	| { kind: "twice"; slot: string }
	| { kind: "adjacent"; slot: string; next: string }
	| { kind: "needsBrackets"; slot: string }
	| { kind: "groupSlots"; text: string }
	| { kind: "textWithoutUrl" }
	| { kind: "afterNote"; slot: string }
	| { kind: "tooLong" }
	| { kind: "headingWithoutUrl" }
	| { kind: "noteInHeading" }
	| { kind: "inCode"; slot: string }
	| { kind: "linkLine"; slot: string }
	| ExampleFault;

/**
 * Why items written by a pattern could not be parsed by it again; null if they can. First come the rules
 * that say exactly what is wrong. A pattern that follows them is tried with example items.
 */
export function patternFault(pattern: string): PatternFault | null {
	if (pattern.length > LONGEST) return { kind: "tooLong" };
	return ruleFault(pattern) ?? exampleFault(pattern);
}

function ruleFault(pattern: string): PatternFault | null {
	const { lines, slots } = parseItemPattern(pattern);
	if (lines.length === 0) return { kind: "empty" };
	if (!slots.includes("note") && !slots.includes("url")) return { kind: "noLinkOrNote" };
	if (
		slots.includes("text") &&
		!lines.some(({ perLink, slots: own }) => perLink && own.includes("text"))
	)
		return { kind: "textWithoutUrl" };
	const opening = OPENING.exec(pattern)?.[1];
	if (opening !== undefined) return { kind: "opensBlock", text: opening };
	const [first] = lines;
	if (first && /^\s*#{1,6}\s/.test(pattern)) {
		if (first.slots.includes("note")) return { kind: "noteInHeading" };
		if (!first.slots.includes("url")) return { kind: "headingWithoutUrl" };
	}
	const doubled = doubledSlot(lines);
	if (doubled) return { kind: "twice", slot: doubled };
	for (const { tokens, perLink, slots: own } of lines) {
		const fault = lineFault(tokens);
		if (fault) return fault;
		const coded = slotInCode(tokens);
		if (coded !== null) return { kind: "inCode", slot: coded };
		const other = own.find((name) => name !== "url" && name !== "text");
		if (perLink && other !== undefined) return { kind: "linkLine", slot: other };
	}
	return noteFault(lines);
}

function doubledSlot(lines: readonly PatternLine[]): string | null {
	const seen = new Set<string>();
	for (const { slots, perLink } of lines) {
		const own = perLink ? [...new Set(slots)] : slots;
		for (const slot of own) {
			if (seen.has(slot)) return slot;
			seen.add(slot);
		}
	}
	return null;
}

function lineFault(tokens: readonly PatternToken[]): PatternFault | null {
	let open: string | null = null;
	for (const token of tokens) {
		if (token.kind === "literal") {
			open = null;
			continue;
		}
		if (token.kind === "slot") {
			if (!OWN_SLOTS.has(token.name) && token.option === null)
				return { kind: "needsBrackets", slot: token.name };
			if (open !== null) return { kind: "adjacent", slot: open, next: token.name };
			open = token.name;
			continue;
		}
		const inner = new Set(token.tokens.flatMap(slotsIn));
		if (inner.size === 0 || [...inner].some((name) => name === "title" || name === "n"))
			return { kind: "groupSlots", text: shown(token.tokens) };
		if (inner.size > 1) return { kind: "groupSlots", text: shown(token.tokens) };
		const [first] = token.tokens;
		if (open !== null && first?.kind === "slot")
			return { kind: "adjacent", slot: open, next: first.name };
		const last = token.tokens.at(-1);
		if (last?.kind === "slot") open = last.name;
	}
	return null;
}

/** Finds a slot in code, where a backtick in its value could not be escaped. */
function slotInCode(tokens: readonly PatternToken[]): string | null {
	for (const [at, token] of tokens.entries()) {
		const found = token.kind === "group" ? slotInCode(token.tokens) : null;
		if (found !== null) return found;
		const before = tokens[at - 1];
		if (token.kind === "slot" && before?.kind === "literal" && before.text.endsWith("`"))
			return token.name;
	}
	return null;
}

/** Finds a slot after a note: when parsing, its value could not be told apart from the note. */
function noteFault(lines: readonly PatternLine[]): PatternFault | null {
	let noted = false;
	for (const { slots, perLink } of lines) {
		if (noted && !perLink && slots.length > 0) return { kind: "afterNote", slot: slots[0] ?? "" };
		const at = slots.indexOf("note");
		if (at === -1) continue;
		if (at < slots.length - 1) return { kind: "afterNote", slot: slots[at + 1] ?? "" };
		noted = true;
	}
	return null;
}

function shown(tokens: readonly PatternToken[]): string {
	return tokens
		.map((token) =>
			token.kind === "literal" ? token.text : token.kind === "slot" ? `{${token.name}}` : "",
		)
		.join("");
}
