/**
 * The content of an item, independent of its position in an issue. A draft stores items in this shape,
 * and an item pattern says how to write them.
 */

/** A link of an item that has its own position in the pattern. */
export interface ItemLink {
	/** The address that a browser opens. */
	url: string;
	/** Markdown text of a second or later link; absent if it is the address itself. */
	text?: string;
	/**
	 * The address as written in the markdown; present only if it differs from the usual way to
	 * write `url`. Remove it when `url` is edited.
	 */
	spelling?: string;
}

/** Title, links and note of one item. Fields without a value are empty. */
export interface Item {
	/** Markdown of the title; empty for an item without one, such as prose. */
	title: string;
	/**
	 * The links with their own position in the pattern. Links inside the note or the title are part of
	 * that text.
	 */
	links: ItemLink[];
	/** Markdown, without the indentation and quote marks that the pattern adds to its lines. */
	note: string;
	/** Values of the pattern's other slots, by name, such as author, language, tag, date, mark or n. */
	slots: Record<string, string>;
	/**
	 * The item's own pattern, if it differs from that of its section. Remove it to write the item in the
	 * style of its section.
	 */
	pattern?: string;
	/**
	 * The original text of an item that no pattern reproduces exactly. It is exported unchanged; title,
	 * links and note only describe it. Remove it when one of them is edited.
	 */
	asWritten?: string;
}

/** Creates an item; properties that are not given are empty. */
export function newItem(item: Partial<Item>): Item {
	return { title: "", links: [], note: "", slots: {}, ...item };
}
