import { readDestination, writeDestination } from "../markdown/destination.ts";
import { withoutBlanksAtEnd } from "../markdown/lines.ts";
import type { LinkAt } from "../markdown/links.ts";
import { writeAddress } from "../markdown/write-address.ts";
import { continuationOf, fillItem, furtherLinkTokens } from "./fill-item.ts";
import type { Item, ItemLink } from "./item.ts";
import { type PatternLine, type PatternToken, parseItemPattern } from "./parse-item-pattern.ts";

/** After this many steps, matching gives up and the pattern counts as not matching. */
const MAX_STEPS = 3_000;
const MAX_LINK_LINES = 200;
const OTHER_ADDRESS = /^(?!https?:)[a-z][a-z0-9+.-]*:\S+$/i;

type SlotToken = Extract<PatternToken, { kind: "slot" }>;

/** What has been parsed of an item so far. */
interface State {
	at: number;
	title: string;
	links: ItemLink[];
	note: string;
	slots: Record<string, string>;
}

/**
 * Parses an item by a pattern; null if filling the pattern would not give the same text again.
 *
 * @param links the links in the text, with their offsets
 * @param n the item's number in its section; an `{n}` with this value is not stored in the item
 */
export function matchItem(
	text: string,
	links: readonly LinkAt[],
	pattern: string,
	n: number,
): Item | null {
	const { lines } = parseItemPattern(pattern);
	const matcher = new Matcher(text, links);
	const start: State = { at: 0, title: "", links: [], note: "", slots: {} };
	const found = matcher.lines(lines, 0, start, true);
	if (!found) return null;
	const { title, note, slots } = found;
	const item: Item = { title, links: found.links, note, slots: withoutUsualNumber(slots, n) };
	return withoutBlanksAtEnd(fillItem(item, pattern, n)) === text ? item : null;
}

function withoutUsualNumber(slots: Record<string, string>, n: number): Record<string, string> {
	if (slots.n !== String(n)) return slots;
	const { n: _, ...others } = slots;
	return others;
}

class Matcher {
	private steps = 0;
	private readonly text: string;
	private readonly links: readonly LinkAt[];

	constructor(text: string, links: readonly LinkAt[]) {
		this.text = text;
		this.links = links;
	}

	/** Matches the pattern lines from `index` on, up to the end of the text. */
	lines(lines: readonly PatternLine[], index: number, state: State, first: boolean): State | null {
		this.steps += 1;
		if (this.steps > MAX_STEPS) return null;
		const line = lines[index];
		if (!line) return state.at === this.text.length && !first ? state : null;
		const opening = first ? "" : "\n".repeat(line.blanks + 1);
		if (this.text.startsWith(opening, state.at)) {
			const begun = { ...state, at: state.at + opening.length };
			const found = line.perLink
				? this.linkLines(lines, index, begun)
				: this.tokens(
						line.tokens,
						0,
						begun,
						begun.at,
						(done) => this.lines(lines, index + 1, done, false),
						lines.slice(index + 1),
					);
			if (found) return found;
		}
		return line.slots.length > 0 ? this.lines(lines, index + 1, state, first) : null;
	}

	/** Matches a repeating line as often as possible. */
	private linkLines(lines: readonly PatternLine[], index: number, state: State): State | null {
		const line = lines[index] as PatternLine;
		const further = furtherLinkTokens(line, index);
		let last: State | null = null;
		let next: State = state;
		for (let count = 0; count < MAX_LINK_LINES; count += 1) {
			const read = this.tokens(
				count === 0 ? line.tokens : further,
				0,
				next,
				next.at,
				(done) => (this.atLineEnd(done.at) ? done : null),
				[],
			);
			if (!read) break;
			last = read;
			if (this.text[read.at] !== "\n") break;
			next = { ...read, at: read.at + 1 };
		}
		return last && this.lines(lines, index + 1, last, false);
	}

	private atLineEnd(at: number): boolean {
		return at === this.text.length || this.text[at] === "\n";
	}

