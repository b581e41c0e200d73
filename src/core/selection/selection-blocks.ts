import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent } from "mdast";
import { InlineRun, type Marks, replaceBreaks } from "./inline-run.ts";
import { isSelectedText, type SelectedElement, type SelectedNode } from "./selected-node.ts";
import { selectionTable } from "./selection-table.ts";

type Block = BlockContent | DefinitionContent;

/** The marks that an element adds to its text. */
const MARKS: Readonly<Record<string, Marks>> = {
	strong: { strong: true },
	em: { emphasis: true },
	del: { delete: true },
	code: { code: true },
	sup: { script: "sup" },
	sub: { script: "sub" },
};

/** What separates two texts: nothing, a line break, or the end of a paragraph. */
type Boundary = 0 | 1 | 2;

/** Converts selected nodes to markdown blocks. */
export function selectionBlocks(nodes: readonly SelectedNode[], marks: Marks = {}): Block[] {
	const blocks: Block[] = [];
	const run = new InlineRun();
	let boundary: Boundary = 0;

	function flush(): void {
		for (const children of run.takePhrasing()) blocks.push({ type: "paragraph", children });
		boundary = 0;
	}

	function raiseBoundary(wanted: Boundary): void {
		boundary = Math.max(boundary, wanted) as Boundary;
	}

	/** Writes the boundary to the text before. Must be called before text is added. */
	function writeBoundary(): void {
		if (boundary === 2) flush();
		else if (boundary === 1 && !run.isEmpty) run.addLineBreak();
		boundary = 0;
	}

	function walk(node: SelectedNode, around: Marks): void {
		if (isSelectedText(node)) {
			if (boundary > 0 && node.space !== "keep" && node.text.trim() === "") return;
			writeBoundary();
			run.addText(node.text, node.space, around);
			return;
		}
		if (node.name === "br") {
			writeBoundary();
			run.addLineBreak(around);
			return;
		}
		const whole = wholeBlocks(node, around);
		if (whole) {
			flush();
			blocks.push(...whole);
			return;
		}
		if (node.block) raiseBoundary(node.tight ? 1 : 2);
		const inside = marksInside(node, around);
		for (const child of node.children) walk(child, inside);
		if (node.block) raiseBoundary(node.tight ? 1 : 2);
	}

	for (const node of nodes) walk(node, marks);
	flush();
	return blocks;
}

function marksInside({ name, href }: SelectedElement, around: Marks): Marks {
	if (name === "a") return href === undefined ? around : { ...around, link: href };
	// A superscript link is a footnote mark, which reads just as well without superscript.
	if (around.link !== undefined && MARKS[name]?.script) return around;
	return { ...around, ...MARKS[name] };
}

/** Converts an element that is not part of a paragraph; null for other elements. */
function wholeBlocks(node: SelectedElement, marks: Marks): Block[] | null {
	const heading = /^h([1-6])$/.exec(node.name)?.[1];
	if (heading) {
		const { strong: _, ...lighter } = marks;
		const children = inOneLine(selectionBlocks(node.children, lighter));
		const depth = Number(heading) as 1 | 2 | 3 | 4 | 5 | 6;
		return children.length > 0 ? [{ type: "heading", depth, children }] : [];
	}
	switch (node.name) {
		case "pre":
			return codeBlock(node);
		case "ul":
		case "ol":
			return listOf(node, marks);
		case "blockquote": {
			const children = selectionBlocks(node.children, marks);
			return children.length > 0 ? [{ type: "blockquote", children }] : [];
		}
		case "hr":
			return [{ type: "thematicBreak" }];
		case "table":
			return selectionTable(node, (nodes) => selectionBlocks(nodes, marks));
		default:
			return null;
	}
}

/** Joins the text of paragraphs to one line, for a heading. */
function inOneLine(blocks: readonly Block[]): PhrasingContent[] {
	const space: PhrasingContent = { type: "text", value: " " };
	const texts = blocks.flatMap((block) => (block.type === "paragraph" ? [block.children] : []));
	return texts.flatMap((children, at) => [
		...(at > 0 ? [space] : []),
		...replaceBreaks(children, space),
	]);
}

function codeBlock(node: SelectedElement): Block[] {
	const value = textOf(node)
		.replace(/\r\n?/g, "\n")
		.replaceAll("\0", "")
		.replace(/^\n+|\s+$/g, "");
	if (value.trim() === "") return [];
	const language = node.language?.replace(/[^\w+#.-]/g, "");
	return [{ type: "code", lang: language || null, value }];
}

/** Parts of a table, in which white space has no meaning. */
const TABLE_PART = /^(?:table|thead|tbody|tfoot|tr)$/;

/** The text of a node with its line breaks. */
function textOf(node: SelectedNode): string {
	if (isSelectedText(node)) return node.text;
	if (node.name === "br") return "\n";
	let text = "";
	for (const child of node.children) {
		if (isSelectedText(child) && TABLE_PART.test(node.name)) continue;
		const isLine = !isSelectedText(child) && child.block;
		if (isLine && text !== "" && !text.endsWith("\n")) text += "\n";
		text += textOf(child);
		if (isLine && !text.endsWith("\n")) text += "\n";
	}
	return text;
}

function listOf(node: SelectedElement, marks: Marks): List[] {
	const items: ListItem[] = [];
	let stray: SelectedNode[] = [];
	function add(nodes: readonly SelectedNode[], joins: boolean): void {
		const children = selectionBlocks(nodes, marks);
		if (children.length === 0) return;
		const last = items.at(-1);
		if (joins && last) last.children.push(...children);
		else items.push({ type: "listItem", spread: false, children });
	}
	for (const child of node.children) {
		if (isSelectedText(child) || child.name !== "li") {
			stray.push(child);
			continue;
		}
		add(stray, true);
		stray = [];
		add(child.children, false);
	}
	add(stray, true);
	if (items.length === 0) return [];
	for (const item of items) item.spread = isLoose(item);
	const ordered = node.name === "ol";
	const start = ordered ? Math.min(Math.max(node.start ?? 1, 0), 999_999_999) : null;
	const spread = items.some((item) => item.spread);
	return [{ type: "list", ordered, start, spread, children: items }];
}

/** Whether an item has blocks that must be separated by an empty line. */
function isLoose({ children }: ListItem): boolean {
	return children.some((block, at) => at > 0 && block.type !== "list");
}
