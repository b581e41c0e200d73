/**
 * The keys of the page. This one table says what each does, where it counts, and what the list of
 * keys shows.
 *
 * Alt+← and Alt+→ would be nearer at hand for the next section, but they are Back and Forward in
 * every browser outside a Mac, and one finger too few would leave the page. Ctrl+arrows belong to
 * the system there. Alt+Shift+↑ and ↓ are taken by none, and are what moving by one is, with more
 * force.
 */
export interface KeyRow {
	action: string;
	/** As `chordOf` has them; `Mod` is Ctrl, and ⌘ on a Mac. */
	chords: readonly string[];
	group: "about" | "item" | "several" | "anywhere";
	/** `page` counts on every panel, `list` where there is a list of items. */
	where: "page" | "list";
	/** Counts in a text field too. */
	inFields?: true;
	/** Goes on while the key is held down. */
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
