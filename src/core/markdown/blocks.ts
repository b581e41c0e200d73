import { type BlockContext, GFM, type Line, parser } from "@lezer/markdown";
import { maskForBlocks } from "./mask.ts";

/** The kind of a top-level markdown block. Each item of a list is a block of its own. */
type BlockKind =
	| "heading"
	| "listItem"
	| "paragraph"
	| "quote"
	| "code"
	| "html"
	| "comment"
	| "tableHead"
	| "tableRow"
	| "rule"
	| "definition";

/** A block of whole lines, from the first character of its first line to the end of its last line. */
export interface Block {
	kind: BlockKind;
	from: number;
	to: number;
	/** Number of blank lines above it. */
	gap: number;
	heading?: BlockHeading;
	/** Number of its list in the text: items with the same number are in the same list. */
	list?: number;
	/** Reference definitions inside a list item or a quote. */
	definitions?: { from: number; to: number }[];
	/** The ranges of its text that can contain links, in order. */
	leaves: Leaf[];
}

interface BlockHeading {
	level: number;
	underlined: boolean;
	/** The range of its text, without marks. */
	textFrom: number;
	textTo: number;
}

/** A range of text within a block. */
export interface Leaf {
	from: number;
	to: number;
	html: boolean;
	/** Offsets of quote marks within the range, which are not part of its text. */
	marks: number[];
}

const INLINE = [
	"Escape",
	"Entity",
	"InlineCode",
	"HTMLTag",
	"Emphasis",
	"HardBreak",
	"Link",
	"LinkEnd",
	"Image",
	"Autolink",
	"Strikethrough",
];

/** Inline markdown is not parsed here, but only where it is needed, since that is slow. */
const blockParser = parser.configure(GFM).configure({
	remove: INLINE,
	parseBlock: [{ name: "ListAfterContainer", endLeaf: isListBelowContainer }],
});

const LIST_MARK = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;

/**
 * Whether a line begins a list outside the list item or quote above it. It then ends the paragraph in that
 * item or quote, even if its mark stands alone or its number is not 1 (CommonMark 0.31, section 5.2, allows
 * neither only where a list interrupts a paragraph beside it). The parser takes such a line for text.
 */
function isListBelowContainer(cx: BlockContext, line: Line): boolean {
	const isContinued = line.basePos > 0;
	return cx.depth > 1 && !isContinued && LIST_MARK.test(line.text.slice(line.pos));
}

const KINDS: Record<string, BlockKind> = {
	ListItem: "listItem",
	Blockquote: "quote",
	FencedCode: "code",
	CodeBlock: "code",
	HTMLBlock: "html",
	ProcessingInstructionBlock: "html",
	CommentBlock: "comment",
	TableHeader: "tableHead",
	TableRow: "tableRow",
	HorizontalRule: "rule",
	LinkReference: "definition",
};

const LEAVES = new Set(["Paragraph", "Task", "TableCell", "HTMLBlock"]);
const HEADING = /^(ATX|Setext)Heading(\d)$/;

/**
 * Parses the top-level blocks of a markdown text, in order. Every line that is not blank belongs to a
 * block. The text must have LF line ends.
 */
