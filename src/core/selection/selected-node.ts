/**
 * A selection as plain data, made from the page's elements and their computed styles. It contains no
 * DOM nodes, so code that uses it cannot run or load anything of the page.
 */
export type SelectedNode = SelectedText | SelectedElement;

/**
 * How white space in a text is treated: it collapses, it collapses except for line breaks, or it is
 * kept.
 */
export type WhiteSpace = "collapse" | "lines" | "keep";

interface SelectedText {
	text: string;
	space: WhiteSpace;
}

export interface SelectedElement {
	/** Lower-case name of the HTML element with the same meaning; `div` or `span` for others. */
	name: string;
	/** Whether it begins on a new line. */
	block: boolean;
	/** A block without space above and below. Several in sequence become lines of one paragraph. */
	tight?: boolean;
	/** The absolute address of a link. */
	href?: string;
	/** Number of the first item of an ordered list. */
	start?: number;
	/** Language of a code block, as named by the page. */
	language?: string;
	/** Number of columns and rows that a table cell spans; 1 if absent. */
	columns?: number;
	rows?: number;
	/** Alignment of a table cell whose text is not at its start. */
	align?: "center" | "right";
	children: SelectedNode[];
}

export function isSelectedText(node: SelectedNode): node is SelectedText {
	return "text" in node;
}
