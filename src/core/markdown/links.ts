import { GFM, parser } from "@lezer/markdown";
import { type Block, blocksOf, type Leaf } from "./blocks.ts";
import { readDestination } from "./destination.ts";
import { maskForLinks } from "./mask.ts";
import { DEFINITION } from "./reference-definition.ts";

/** How a link is written: `[text](url)`, `[text][label]`, `<url>`, the address alone, or `<a href>`. */
type LinkKind = "inline" | "reference" | "autolink" | "bare" | "html";

/**
 * A link in a text, with the offsets of its parts. Only links to `http` and `https` addresses are
 * included.
 */
export interface LinkAt {
	kind: LinkKind;
	/** The address that a browser opens. */
	url: string;
	from: number;
	to: number;
	/** The range of its text; for an autolink or a bare address, that of the address. */
	textFrom: number;
	textTo: number;
	/** The range of its destination, without `<>` and title; for a reference, that of its label. */
	urlFrom: number;
	urlTo: number;
}

/** Addresses by normalized label. */
export type References = ReadonlyMap<string, string>;

const BLOCK_PARSERS = [
	"LinkReference",
	"IndentedCode",
	"FencedCode",
	"Blockquote",
	"HorizontalRule",
	"BulletList",
	"OrderedList",
	"ATXHeading",
	"HTMLBlock",
	"SetextHeading",
	"Table",
	"TaskList",
];

/**
 * Parses inline text only. Bare addresses are found separately, since the parser does not handle
 * scripts that are written without spaces.
 */
const inlineParser = parser
	.configure(GFM)
	.configure({ remove: [...BLOCK_PARSERS, "Emphasis", "Strikethrough", "HardBreak", "Autolink"] });

/**
 * The parser takes quadratic time in the number of links in a paragraph, so longer paragraphs are
 * parsed in pieces.
 */
const MAX_PIECE_LENGTH = 4_000;

const WEB = /^https?:\/\/[^\s]/i;
const HREF = /^<a\s[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const BARE = /https?:\/\/[^\s<>"“”«»，。；：！？、（）【】《》「」『』]+/gi;
const DEFINITION_START = new RegExp(`^ {0,3}${DEFINITION}`);

/** The links of each block, in the order of the blocks. */
export function linksInBlocks(
	text: string,
	blocks: readonly Block[],
	references: References,
): LinkAt[][] {
	const chunks: Chunk[] = [];
	const found = blocks.map(() => [] as LinkAt[]);
	blocks.forEach((block, index) => {
		for (const leaf of block.leaves) addChunks(text, leaf, index, chunks, found[index] ?? []);
	});
	// All texts are parsed together: starting the parser thousands of times takes longer than the parsing.
	const content = chunks.map((chunk) => chunk.content).join("\n\n");
	let at = 0;
	let start = 0;
	for (const link of linksInText(content, references)) {
		let chunk = chunks[at] as Chunk;
		while (start + chunk.content.length < link.from) {
			start += chunk.content.length + 2;
			at += 1;
			chunk = chunks[at] as Chunk;
		}
		found[chunk.block]?.push(movedLink(link, chunk.from - start));
	}
	return found;
}

/** All links of a text. References are looked up in its own definitions and in `others`. */
export function linksOf(text: string, others: References = new Map()): LinkAt[] {
	if (!/https?:|\]/i.test(text)) return [];
	const blocks = blocksOf(text);
	const references = new Map([...others, ...referencesOf(text, blocks)]);
	return linksInBlocks(text, blocks, references).flat();
}

/**
 * The reference definitions of a text. If a label is defined several times, the first definition
 * counts.
 */
export function referencesOf(text: string, blocks: readonly Block[]): Map<string, string> {
	const references = new Map<string, string>();
	const places = blocks.flatMap((block) =>
		block.kind === "definition" ? [block] : (block.definitions ?? []),
	);
	for (const { from, to } of places) {
		const found = DEFINITION_START.exec(text.slice(from, to));
		const label = normalizeLabel(found?.[1] ?? "");
		const url = readDestination(found?.[2] ?? found?.[3] ?? "");
		if (label !== "" && !references.has(label)) references.set(label, url);
	}
	return references;
}

/** Normalizes a label: labels match regardless of case and white space (CommonMark 0.31, section 6.3). */
export function normalizeLabel(label: string): string {
	return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}

/** A piece of a leaf that is parsed as a separate paragraph. */
interface Chunk {
	content: string;
	from: number;
	block: number;
}

function addChunks(text: string, leaf: Leaf, block: number, chunks: Chunk[], html: LinkAt[]): void {
	const raw = text.slice(leaf.from, leaf.to);
	if (!/https?:|\]/i.test(raw)) return;
	const content = withoutMarks(maskForLinks(raw), leaf);
	if (leaf.html) {
		html.push(...htmlLinks(content, leaf.from));
		return;
	}
	let start = 0;
	while (start < content.length) {
		const end = pieceEnd(content, start);
		const piece = withoutOpenDestinations(content.slice(start, end));
		chunks.push({ content: piece, from: leaf.from + start, block });
		start = end;
	}
}

