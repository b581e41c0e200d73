import type { SelectedNode } from "../core/selection/selected-node.ts";
import { selectionMarkdown, textMarkdown } from "../core/selection/selection-markdown.ts";
import { copySelection } from "./copy-selection.ts";
import { findSelection } from "./find-selection.ts";

/**
 * The selection of a page as markdown; empty if nothing is selected. If the conversion fails on an unusual
 * page, the plain text of the selection is returned.
 */
export function readSelection(page: Document): string {
	const found = findSelection(page);
	if (!found) return "";
	if (!("ranges" in found)) return textMarkdown(found.text);
	try {
		return selectionMarkdown(found.ranges.flatMap(asBlock)) || textMarkdown(found.text);
	} catch {
		return textMarkdown(found.text);
	}
}

/** Several ranges become several paragraphs. */
function asBlock(
	range: Parameters<typeof copySelection>[0],
	_at: number,
	all: unknown[],
): SelectedNode[] {
	const nodes = copySelection(range);
	return all.length > 1 ? [{ name: "div", block: true, children: nodes }] : nodes;
}