	private tokens(
		tokens: readonly PatternToken[],
		index: number,
		state: State,
		lineStart: number,
		rest: (state: State) => State | null,
		below: readonly PatternLine[],
	): State | null {
		this.steps += 1;
		if (this.steps > MAX_STEPS) return null;
		const token = tokens[index];
		if (!token) return rest(state);
		const go = (next: State) => this.tokens(tokens, index + 1, next, lineStart, rest, below);
		if (token.kind === "literal") {
			if (this.text.startsWith(token.text, state.at))
				return go({ ...state, at: state.at + token.text.length });
			// The text of an item has no blanks at its end, for example if it has no note.
			const isLast = this.text.slice(state.at) === token.text.trimEnd();
			return isLast ? go({ ...state, at: this.text.length }) : null;
		}
		if (token.kind === "group") {
			const inner = [...token.tokens, ...tokens.slice(index + 1)];
			return this.tokens(inner, 0, state, lineStart, rest, below) ?? go(state);
		}
		const following = tokens.slice(index + 1);
		if (token.name === "note")
			return this.note(state, lineStart, token.option, following, below, go);
		for (const end of this.slotEnds(token.name, state.at, following)) {
			const read = this.read(token, state, end);
			const found = read && go(read);
			if (found) return found;
		}
		return null;
	}

	/**
	 * The offsets at which a slot's value can end: known for the parts of a link, otherwise before the
	 * text that follows the slot.
	 */
	private slotEnds(name: string, at: number, following: readonly PatternToken[]): number[] {
		if (name === "url" || name === "label") {
			const ends = this.links.flatMap(({ kind, from, to, urlFrom, urlTo }) =>
				urlFrom === at ? [urlTo] : kind === "autolink" && from === at ? [to] : [],
			);
			return ends.length > 0 || name === "label" ? ends : this.otherAddress(at, following);
		}
		if (name === "n") {
			const digits = /^\d{1,9}/.exec(this.text.slice(at, at + 10))?.[0];
			return digits ? [at + digits.length] : [];
		}
		const lineEnd = this.lineEnd(at);
		const closing = literalAfter(following);
		if (name === "title" || name === "text") {
			const link = this.links.find(({ textFrom, textTo }) => textFrom <= at && at < textTo);
			if (link && closing !== "") {
				const close = this.text.lastIndexOf(closing.split("]")[0] ?? "", link.textTo);
				const end = closing.startsWith("]") || closing.startsWith("<") ? link.textTo : close;
				return end > at && this.text.startsWith(closing, end) ? [end] : [];
			}
			if (link && following.length > 0 && name === "text") return [link.textTo];
		}
		const ends = new Set<number>();
		for (const literal of nextLiterals(following)) {
			const found = literal === "" ? lineEnd : this.text.indexOf(literal, at + 1);
			if (found > at && found <= lineEnd) ends.add(found);
		}
		return [...ends].sort((one, other) => one - other);
	}

	/**
	 * Where an address that is not of the web, such as a mail address, ends: before the text that closes
	 * its line.
	 */
	private otherAddress(at: number, following: readonly PatternToken[]): number[] {
		const end = this.lineEnd(at) - literalAfter(following).length;
		return OTHER_ADDRESS.test(this.text.slice(at, Math.max(at, end))) ? [end] : [];
	}

	private lineEnd(at: number): number {
		const end = this.text.indexOf("\n", at);
		return end === -1 ? this.text.length : end;
	}

	private read(
		{ name, option, joined = false }: SlotToken,
		state: State,
		end: number,
	): State | null {
		const value = this.text.slice(state.at, end);
		if (value === "" || value.trim() !== value) return null;
		const next = { ...state, at: end };
		if (name === "title") {
			const lineStart = this.text.lastIndexOf("\n", state.at - 1) + 1;
			const title = withoutPrefix(value, continuationOf(this.text.slice(lineStart, state.at)));
			return title === null ? null : { ...next, title };
		}
		if (name === "url") return this.readUrl(next, value, state.at, !joined);
		if (name === "text") return { ...next, slots: { ...state.slots, text: value } };
		if (value === option) return next;
		return { ...next, slots: { ...state.slots, [name]: value } };
	}

