import createDOMPurify, { type Config } from "dompurify";
import { Marked, type Token, type Tokens } from "marked";
import { readableAddress } from "../core/links/readable.ts";
import { DRAWN_TAGS, plainTags } from "./plain-tags.ts";
import { readableRuns } from "./readable-runs.ts";
import { createPolicy } from "./trusted-types.ts";

/**
 * Renders markdown as nodes for the page. The result contains nothing remote, styled or active: images are
 * shown as their text, and only links to web pages and email addresses are links.
 */

/** One block of the text, such as a paragraph, with its position in the text. */
export interface RenderedBlock {
	start: number;
	end: number;
	/** The source of the block. Blocks with the same source are rendered in the same way. */
	source: string;
}

/** The headings of the page end at level 3, so the highest heading of the text gets level 4. */
const TOP_LEVEL = 4;
const LOWEST_LEVEL = 6;

const marked = new Marked({
	renderer: {
		// Fetching an image would reveal who reads the draft, and when.
		image: ({ text }: Tokens.Image) => `<em>${escaped(text)}</em>`,
		html: ({ text }: Tokens.HTML | Tokens.Tag) => plainTags(text),
		// The library treats the text inside a script element as already escaped. It is escaped here.
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

/** The blocks of a text starting at `from`, and a function that makes the nodes of a block. */
export function renderMarkdown(
	text: string,
	from: number,
): { blocks: RenderedBlock[]; nodes(block: RenderedBlock): DocumentFragment } {
	const tokens = tokensOf(text.slice(from));
	const highest = tokens
		.filter(isHeading)
		.reduce((least, { depth }) => Math.min(least, depth), LOWEST_LEVEL);
	const blocks: RenderedBlock[] = [];
	const byBlock = new Map<RenderedBlock, Token>();
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
			return safe(token ? marked.parser([withLowerHeadings(token, highest)]) : "");
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

function withLowerHeadings(token: Token, highest: number): Token {
	if (!isHeading(token)) return token;
	const depth = Math.min(TOP_LEVEL + token.depth - highest, LOWEST_LEVEL);
	return { ...token, depth };
}

let sanitize: ((html: string) => DocumentFragment) | null = null;

function safe(html: string): DocumentFragment {
	sanitize ??= sanitizer();
	return sanitize(html);
}

/** The only place where HTML is parsed. The sanitizer does it, into a document in which nothing runs. */
function sanitizer(): (html: string) => DocumentFragment {
	const policy = createPolicy("galley-reading", { createHTML: (html) => html });
	const config = { ...SAFE, TRUSTED_TYPES_POLICY: policy };
	const purifier = withReadableLinks(createDOMPurify(window));
	return (html) => purifier.sanitize(html, config);
}

/**
 * Links in the preview open in another tab, so that the page of the draft stays open. A link whose text is
 * its own address shows the address in readable form.
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