export function blocksOf(text: string): Block[] {
	const tree = blockParser.parse(maskForBlocks(text));
	const blocks: Block[] = [];
	const cursor = tree.cursor();
	let end = 0;
	let list = 0;
	while (cursor.next()) {
		const { name, from, to } = cursor;
		const block = blocks.at(-1);
		if (from < end && block) {
			if (name === "QuoteMark") {
				const leaf = block.leaves.at(-1);
				if (leaf && leaf.to > from) leaf.marks.push(from);
			} else if (name === "LinkReference")
				block.definitions = [...(block.definitions ?? []), { from, to }];
			else if (LEAVES.has(name)) block.leaves.push(leafAt(cursor));
			else if (HEADING.test(name)) block.leaves.push({ from, to, html: false, marks: [] });
			else if (name === "HeaderMark" && block.heading && from >= block.from)
				markHeading(block, from, to);
			continue;
		}
		if (name === "BulletList" || name === "OrderedList") list += 1;
		if (name === "BulletList" || name === "OrderedList" || name === "Table") continue;
		if (name === "TableDelimiter") {
			if (block?.kind === "tableHead") block.to = lineEnd(text, to);
			end = Math.max(end, to);
			continue;
		}
		const heading = HEADING.exec(name);
		const kind = heading ? "heading" : (KINDS[name] ?? "paragraph");
		const made: Block = {
			kind,
			from: lineStart(text, from),
			to: endOfText(text, to),
			gap: 0,
			leaves: [],
		};
		if (heading) {
			made.heading = {
				level: Number(heading[2]),
				underlined: heading[1] === "Setext",
				textFrom: from,
				textTo: to,
			};
			made.leaves.push({ from, to, html: false, marks: [] });
		}
		if (kind === "listItem") made.list = list;
		if (LEAVES.has(name)) made.leaves.push(leafAt(cursor));
		addBlock(text, blocks, made);
		end = Math.max(to, from + 1);
	}
	addLeftLines(text, blocks, text.length);
	for (const { heading } of blocks) if (heading) trimHeading(text, heading);
	return blocks;
}

function leafAt({ name, from, to }: { name: string; from: number; to: number }): Leaf {
	return { from, to, html: name === "HTMLBlock", marks: [] };
}

/** Excludes a heading mark from the range of the text: a mark before or after it, or the underline. */
function markHeading({ heading }: Block, from: number, to: number): void {
	if (!heading) return;
	if (heading.underlined) heading.textTo = Math.min(heading.textTo, from);
	else if (from <= heading.textFrom) heading.textFrom = to;
	else heading.textTo = from;
}

function trimHeading(text: string, heading: BlockHeading): void {
	while (heading.textFrom < heading.textTo && /\s/.test(text[heading.textFrom] ?? ""))
		heading.textFrom += 1;
	while (heading.textTo > heading.textFrom && /\s/.test(text[heading.textTo - 1] ?? ""))
		heading.textTo -= 1;
}

function addBlock(text: string, blocks: Block[], block: Block): void {
	const last = blocks.at(-1);
	if (last && block.from < last.to) {
		// The block begins on the last line of the block above, so it is added to that one.
		last.to = Math.max(last.to, block.to);
		last.leaves.push(...block.leaves);
		return;
	}
	addLeftLines(text, blocks, block.from);
	const above = blocks.at(-1);
	block.gap = linesBetween(text, above ? above.to : -1, block.from);
	blocks.push(block);
}

/** Adds lines that the parser assigned to no block, such as a single mark, as a paragraph. */
function addLeftLines(text: string, blocks: Block[], until: number): void {
	const above = blocks.at(-1)?.to ?? 0;
	const between = text.slice(above, until);
	if (!/[^ \t\n]/.test(between)) return;
	const from = lineStart(text, above + between.search(/[^ \t\n]/));
	const to = endOfText(text, until);
	const gap = linesBetween(text, blocks.length > 0 ? above : -1, from);
	blocks.push({ kind: "paragraph", from, to, gap, leaves: [{ from, to, html: false, marks: [] }] });
}

/**
 * Counts blank lines between the end of a line and the start of another; an end of -1 means the top of
 * the text.
 */
function linesBetween(text: string, end: number, start: number): number {
	let count = 0;
	for (
		let at = text.indexOf("\n", Math.max(end, 0));
		at !== -1 && at < start;
		at = text.indexOf("\n", at + 1)
	)
		count += 1;
	return end === -1 ? count : Math.max(0, count - 1);
}

function lineStart(text: string, at: number): number {
	return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
}

/** The end of the last line before `to` that is not blank. */
function endOfText(text: string, to: number): number {
	let end = to;
	while (end > 0 && /[ \t\n]/.test(text[end - 1] ?? "")) end -= 1;
	return lineEnd(text, end);
}
