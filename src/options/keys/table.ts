/**
 * The keys of the page. This table defines the action of each key, where it applies, and what the list of
 * keys shows.
 *
 * Alt+← and Alt+→ would be obvious keys for the next section, but they are Back and Forward in all
 * browsers except on a Mac. With Alt+Shift+← and →, a person who forgets Shift would leave the page.
 * Ctrl+arrows belong to the system on a Mac. Alt+Shift+↑ and ↓ are free, and they extend the keys that
 * move an item by one.
 */
export interface KeyRow {
	action: string;
	/** In the format of `chordOf`. `Mod` is Ctrl, or ⌘ on a Mac. */
	chords: readonly string[];
	group: "about" | "item" | "several" | "anywhere";
	/** `page` applies on every panel, `list` only where there is a list of items. */
	where: "page" | "list";
	/** Also applies in text fields. */
	inFields?: true;
	/** Repeats while the key is held down. */
	repeats?: true;
}

export const KEYS = [
	{ action: "next", chords: ["j", "ArrowDown"], group: "about", where: "list", repeats: true },
	{ action: "previous", chords: ["k", "ArrowUp"], group: "about", where: "list", repeats: true },
	{ action: "first", chords: ["Home"], group: "about", where: "list" },
	{ action: "last", chords: ["End"], group: "about", where: "list" },
	{ action: "search", chords: ["/"], group: "about", where: "page" },
	{ action: "keys", chords: ["?"], group: "about", where: "page" },
	{ action: "toDraft", chords: ["1"], group: "about", where: "page" },
	{ action: "toArchive", chords: ["2"], group: "about", where: "page" },
	{ action: "toSponsors", chords: ["3"], group: "about", where: "page" },
	{ action: "toShelf", chords: ["4"], group: "about", where: "page" },
	{ action: "toStyle", chords: ["5"], group: "about", where: "page" },
	{ action: "toSettings", chords: ["6"], group: "about", where: "page" },
	{ action: "edit", chords: ["Enter"], group: "item", where: "list" },
	{ action: "openPage", chords: ["o"], group: "item", where: "list" },
	{ action: "fold", chords: ["Escape"], group: "item", where: "list", inFields: true },
	{
		action: "up",
		chords: ["Alt+ArrowUp"],
		group: "item",
		where: "list",
		inFields: true,
		repeats: true,
	},
	{
		action: "down",
		chords: ["Alt+ArrowDown"],
		group: "item",
		where: "list",
		inFields: true,
		repeats: true,
	},
	{ action: "sectionUp", chords: ["Alt+Shift+ArrowUp"], group: "item", where: "list" },
	{ action: "sectionDown", chords: ["Alt+Shift+ArrowDown"], group: "item", where: "list" },
	{ action: "moveMenu", chords: ["m"], group: "item", where: "list" },
	{ action: "shelve", chords: ["s"], group: "item", where: "list" },
	{ action: "delete", chords: ["Delete", "Backspace"], group: "item", where: "list" },
	{ action: "add", chords: ["n"], group: "item", where: "list" },
	{ action: "select", chords: ["x", "Space"], group: "several", where: "list" },
	{
		action: "extendDown",
		chords: ["Shift+j", "Shift+ArrowDown"],
		group: "several",
		where: "list",
		repeats: true,
	},
	{
		action: "extendUp",
		chords: ["Shift+k", "Shift+ArrowUp"],
		group: "several",
		where: "list",
		repeats: true,
	},
	{ action: "selectSection", chords: ["a"], group: "several", where: "list" },
	{ action: "copyMarkdown", chords: ["c"], group: "anywhere", where: "page" },
	{ action: "exportMarkdown", chords: ["e"], group: "anywhere", where: "page" },
	{
		action: "undo",
		chords: ["Mod+z"],
		group: "anywhere",
		where: "page",
		inFields: true,
		repeats: true,
	},
	{
		action: "redo",
		chords: ["Mod+Shift+z", "Ctrl+y"],
		group: "anywhere",
		where: "page",
		inFields: true,
		repeats: true,
	},
] as const satisfies readonly KeyRow[];

export type Action = (typeof KEYS)[number]["action"];
