/*
 * An item pattern defines how an item is written, and is also used to parse it:
 *
 *     - [{title}]({url})[ by {author}]
 *       > {note}
 *
 * `{title}`, `{url}` and `{note}` are the item's title, first link and note. `{n}` is the number of the
 * item in its section. Any other name is an additional slot; `{emoji:🚀}` has a default value, which is
 * written if an item has no value for it. Text between `[` and `]` is left out if its slot is empty. The
 * brackets of a link, as in `[…](…)`, are literal, and so is a bracket, a brace or a backslash after a
 * backslash. A line is left out if all its slots are empty. A line with `{url}` but without `{title}` is
 * repeated for each link; `{text}` in it is the text of that link. The later lines of a note or a title
 * are indented and quoted like its first line, unless the slot is `{note:flush}`.
 */

export type PatternToken =
	| { kind: "literal"; text: string }
	| { kind: "slot"; name: string; option: string | null }
	| { kind: "group"; tokens: PatternToken[] };

export interface PatternLine {
	/** Number of empty lines above it. */
	blanks: number;
	tokens: PatternToken[];
	/** Names of its slots, including those in groups. */
	slots: string[];
	/** Whether it is repeated for each link. */
	perLink: boolean;
}

export interface ItemPattern {
	lines: PatternLine[];
	slots: string[];
}

/**
 * Slots that may be used outside of brackets: they always have a value, or the whole line is left out
 * when they have none.
 */
const OWN_SLOTS = new Set(["title", "url", "note", "text", "label", "n"]);

const SLOT = /^\{([a-z][a-z0-9]*)(?::([^{}\n]*))?\}/i;

const parsed = new Map<string, ItemPattern>();
const MOST_KEPT = 500;

/** Parses an item pattern. Never throws: what is not a valid slot is literal text. */
export function parseItemPattern(pattern: string): ItemPattern {
	const known = parsed.get(pattern);
	if (known) return known;
	if (parsed.size >= MOST_KEPT) parsed.clear();
	const lines = linesOf(parseTokens(pattern, 0, pattern.length));
	const made = { lines, slots: lines.flatMap(({ slots }) => slots) };
	parsed.set(pattern, made);
	return made;
}

/** Escapes a text so that a pattern contains it literally. */
export function escapeInPattern(text: string): string {
	return text.replace(/[[\]{}]/g, "\\$&").replace(/\\(?=$|\\)/g, "\\\\");
}

function parseTokens(pattern: string, from: number, to: number, inGroup = false): PatternToken[] {
	const tokens: PatternToken[] = [];
	let text = "";
	const flush = () => {
		if (text !== "") tokens.push({ kind: "literal", text });
		text = "";
	};
	for (let at = from; at < to; at += 1) {
		const letter = pattern[at] ?? "";
		const slot = letter === "{" ? SLOT.exec(pattern.slice(at, Math.min(to, at + 200))) : null;
		if (letter === "\\" && /[[\]{}\\]/.test(pattern[at + 1] ?? "")) {
			at += 1;
			text += pattern[at];
		} else if (slot) {
			flush();
			tokens.push({ kind: "slot", name: slot[1] ?? "", option: slot[2] ?? null });
			at += slot[0].length - 1;
		} else if (letter === "[" && !inGroup) {
			const close = closingBracket(pattern, at, to);
			const inner = pattern.slice(at + 1, close);
			if (close === -1 || pattern[close + 1] === "(" || !/\{[a-z]/i.test(inner)) text += letter;
			else {
				flush();
				tokens.push({ kind: "group", tokens: parseTokens(pattern, at + 1, close, true) });
				at = close;
			}
		} else text += letter;
	}
	flush();
	return tokens;
}

function closingBracket(pattern: string, from: number, to: number): number {
	let depth = 0;
	for (let at = from; at < to; at += 1) {
		if (pattern[at] === "\\") at += 1;
		else if (pattern[at] === "[") depth += 1;
		else if (pattern[at] === "]") {
			depth -= 1;
			if (depth === 0) return at;
		}
	}
	return -1;
}

function linesOf(tokens: readonly PatternToken[]): PatternLine[] {
	const rows: PatternToken[][] = [[]];
	for (const token of tokens) {
		if (token.kind !== "literal") {
			rows.at(-1)?.push(token);
			continue;
		}
		token.text.split("\n").forEach((text, at) => {
			if (at > 0) rows.push([]);
			if (text !== "") rows.at(-1)?.push({ kind: "literal", text });
		});
	}
	const lines: PatternLine[] = [];
	let blanks = 0;
	for (const row of rows) {
		if (row.length === 0) {
			blanks += 1;
			continue;
		}
		nameLinkText(row);
		const slots = row.flatMap(slotsIn);
		const perLink = slots.includes("url") && !slots.includes("title") && !slots.includes("note");
		lines.push({ blanks: lines.length === 0 ? 0 : blanks, tokens: row, slots, perLink });
		blanks = 0;
	}
	return lines;
}

/** Renames a `{url}` between the brackets of a link to `{text}`, since it is the text of the link. */
function nameLinkText(row: PatternToken[]): void {
	row.forEach((token, at) => {
		const next = row[at + 1];
		if (token.kind !== "slot" || token.name !== "url" || next?.kind !== "literal") return;
		if (next.text.startsWith("](")) row[at] = { kind: "slot", name: "text", option: null };
	});
}

function slotsIn(token: PatternToken): string[] {
	if (token.kind === "slot") return [token.name];
	return token.kind === "group" ? token.tokens.flatMap(slotsIn) : [];
}

export type PatternFault =
	| { kind: "empty" }
	| { kind: "noLinkOrNote" }
	| { kind: "twice"; slot: string }
	| { kind: "adjacent"; slot: string; next: string }
	| { kind: "needsBrackets"; slot: string }
	| { kind: "groupSlots"; text: string }
	| { kind: "textWithoutUrl" }
	| { kind: "afterNote"; slot: string }
	| { kind: "opensBlock"; text: string };

/** Why items written by a pattern could not be parsed by it again; null if they can. */
export function patternFault(pattern: string): PatternFault | null {
	const { lines, slots } = parseItemPattern(pattern);
	if (lines.length === 0) return { kind: "empty" };
	if (!slots.includes("note") && !slots.includes("url")) return { kind: "noLinkOrNote" };
	if (
		slots.includes("text") &&
		!lines.some(({ perLink, slots: own }) => perLink && own.includes("text"))
	)
		return { kind: "textWithoutUrl" };
	const doubled = doubledSlot(lines);
	if (doubled) return { kind: "twice", slot: doubled };
	for (const { tokens } of lines) {
		const fault = lineFault(tokens);
		if (fault) return fault;
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
