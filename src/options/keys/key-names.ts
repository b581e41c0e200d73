import { translate } from "../../extension/strings.ts";

const isMac = /^Mac/.test(navigator.platform);

/** Symbols that are printed on most keyboards, or on those of a Mac. */
const SIGNS: Record<string, string> = {
	ArrowUp: "↑",
	ArrowDown: "↓",
	...(isMac && { Alt: "⌥", Shift: "⇧", Mod: "⌘", Ctrl: "⌃" }),
};

const NAMES = {
	Alt: "keyName_Alt",
	Backspace: "keyName_Backspace",
	Ctrl: "keyName_Ctrl",
	Mod: "keyName_Ctrl",
	Delete: "keyName_Delete",
	End: "keyName_End",
	Enter: "keyName_Enter",
	Escape: "keyName_Escape",
	Home: "keyName_Home",
	Shift: "keyName_Shift",
	Space: "keyName_Space",
} as const;

/** The labels of the keys of a chord: `Alt+ArrowUp` gives `Alt`, `↑`. */
export function keyNames(chord: string): string[] {
	return chord.split("+").map((key) => {
		const sign = SIGNS[key];
		if (sign) return sign;
		return key in NAMES ? translate(NAMES[key as keyof typeof NAMES]) : key.toUpperCase();
	});
}
