import type {
	AlignType,
	BlockContent,
	DefinitionContent,
	PhrasingContent,
	TableCell,
	TableRow,
} from "mdast";
import { replaceBreaks } from "./inline-run.ts";
import { isSelectedText, type SelectedElement, type SelectedNode } from "./selected-node.ts";

type Block = BlockContent | DefinitionContent;
type ToBlocks = (nodes: readonly SelectedNode[]) => Block[];

/** Limits columns and row spans, since a page can declare millions of them. */
const MAX_COLUMNS = 100;

interface Cell {
	head: boolean;
	columns: number;
	rows: number;
	align: AlignType;
	blocks: Block[];
}

/**
 * Converts a table to a markdown table. If it has only one column, or contains blocks that markdown
 * tables do not allow (lists, code, tables), its blocks are returned one after the other instead. A
 * table without a header gets an empty one, which markdown requires.
 */
export function selectionTable(table: SelectedElement, toBlocks: ToBlocks): Block[] {
	const before: SelectedNode[] = [];
	const found: SelectedElement[] = [];
	collectRows(table, found, before);
	const rows = found.map((row) =>
		row.children.filter(isCell).map((cell) => cellOf(cell, toBlocks)),
	);
	const filled = rows.filter((cells) => cells.some(({ blocks }) => blocks.length > 0));
	const width = Math.max(0, ...filled.map(widthOf));
	const isPlain = filled.every((cells) =>
		cells.every(({ blocks }) => blocks.every(({ type }) => type === "paragraph")),
	);
	const caption = toBlocks(before);
	if (width < 2 || !isPlain) return [...caption, ...filled.flat().flatMap(({ blocks }) => blocks)];
	const columns = Math.min(width, MAX_COLUMNS);
	const grid = gridOf(filled, columns);
	const hasHead = filled[0]?.every(({ head }) => head) ?? false;
	const body = filled[hasHead ? 1 : 0] ?? [];
	const children = grid.map(rowOf);
	if (!hasHead) children.unshift(rowOf(Array<PhrasingContent[]>(columns).fill([])));
	const align = Array.from({ length: columns }, (_, at) => body[at]?.align ?? null);
	return [...caption, { type: "table", align, children }];
}

function isCell(node: SelectedNode): node is SelectedElement & { name: "td" | "th" } {
	return !isSelectedText(node) && (node.name === "td" || node.name === "th");
}

/** Collects the rows of a table in one list, and its other content in another. */
function collectRows(node: SelectedElement, rows: SelectedElement[], rest: SelectedNode[]): void {
	for (const child of node.children) {
		if (isSelectedText(child)) rest.push(child);
		else if (child.name === "tr") rows.push(child);
		else if (isCell(child)) rows.push({ name: "tr", block: true, children: [child] });
		else if (/^(?:thead|tbody|tfoot)$/.test(child.name)) collectRows(child, rows, rest);
		else rest.push(child);
	}
}

function cellOf(cell: SelectedElement, toBlocks: ToBlocks): Cell {
	return {
		head: cell.name === "th",
		columns: Math.min(cell.columns ?? 1, MAX_COLUMNS),
		rows: Math.min(cell.rows ?? 1, MAX_COLUMNS),
		align: cell.align ?? null,
		blocks: toBlocks(cell.children),
	};
}

function widthOf(cells: readonly Cell[]): number {
	return cells.reduce((sum, { columns }) => sum + columns, 0);
}

/** Cell texts by row and column. Of the positions that a cell spans, only the first has its text. */
function gridOf(rows: readonly (readonly Cell[])[], width: number): PhrasingContent[][][] {
	const grid = rows.map(() => Array<PhrasingContent[] | undefined>(width).fill(undefined));
	for (const [row, cells] of rows.entries()) {
		let column = 0;
		for (const cell of cells) {
			while (grid[row]?.[column] !== undefined) column += 1;
			for (let down = 0; down < cell.rows; down++) {
				for (let across = 0; across < cell.columns; across++) {
					const line = grid[row + down];
					if (!line || column + across >= width) continue;
					line[column + across] ??= down + across === 0 ? inCell(cell.blocks) : [];
				}
			}
			column += cell.columns;
		}
	}
	return grid.map((line) => line.map((cell) => cell ?? []));
}

/** Joins the text of paragraphs to one cell, with line breaks in HTML. */
function inCell(blocks: readonly Block[]): PhrasingContent[] {
	const br: PhrasingContent = { type: "html", value: "<br>" };
	return blocks.flatMap((block, at): PhrasingContent[] =>
		block.type === "paragraph"
			? [...(at > 0 ? [br] : []), ...withoutPipesInCode(replaceBreaks(block.children, br))]
			: [],
	);
}

/** In a table, code cannot contain a backslash before a pipe; such code becomes plain text. */
function withoutPipesInCode(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.map((node) => {
		if (node.type === "inlineCode" && node.value.includes("\\|")) return { ...node, type: "text" };
		if (!("children" in node)) return node;
		return { ...node, children: withoutPipesInCode(node.children) } as PhrasingContent;
	});
}

function rowOf(cells: readonly PhrasingContent[][]): TableRow {
	return {
		type: "tableRow",
		children: cells.map((children): TableCell => ({ type: "tableCell", children })),
	};
}
