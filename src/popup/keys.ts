import type { SectionStyle } from "../core/house-style/house-style.ts";
import { isComposed } from "../ui/composition.ts";

/** The fields of a keyboard event that are examined here. */
export type Press = Pick<
	KeyboardEvent,
	| "key"
	| "code"
	| "altKey"
	| "ctrlKey"
	| "metaKey"
	| "shiftKey"
	| "isComposing"
	| "keyCode"
	| "getModifierState"
>;

/** Sections after this one have no digit. */
const DIGITS = 9;

/** Keys that only modify others. */
const MODIFIERS = new Set(["Alt", "AltGraph", "CapsLock", "Control", "Fn", "Meta", "Shift"]);

/**
 * The characters of the digit row on keyboards where digits need Shift: French, Belgian, Czech, Slovak and
 * Lithuanian. On these, Alt with such a key reports the character as `key` but types nothing.
 */
const ROWS_WITHOUT_DIGITS = ["&é\"'(-è_ç", "&é\"'(§è!ç", "+ěščřžýáí", "+ľščťžýáí", "ąčęėįšųū„"];

/**
 * The modifier for a section's digit. On a Mac it is Control, because Option and a digit type a character.
 */
export function sectionModifier(isMac: boolean): "Control" | "Alt" {
	return isMac ? "Control" : "Alt";
}

/** True for Ctrl+Enter and Cmd+Enter, which clip from anywhere in the popup. */
export function isClipKey({ key, ctrlKey, metaKey, altKey, ...press }: Press): boolean {
	return key === "Enter" && (ctrlKey || metaKey) && !altKey && !isComposed(press);
}

/** True for a key that only modifies others. */
export function isModifier({ key }: Press): boolean {
	return MODIFIERS.has(key);
}

/**
 * The id of the section that a key chooses, or null. A digit with the modifier works everywhere. Outside
 * text fields, the digit alone works too, and so does the initial letter if only one section begins with
 * it. A key that types a character into a text field never chooses a section, on any keyboard layout.
 */
export function sectionForKey(
	press: Press,
	sections: readonly SectionStyle[],
	inTextField: boolean,
	isMac: boolean,
): string | null {
	if (press.metaKey || isComposed(press)) return null;
	if (press.ctrlKey || press.altKey) {
		const digit = digitWithModifier(press, isMac);
		return digit === null ? null : idAt(sections, digit);
	}
	if (inTextField || press.getModifierState("AltGraph")) return null;
	if (/^[1-9]$/.test(press.key)) return idAt(sections, press.key);
	const named = sections.filter(({ heading }) => initial(heading) === press.key.toLowerCase());
	return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** The digit that is pressed with the section modifier and no other; null for any other key. */
function digitWithModifier(
	{ key, code, altKey, ctrlKey, shiftKey }: Press,
	isMac: boolean,
): string | null {
	const modified = isMac ? ctrlKey && !altKey : altKey && !ctrlKey;
	// Alt with the numeric keypad types characters by their codes, so only the digit row counts.
	const digit = /^Digit([1-9])$/.exec(code)?.[1];
	if (!modified || shiftKey || !digit) return null;
	const isDigitKey =
		key === digit || ROWS_WITHOUT_DIGITS.some((row) => row[Number(digit) - 1] === key);
	return isDigitKey ? digit : null;
}

/** The digit shown beside the section at `index`, or null after the ninth. */
export function digitFor(index: number): string | null {
	return index < DIGITS ? String(index + 1) : null;
}

function idAt(sections: readonly SectionStyle[], digit: string): string | null {
	return sections[Number(digit) - 1]?.id ?? null;
}

function initial(heading: string): string {
	return ([...heading.trim()][0] ?? "").toLowerCase();
}
