/** What a key press looks like to the table of keys. */
export type KeyPress = Pick<
	KeyboardEvent,
	"key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"
>;

/**
 * A key with its modifiers as one word: `j`, `Alt+ArrowUp`, `Ctrl+Shift+z`, `?`. What is printed on
 * the key counts, so that layouts agree; where that is no Latin letter, as on a Cyrillic keyboard,
 * the place of the key does.
 */
export function chordOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	const isForeign = /^\P{ASCII}$/u.test(key) && letter !== undefined;
	const name = isForeign ? letter.toLowerCase() : key === " " ? "Space" : key;
	const isLetter = /^[a-z]$/i.test(name);
	// Which signs are typed with Shift is the layout's business.
	const counts = shiftKey && (isLetter || name.length > 1);
	return [
		ctrlKey && "Ctrl",
		metaKey && "Meta",
		altKey && "Alt",
		counts && "Shift",
		isLetter ? name.toLowerCase() : name,
	]
		.filter(Boolean)
		.join("+");
}

/** Whether a chord is the one of the table, in which `Mod` is Ctrl, and ⌘ on a Mac. */
export function isChord(pressed: string, wanted: string): boolean {
	if (!wanted.startsWith("Mod+")) return pressed === wanted;
	const rest = wanted.slice("Mod+".length);
	return pressed === `Ctrl+${rest}` || pressed === `Meta+${rest}`;
}
