import type { PhrasingContent, Root } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Options, toMarkdown } from "mdast-util-to-markdown";
import { withBareAddresses } from "./bare-addresses.ts";
import { linkHandler } from "./link-handler.ts";
import type { SelectedNode } from "./selected-node.ts";
import { selectionBlocks } from "./selection-blocks.ts";

/**
 * Underscores beside a symbol beyond U+FFFF, such as an emoji. They can begin or end emphasis
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis), but the library takes half of such a
 * symbol for a letter and does not escape them.
 */
const BESIDE_SYMBOL = /(?<=[\u{10000}-\u{10ffff}])_+|(?<![\\_])_+(?=[\u{10000}-\u{10ffff}])/gu;

const OPTIONS: Options = {
	bullet: "-",
	bulletOther: "*",
	emphasis: "*",
	strong: "*",
	fence: "`",
	fences: true,
	listItemIndent: "one",
	rule: "-",
	extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
	handlers: {
		link: linkHandler,
		text: (node, parent, state, info) => {
			const text = defaultHandlers.text(node, parent, state, info);
			// Backslashes have no meaning in autolinks.
			if (state.stack.includes("autolink")) return text;
			return text.replace(BESIDE_SYMBOL, (found) => found.replaceAll("_", "\\_"));
		},
	},
};

/**
 * Converts selected nodes to markdown that every CommonMark renderer shows with the same text; empty if
 * there is no text.
 */
export function selectionMarkdown(nodes: readonly SelectedNode[]): string {
	const root: Root = { type: "root", children: selectionBlocks(nodes) };
	linkBareAddresses(root);
	return toMarkdown(root, OPTIONS).replace(/\n+$/, "");
}

/**
 * Converts plain text to markdown that reads the same: special characters are escaped, line breaks
 * kept.
 */
export function textMarkdown(text: string): string {
	return selectionMarkdown([{ text, space: "keep" }]);
}

type Parent = { type: string; children: unknown[] };

/** Converts bare addresses below a node to links, except inside links, which cannot contain links. */
function linkBareAddresses(node: Parent): void {
	if (node.type === "link") return;
	node.children = (node.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
		if (child.type === "text") return withBareAddresses(child.value);
		if ("children" in child) linkBareAddresses(child as Parent);
		return [child];
	});
}