/**
 * Replaces `](` after the last `)`, where no destination can end. Otherwise the parser would look for
 * an end at each of them.
 */
function withoutOpenDestinations(piece: string): string {
	const last = piece.lastIndexOf(")") + 1;
	return piece.slice(0, last) + piece.slice(last).replaceAll("](", "]x");
}

function withoutMarks(content: string, { from, marks }: Leaf): string {
	if (marks.length === 0) return content;
	const letters = content.split("");
	for (const mark of marks) letters[mark - from] = " ";
	return letters.join("");
}

/**
 * The offset at which to split a long text: a space outside of brackets and code, as far as can be
 * determined cheaply.
 */
function pieceEnd(content: string, start: number): number {
	if (content.length - start <= MAX_PIECE_LENGTH) return content.length;
	const limit = Math.min(content.length, start + 2 * MAX_PIECE_LENGTH);
	let depth = 0;
	let code = false;
	let end = limit;
	for (let at = start; at < limit; at += 1) {
		const letter = content[at];
		if (letter === "[" || letter === "(") depth += 1;
		else if (letter === "]" || letter === ")") depth = Math.max(0, depth - 1);
		else if (letter === "`") code = !code;
		else if ((letter === " " || letter === "\n") && depth === 0 && !code) {
			end = at;
			if (at - start >= MAX_PIECE_LENGTH) break;
		}
	}
	return end > start ? end : limit;
}

function linksInText(content: string, references: References): LinkAt[] {
	const found: LinkAt[] = [];
	const blanks: [number, number][] = [];
	const blank = (from: number, to: number) => blanks.push([from, to]);
	const cursor = inlineParser.parse(withoutBrackets(content, references)).cursor();
	let open: LinkAt | null = null;
	let inside = 0;
	while (cursor.next()) {
		const { name, from, to } = cursor;
		if (from < inside) continue;
		if (name === "Paragraph") open = null;
		else if (name === "Link") {
			const link = linkAt(content, from, to, references);
			if (!link) continue;
			if (WEB.test(link.url)) found.push(link);
			blank(from, to);
			inside = to;
		} else if (name === "Autolink") {
			const url = content.slice(from + 1, to - 1);
			const place = {
				from,
				to,
				textFrom: from + 1,
				textTo: to - 1,
				urlFrom: from + 1,
				urlTo: to - 1,
			};
			if (WEB.test(url)) found.push({ kind: "autolink", url, ...place });
			blank(from, to);
		} else if (name === "HTMLTag") {
			open = readTag(content, from, to, open, found, 0);
			blank(from, to);
		} else if (name === "Image") {
			blank(Math.max(from, content.slice(from, to).lastIndexOf("](") + from), to);
		} else if (name === "InlineCode" || name === "Comment" || name === "Escape") blank(from, to);
	}
	return [...found, ...bareLinks(withBlanks(content, blanks), 0)].sort(inOrder);
}

function withBlanks(content: string, blanks: readonly [number, number][]): string {
	let plain = "";
	let end = 0;
	for (const [from, to] of blanks) {
		if (to <= end) continue;
		const start = Math.max(from, end);
		plain += content.slice(end, start) + " ".repeat(to - start);
		end = to;
	}
	return plain + content.slice(end);
}

/**
 * Replaces brackets that are not references, since the parser would otherwise take them for a link, and
 * miss a link around them.
 */
