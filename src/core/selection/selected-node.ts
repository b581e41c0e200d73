/**
 * A selection as plain data: what is left of the page's elements once their look is known. Nothing
 * in it is alive, so nothing of a page can run or load where it is worked on.
 */
export type SelectedNode = SelectedText | SelectedElement;

/** What white space in a text does: it collapses, all but line breaks does, or it is kept. */
export type WhiteSpace = "collapse" | "lines" | "keep";

interface SelectedText {
	text: string;
	space: WhiteSpace;
}

export interface SelectedElement {
	/** Lower-case name of the HTML element whose meaning this has; `div` or `span` for any other. */
	name: string;
	/** Whether it begins on a line of its own. */
	block: boolean;
	/** A block without space above and below: of several, each is a line. */
	tight?: boolean;
	/** The absolute address of a link. */
	href?: string;
	/** Number of the first item of an ordered list. */
	start?: number;
	/** Language of a code block, as its page names it. */
	language?: string;
	/** Columns and rows that a table cell takes, 1 where not given. */
	columns?: number;
	rows?: number;
	/** Of a table cell whose text is not at its start. */
	align?: "center" | "right";
	children: SelectedNode[];
}

/** Type guard for texts. */
export function isSelectedText(node: SelectedNode): node is SelectedText {
	return "text" in node;
}
