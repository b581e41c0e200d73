/** The visible characters with their formatting, of selections, and of markdown read by a second parser. */
import MarkdownIt from "markdown-it";
import type { SelectedNode } from "../../../src/core/selection/selected-node.ts";

/** A character followed by its formatting, such as `a strong code`. White space is left out. */
export type MarkedCharacter = string;

const characters = (text: string, marks: Iterable<string>): MarkedCharacter[] =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are left out of notes
	[...text.replace(/[\s\0-\x1f\x7f]/gu, "")].map((one) =>
		[
			one,
			// Emphasis of an emoji is not visible.
			...[...new Set(marks)]
				.filter((mark) => one.length === 1 || !/^(?:strong|em|del)$/.test(mark))
				.sort(),
		].join(" "),
	);

const MARK_OF: Readonly<Record<string, string>> = {
	strong: "strong",
	em: "em",
	del: "del",
	code: "code",
	ul: "list",
	ol: "list",
	blockquote: "quote",
	h2: "h2",
	h6: "h6",
	pre: "pre",
};

/** The characters of a selection. */
export function charactersOf(
	nodes: readonly SelectedNode[],
	marks: readonly string[] = [],
): MarkedCharacter[] {
	return nodes.flatMap((node) => {
		if ("text" in node) return characters(node.text, marks);
		const mark = node.name === "a" ? `(${node.href})` : MARK_OF[node.name];
		const outer = node.name === "a" ? marks.filter((one) => !one.startsWith("(")) : marks;
		return charactersOf(node.children, mark ? [...outer, mark] : outer);
	});
}

const parser = new MarkdownIt({ html: true });
// It would decode `%01` in the text of an address, to make the address readable.
parser.normalizeLinkText = (url) => url;

/** The characters of markdown, as markdown-it reads it. */
export function charactersIn(markdown: string): MarkedCharacter[] {
	const found: MarkedCharacter[] = [];
	const open: string[] = [];
	const visit = (tokens: ReturnType<typeof parser.parse>) => {
		for (const token of tokens) {
			if (token.children) visit(token.children);
			else if (token.type === "text") found.push(...characters(token.content, open));
			else if (token.type === "code_inline")
				found.push(...characters(token.content, [...open, "code"]));
			else if (token.type === "fence" || token.type === "code_block")
				found.push(...characters(token.content, [...open, "pre"]));
			else if (/^html/.test(token.type)) {
				if (!/^<(?:br|\/?su[pb])>$/.test(token.content)) found.push(`HTML ${token.content}`);
			}
			// A link whose text is its address counts as plain text.
			if (token.markup === "autolink") continue;
			const mark =
				token.tag === "a"
					? `(${token.attrGet("href") ?? ""})`
					: MARK_OF[token.tag === "s" ? "del" : token.tag];
			if (!mark) continue;
			if (token.nesting === 1) open.push(mark);
			else if (token.nesting === -1) open.pop();
		}
	};
	visit(parser.parse(markdown, {}));
	return found;
}

/** Characters without their formatting, as one text. */
export function textOfCharacters(marked: readonly MarkedCharacter[]): string {
	return marked.map((one) => [...one][0] ?? "").join("");
}