function withoutBrackets(content: string, references: References): string {
	return content.replace(/(?<![\]\\!])\[([^[\]]*)\](?![([])/g, (whole, label: string) =>
		references.has(normalizeLabel(label)) ? whole : `x${label}x`,
	);
}

function inOrder(one: LinkAt, other: LinkAt): number {
	return one.from - other.from;
}

/** A link with all its offsets moved. */
export function movedLink(link: LinkAt, by: number): LinkAt {
	return {
		...link,
		from: link.from + by,
		to: link.to + by,
		textFrom: link.textFrom + by,
		textTo: link.textTo + by,
		urlFrom: link.urlFrom + by,
		urlTo: link.urlTo + by,
	};
}

/** The link at a range with the form `[…]…`; null if it is not a link because its label is not defined. */
function linkAt(content: string, from: number, to: number, references: References): LinkAt | null {
	const textTo = closingBracket(content, from, to);
	if (textTo === -1) return null;
	const place = { from, to, textFrom: from + 1, textTo };
	const rest = content.slice(textTo + 1, to);
	if (rest.startsWith("(") && !/[\s<]/.test(rest)) {
		const spelled = rest.slice(1, -1);
		return {
			...place,
			kind: "inline",
			url: readDestination(spelled),
			urlFrom: textTo + 2,
			urlTo: to - 1,
		};
	}
	if (rest.startsWith("(")) {
		const inner =
			/^\(\s*(?:<([^<>\n]*)>|([^\s]*?))(?:\s+(?:"[\s\S]*"|'[\s\S]*'|\([\s\S]*\)))?\s*\)$/.exec(
				rest,
			);
		if (!inner) return null;
		const spelled = inner[1] ?? inner[2] ?? "";
		const urlFrom = textTo + 1 + rest.indexOf(spelled, /^\(\s*<?/.exec(rest)?.[0].length ?? 1);
		return {
			...place,
			kind: "inline",
			url: readDestination(spelled),
			urlFrom,
			urlTo: urlFrom + spelled.length,
		};
	}
	const label = rest.length > 2 ? rest.slice(1, -1) : content.slice(from + 1, textTo);
	const url = references.get(normalizeLabel(label));
	if (url === undefined) return null;
	const own = rest.length > 2;
	return {
		...place,
		kind: "reference",
		url,
		urlFrom: own ? textTo + 2 : from + 1,
		urlTo: own ? to - 1 : textTo,
	};
}

function closingBracket(content: string, from: number, to: number): number {
	let depth = 0;
	for (let at = from; at < to; at += 1) {
		const letter = content[at];
		if (letter === "\\") at += 1;
		else if (letter === "`") {
			const ticks = /^`+/.exec(content.slice(at, to))?.[0] ?? "`";
			const close = content.indexOf(ticks, at + ticks.length);
			at = (close !== -1 && close < to ? close : at) + ticks.length - 1;
		} else if (letter === "[") depth += 1;
		else if (letter === "]") {
			depth -= 1;
			if (depth === 0) return at;
		}
	}
	return -1;
}

function readTag(
	content: string,
	from: number,
	to: number,
	open: LinkAt | null,
	found: LinkAt[],
	offset: number,
): LinkAt | null {
	const tag = content.slice(from, to);
	if (/^<\/a\s*>$/i.test(tag)) {
		if (open) {
			open.textTo = from + offset;
			open.to = to + offset;
		}
		return null;
	}
	const href = HREF.exec(tag);
	if (!href) return open;
	const spelled = href[1] ?? href[2] ?? href[3] ?? "";
	const urlFrom = from + tag.indexOf(spelled, tag.toLowerCase().indexOf("href"));
	const url = readDestination(spelled);
	if (!WEB.test(url)) return open;
	const link = movedLink(
		{
			kind: "html",
			url,
			from,
			to,
			textFrom: to,
			textTo: to,
			urlFrom,
			urlTo: urlFrom + spelled.length,
		},
		offset,
	);
	found.push(link);
	return link;
}

function htmlLinks(content: string, offset: number): LinkAt[] {
	const plain = content.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
	const found: LinkAt[] = [];
	let open: LinkAt | null = null;
	for (const tag of plain.matchAll(/<\/?a\b[^>]*>/gi)) {
		open = readTag(plain, tag.index, tag.index + tag[0].length, open, found, offset);
	}
	return found;
}

function bareLinks(plain: string, offset: number): LinkAt[] {
	if (!/https?:\/\//i.test(plain)) return [];
	return [...plain.matchAll(BARE)].flatMap((match) => {
		if (/[\p{L}\p{N}]/u.test(plain[match.index - 1] ?? "")) return [];
		const url = trimAddress(match[0]);
		if (!/^https?:\/\/[^\s/]*[\p{L}\p{N}]/iu.test(url)) return [];
		const from = match.index + offset;
		const to = from + url.length;
		return [
			{
				kind: "bare" as const,
				url,
				from,
				to,
				textFrom: from,
				textTo: to,
				urlFrom: from,
				urlTo: to,
			},
		];
	});
}

/** Removes punctuation from the end of an address that belongs to the sentence or brackets around it. */
function trimAddress(address: string): string {
	let url = address.replace(/[|`].*$/, "");
	for (;;) {
		const shorter = url.replace(/(?:[.,;:!?'*~]|&quot;)+$/, "");
		const opened = shorter.split("(").length;
		const closed = shorter.split(")").length;
		const next =
			shorter.endsWith(")") && closed > opened
				? shorter.slice(0, -1)
				: shorter.endsWith("]") && !shorter.includes("[")
					? shorter.slice(0, -1)
					: shorter;
		if (next === url) return url;
		url = next;
	}
}
