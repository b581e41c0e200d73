/**
 * What an item holds, apart from its place in an issue. A draft stores items in this shape, and an
 * item pattern says how one is written.
 */

/** One link of an item that has a place of its own in the pattern. */
export interface ItemLink {
	/** The address as a browser is given it. */
	url: string;
	/** Markdown between the brackets of a further link; absent when it is the address itself. */
	text?: string;
	/**
	 * The address as the markdown spells it; only where the usual spelling of `url` is
	 * another. Drop it when `url` is edited.
	 */
	spelling?: string;
}

/** Title, links and note of one item. A field the item does not have is empty. */
export interface Item {
	/** Markdown of the title; empty where an item has none, as in prose. */
	title: string;
	/** The links with a place of their own; links inside the note or the title are in their text. */
	links: ItemLink[];
	/** Markdown, without the indentation or quote marks that the pattern puts before its lines. */
	note: string;
	/** Values of the pattern's other slots by name: author, language, tag, date, place, mark, n. */
	slots: Record<string, string>;
	/**
	 * The pattern it is written in, where that is not the one of its section in the house style.
	 * Drop it to write the item in the style of its section.
	 */
	pattern?: string;
	/**
	 * The item word for word, where no pattern gives its text back. It is then written so, and
	 * title, links and note only say what is in it. Drop it when one of them is edited.
	 */
	asWritten?: string;
}

/** An item with a title and a link, as a clip makes it. */
export function newItem(item: Partial<Item>): Item {
	return { title: "", links: [], note: "", slots: {}, ...item };
}