	private readUrl(state: State, spelled: string, from: number, alone: boolean): State | null {
		const found = this.links.find((link) => link.urlFrom === from || link.from === from);
		const url = found?.url ?? readDestination(spelled);
		const { text, ...slots } = state.slots;
		const link: ItemLink = { url };
		if (text !== undefined && text !== writeDestination(url)) link.text = text;
		const lineStart = this.text.lastIndexOf("\n", from - 1) + 1;
		if (writeAddress(url, this.text.slice(lineStart, from), alone) !== spelled)
			link.spelling = spelled;
		return { ...state, slots, links: [...state.links, link] };
	}

	private note(
		state: State,
		lineStart: number,
		option: string | null,
		following: readonly PatternToken[],
		below: readonly PatternLine[],
		go: (state: State) => State | null,
	): State | null {
		if (state.at === this.text.length) return go({ ...state, note: "" });
		const prefix = option === "flush" ? "" : continuationOf(this.text.slice(lineStart, state.at));
		for (const end of this.noteEnds(state.at, following, below)) {
			const note = withoutPrefix(this.text.slice(state.at, end), prefix);
			const found = note === null || note === "" ? null : go({ ...state, at: end, note });
			if (found) return found;
		}
		return null;
	}

	/** The offsets at which a note can end: the end of the text, or before the link lines that follow it. */
	private noteEnds(
		at: number,
		following: readonly PatternToken[],
		below: readonly PatternLine[],
	): number[] {
		const closing = literalAfter(following);
		if (closing !== "") {
			const end = this.text.lastIndexOf(closing);
			return end > at ? [end] : [];
		}
		const [line] = below;
		if (!line) return [this.text.length];
		const opening = "\n".repeat(line.blanks + 1);
		const ends: number[] = [];
		let end = this.text.length;
		for (let count = 0; count < MAX_LINK_LINES && end > at; count += 1) {
			const start = this.text.lastIndexOf("\n", end - 1) + 1;
			if (!this.isLinkLine(line, Math.max(start, at))) break;
			// A text that consists of link lines only is not a note.
			if (start <= at) return [];
			if (this.text.slice(start - opening.length, start) === opening)
				ends.unshift(start - opening.length);
			end = start - 1;
		}
		return [...ends.filter((place) => place > at), this.text.length];
	}

	private isLinkLine(line: PatternLine, at: number): boolean {
		const empty: State = { at, title: "", links: [], note: "", slots: {} };
		return (
			this.tokens(
				line.tokens,
				0,
				empty,
				at,
				(done) => (this.atLineEnd(done.at) ? done : null),
				[],
			) !== null
		);
	}
}

/** The literal text directly after a slot; empty if something else follows. */
function literalAfter(following: readonly PatternToken[]): string {
	const [next] = following;
	return next?.kind === "literal" ? next.text : "";
}

/**
 * Every literal text that can follow, with optional groups or without; an empty string is the end of
 * the line.
 */
function nextLiterals(following: readonly PatternToken[]): string[] {
	const literals: string[] = [];
	for (const token of following) {
		if (token.kind === "literal") return [...literals, token.text];
		if (token.kind === "slot") return literals;
		const [first] = token.tokens;
		if (first?.kind === "literal") literals.push(first.text);
	}
	return [...literals, ""];
}

/** Removes the prefix from the second and later lines of a text; null if one of them lacks it. */
function withoutPrefix(text: string, prefix: string): string | null {
	if (prefix === "" || !text.includes("\n")) return text;
	const onEmpty = prefix.trimEnd();
	const [first, ...others] = text.split("\n");
	const rows = [first];
	for (const line of others) {
		if (line === onEmpty) rows.push("");
		else if (line.startsWith(prefix)) rows.push(line.slice(prefix.length));
		else return null;
	}
	return rows.join("\n");
}
