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
	| {
			kind: "slot";
			name: string;
			option: string | null;
			/** Whether other text can follow without a blank between. Present only for `{url}`. */
			joined?: boolean;
	  }
	| { kind: "group"; tokens: PatternToken[] };

export interface PatternLine {
	/** Number of empty lines above it. */
	blanks: number;
	tokens: readonly PatternToken[];
	/** Names of its slots, including those in groups. */
	slots: string[];
	/** Whether it is repeated for each link. */
	perLink: boolean;
}

export interface ItemPattern {
	lines: PatternLine[];
	slots: string[];
}

const SLOT = /^\{([a-z][a-z0-9]*)(?::([^{}\n]*))?\}/i;

const parsed = new Map<string, ItemPattern>();
const MAX_KEPT = 500;

/** Parses an item pattern. Never throws: what is not a valid slot is literal text. */
export function parseItemPattern(pattern: string): ItemPattern {
	const known = parsed.get(pattern);
	if (known) return known;
	if (parsed.size >= MAX_KEPT) parsed.clear();
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
		splitBlanksBeforeNote(row);
		markJoinedAddresses(row, []);
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

function markJoinedAddresses(
	tokens: readonly PatternToken[],
	after: readonly PatternToken[],
): void {
	tokens.forEach((token, at) => {
		const following = [...tokens.slice(at + 1), ...after];
		if (token.kind === "group") markJoinedAddresses(token.tokens, following);
		else if (token.kind === "slot" && token.name === "url")
			token.joined = beginsWithText(following);
	});
}

/** Whether the tokens can begin with anything but a blank. Groups can be absent. */
function beginsWithText(tokens: readonly PatternToken[]): boolean {
	const [first, ...others] = tokens;
	if (!first) return false;
	if (first.kind === "slot") return true;
	if (first.kind === "literal") return !/^\s/.test(first.text);
	return beginsWithText(first.tokens) || beginsWithText(others);
}

/**
 * Blanks between other slots and a note at the end of a line are written only with the note: markdown
 * ignores blanks at the end of a line, so they could not be read again.
 */
function splitBlanksBeforeNote(row: PatternToken[]): void {
	const note = row.at(-1);
	const before = row.at(-2);
	if (note?.kind !== "slot" || note.name !== "note" || before?.kind !== "literal") return;
	const text = before.text.trimEnd();
	const blanks = before.text.slice(text.length);
	if (blanks === "" || !row.slice(0, -2).some((token) => slotsIn(token).length > 0)) return;
	const group: PatternToken = { kind: "group", tokens: [{ kind: "literal", text: blanks }, note] };
	row.splice(-2, 2, ...(text === "" ? [] : [{ kind: "literal" as const, text }]), group);
}

/** The names of the slots in a token, including those in a group. */
export function slotsIn(token: PatternToken): string[] {
	if (token.kind === "slot") return [token.name];
	return token.kind === "group" ? token.tokens.flatMap(slotsIn) : [];
}
