import type { PhrasingContent } from "mdast";
import type { WhiteSpace } from "./selected-node.ts";

/** The formatting of a piece of text. Marks that do not apply are absent. */
export interface Marks {
	/** Address of the link that contains it. */
	link?: string;
	delete?: true;
	strong?: true;
	emphasis?: true;
	code?: true;
	script?: "sup" | "sub";
}

type Piece = { text: string; marks: Marks } | { line: true; marks: Marks };

/** The marks that become nodes around other nodes, outermost first. */
const NESTING = ["link", "delete", "strong", "emphasis", "script"] as const;

const NBSP = "\u00a0";

/** The marks that two neighbors share. White space between them gets these. */
function shared(one: Marks | undefined, other: Marks | undefined): Marks {
	if (!one || !other) return {};
	const both = Object.entries(one).filter(([mark, value]) => other[mark as keyof Marks] === value);
	return Object.fromEntries(both) as Marks;
}

/** Replaces spaces that a renderer would drop by no-break spaces. */
function keptSpaces(line: string, isLineStart: boolean): string {
	return line
		.replaceAll("\t", "    ")
		.replace(/ {2,}/g, (spaces) => `${NBSP.repeat(spaces.length - 1)} `)
		.replace(isLineStart ? /^[ \u00a0]+/ : /^$/, (spaces) => NBSP.repeat(spaces.length));
}

/**
 * Collects the text of one or more paragraphs with its marks, and converts it to markdown nodes. White
 * space is collapsed as in a browser.
 */
export class InlineRun {
	#pieces: Piece[] = [];
	/** Whether a collapsible space would be dropped at this point. */
	#spaced = true;

	get isEmpty(): boolean {
		return this.#pieces.length === 0;
	}

	addText(text: string, space: WhiteSpace, marks: Marks): void {
		// Control characters are invisible, and some are not allowed in markdown.
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
		const clean = text.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, "");
		const lines = space === "collapse" ? [clean] : clean.split("\n");
		for (const [index, line] of lines.entries()) {
			if (index > 0) this.addLineBreak(marks);
			if (space === "keep") this.#push(keptSpaces(line, this.#isLineStart()), marks);
			else this.#addCollapsed(line, marks);
		}
	}

	addLineBreak(marks: Marks = {}): void {
		this.#pieces.push({ line: true, marks });
		this.#spaced = true;
	}

	#isLineStart(): boolean {
		const last = this.#pieces.at(-1);
		return !last || "line" in last;
	}

	#addCollapsed(text: string, marks: Marks): void {
		const single = text.replace(/[\t\n\f\r ]+/g, " ");
		this.#push(this.#spaced ? single.replace(/^ /, "") : single, marks);
	}

	#push(text: string, marks: Marks): void {
		if (text === "") return;
		this.#pieces.push({ text, marks });
		this.#spaced = text.endsWith(" ");
	}

	/** The collected paragraphs, each as phrasing nodes. Two line breaks end a paragraph. */
	takePhrasing(): PhrasingContent[][] {
		const paragraphs: Piece[][] = [[]];
		let breaks = 0;
		for (const piece of this.#pieces) {
			if ("line" in piece) {
				breaks += 1;
				continue;
			}
			const current = paragraphs.at(-1) as Piece[];
			const isBlank = /^[ \u00a0]*$/.test(piece.text);
			// A line with only spaces counts as empty.
			if (isBlank && (breaks > 0 || current.length === 0)) continue;
			if (breaks > 1 && current.length > 0) paragraphs.push([piece]);
			else if (breaks > 0 && current.length > 0) current.push({ line: true, marks: {} }, piece);
			else current.push(piece);
			breaks = 0;
		}
		this.#pieces = [];
		this.#spaced = true;
		return paragraphs
			.map((pieces) => phrasingOf(withSharedSpace(pieces)))
			.filter((nodes) => nodes.length > 0);
	}
}

function isWord(piece: Piece): boolean {
	return "text" in piece && (piece.marks.code === true || piece.text.trim() !== "");
}

/**
 * Whether emphasis can begin or end with the piece. Parsers differ in how they treat symbols beyond
 * U+FFFF, such as emoji (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run); these look
 * the same without emphasis.
 */
