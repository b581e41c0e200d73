import createDOMPurify, { type Config } from "dompurify";
import { Marked, type Token, type Tokens } from "marked";
import { readableAddress } from "../core/links/readable.ts";
import { DRAWN_TAGS, plainTags } from "./plain-tags.ts";
import { readableRuns } from "./readable-runs.ts";
import { createPolicy } from "./trusted-types.ts";

/**
 * How markdown reads, as nodes for the page. Nothing in it is remote, styled or alive: images
 * stand as their text, and only links to the web and to mail are links.
 */

/** One block of the text, as a paragraph, with the place in the text it came from. */
export interface ReadingBlock {
	start: number;
	end: number;
	/** What it was made from: a block of the same source reads the same. */
	source: string;
}

/** The highest heading of the text comes under those of the page, which end a level above. */
const TOP_LEVEL = 4;
const LOWEST_LEVEL = 6;

const marked = new Marked({
	renderer: {
		// An address to fetch would say who reads the draft, and when.
		image: ({ text }: Tokens.Image) => `<em>${escaped(text)}</em>`,
		html: ({ text }: Tokens.HTML | Tokens.Tag) => plainTags(text),
		// What stands between the tags of a script is let through as it is, for a script to be run.
		text: (token: Tokens.Text | Tokens.Escape) =>
			"escaped" in token && token.escaped ? escaped(token.text) : false,
	},
});

const SAFE: Config & { RETURN_DOM_FRAGMENT: true } = {
	ALLOWED_TAGS: [...DRAWN_TAGS],
	ALLOWED_ATTR: ["href", "title", "start"],
	ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
	ALLOW_DATA_ATTR: false,
	ALLOW_ARIA_ATTR: false,
	RETURN_DOM_FRAGMENT: true,
};

/** The blocks of a text from `from` on, and how to make the nodes of one. */
export function read(
	text: string,
	from: number,
): { blocks: ReadingBlock[]; nodes(block: ReadingBlock): DocumentFragment } {
	const tokens = tokensOf(text.slice(from));
	const highest = tokens
		.filter(isHeading)
		.reduce((least, { depth }) => Math.min(least, depth), LOWEST_LEVEL);
	const blocks: ReadingBlock[] = [];
	const byBlock = new Map<ReadingBlock, Token>();
	let at = from;
	for (const token of tokens) {
		const block = { start: at, end: at + token.raw.length, source: token.raw };
		at = block.end;
		if (token.type === "space" || token.type === "def") continue;
		blocks.push(block);
		byBlock.set(block, token);
	}
	return {
		blocks,
		nodes(block) {
			const token = byBlock.get(block);
			return safe(token ? marked.parser([underThePage(token, highest)]) : "");
		},
	};
}

function tokensOf(text: string): Token[] {
	return readableRuns(text).flatMap((run) =>
		run.reads ? marked.lexer(run.text) : [{ type: "code", raw: run.text, text: run.text }],
	);
}

function isHeading(token: Token): token is Tokens.Heading {
	return token.type === "heading";
}

function underThePage(token: Token, highest: number): Token {
	if (!isHeading(token)) return token;
	const depth = Math.min(TOP_LEVEL + token.depth - highest, LOWEST_LEVEL);
	return { ...token, depth };
}

let sanitize: ((html: string) => DocumentFragment) | null = null;

function safe(html: string): DocumentFragment {
	sanitize ??= sanitizer();
	return sanitize(html);
}

/** The one place where HTML is parsed: by the sanitizer, into a document in which nothing runs. */
function sanitizer(): (html: string) => DocumentFragment {
	const policy = createPolicy("galley-reading", { createHTML: (html) => html });
	const config = { ...SAFE, TRUSTED_TYPES_POLICY: policy };
	const purifier = withReadableLinks(createDOMPurify(window));
	return (html) => purifier.sanitize(html, config);
}

/**
 * A link followed from the preview must not take the draft's page away, and one that says its address
 * says it as it reads.
 */
function withReadableLinks(made: ReturnType<typeof createDOMPurify>): typeof made {
	made.addHook("afterSanitizeAttributes", (node) => {
		if (node.tagName !== "A") return;
		node.setAttribute("target", "_blank");
		node.setAttribute("rel", "noopener noreferrer");
		const [only, ...others] = node.childNodes;
		if (only instanceof Text && others.length === 0) only.data = readableAddress(only.data);
	});
	return made;
}

function escaped(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
