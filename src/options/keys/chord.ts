/** The properties of a key press that the table of keys needs. */
export type KeyPress = Pick<
	KeyboardEvent,
	"key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"
>;

/**
 * A key with its modifiers as one string: `j`, `Alt+ArrowUp`, `Ctrl+Shift+z`, `?`. The character of the
 * key is used, so that all layouts agree. If it is not a Latin letter, as on a Cyrillic keyboard, the
 * position of the key is used.
 */
export function chordOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	const isForeign = /^\P{ASCII}$/u.test(key) && letter !== undefined;
	const name = isForeign ? letter.toLowerCase() : key === " " ? "Space" : key;
	const isLetter = /^[a-z]$/i.test(name);
	// Whether a symbol needs Shift depends on the keyboard layout.
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

/** Whether a chord matches one of the table, where `Mod` is Ctrl, or ⌘ on a Mac. */
export function isChord(pressed: string, wanted: string): boolean {
	if (!wanted.startsWith("Mod+")) return pressed === wanted;
	const rest = wanted.slice("Mod+".length);
	return pressed === `Ctrl+${rest}` || pressed === `Meta+${rest}`;
}