function isPlainWord(piece: Piece): boolean {
	if (!isWord(piece) || !("text" in piece)) return false;
	return piece.marks.code === true || !/^[\u{10000}-\u{10ffff}]/u.test(piece.text);
}

/** Gives white space only the marks that both neighbors share, and removes it at the ends of lines. */
function withSharedSpace(pieces: readonly Piece[]): Piece[] {
	const parts = pieces.flatMap((piece): Piece[] => {
		if ("line" in piece || piece.marks.code) return [piece];
		return piece.text
			.split(/(\s+|[\u{10000}-\u{10ffff}]+)/u)
			.filter((text) => text !== "")
			.map((text) => ({ text, marks: piece.marks }));
	});
	const next: (Marks | undefined)[] = [];
	let following: Marks | undefined;
	for (let at = parts.length - 1; at >= 0; at--) {
		const part = parts[at] as Piece;
		next[at] = following;
		if (isWord(part)) following = part.marks;
	}
	let before: Marks | undefined;
	const marked = parts.map((part, at) => {
		if (isWord(part)) {
			before = part.marks;
			return part;
		}
		const { code: _, ...marks } = shared(before, next[at]);
		return { ...part, marks };
	});
	return marked.flatMap((part, at): Piece[] => {
		if ("line" in part) return [part];
		const isLast = at === marked.length - 1 || "line" in (marked[at + 1] as Piece);
		const isFirst = at === 0 || "line" in (marked[at - 1] as Piece);
		let { text } = part;
		if (isLast) text = text.replace(/[ \u00a0]+$/, "");
		if (isFirst) text = text.replace(/^ +/, "");
		return text === "" ? [] : [{ text, marks: part.marks }];
	});
}

function phrasingOf(pieces: readonly Piece[], depth = 0): PhrasingContent[] {
	const mark = NESTING[depth];
	if (mark === undefined) return leaves(pieces);
	const nodes: PhrasingContent[] = [];
	for (let at = 0; at < pieces.length; ) {
		const value = pieces[at]?.marks[mark];
		let end = at + 1;
		while (end < pieces.length && pieces[end]?.marks[mark] === value) end += 1;
		const group = pieces.slice(at, end);
		if (value === undefined) nodes.push(...phrasingOf(group, depth + 1));
		else {
			// Space and symbols at the ends of emphasis go outside of it.
			const holds = mark === "link" || mark === "script" ? isWord : isPlainWord;
			const first = Math.max(0, group.findIndex(holds));
			const last = group.findLastIndex(holds) + 1;
			const words = phrasingOf(group.slice(first, last), depth + 1);
			nodes.push(...leaves(group.slice(0, first)));
			if (words.length > 0) nodes.push(...marked(mark, value, words));
			nodes.push(...leaves(group.slice(last)));
		}
		at = end;
	}
	return nodes;
}

function marked(
	mark: (typeof NESTING)[number],
	value: string | true,
	children: PhrasingContent[],
): PhrasingContent[] {
	switch (mark) {
		case "link":
			return [{ type: "link", url: String(value), children }];
		case "script":
			return [
				{ type: "html", value: `<${value}>` },
				...children,
				{ type: "html", value: `</${value}>` },
			];
		default:
			return [{ type: mark, children }];
	}
}

function leaves(pieces: readonly Piece[]): PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	for (const piece of pieces) {
		const last = nodes.at(-1);
		if ("line" in piece) nodes.push({ type: "break" });
		else {
			const type = piece.marks.code ? "inlineCode" : "text";
			if (last?.type === type) last.value += piece.text;
			else nodes.push({ type, value: piece.text });
		}
	}
	return nodes;
}

/** Replaces each line break by another node, where line breaks are not allowed. */
export function replaceBreaks(
	nodes: readonly PhrasingContent[],
	replacement: PhrasingContent,
): PhrasingContent[] {
	return nodes.map((node) => {
		if (node.type === "break") return replacement;
		if (!("children" in node)) return node;
		return { ...node, children: replaceBreaks(node.children, replacement) } as PhrasingContent;
	});
}
