import type { SectionStyle } from "../core/house-style/house-style.ts";
import { isComposed } from "../ui/composition.ts";

/** The part of a keyboard event that keys are chosen by. */
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

/** Digits reach this many sections. */
const DIGITS = 9;

/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(["Alt", "AltGraph", "CapsLock", "Control", "Fn", "Meta", "Shift"]);

/**
 * What the row of digits types on keyboards where digits need Shift: French, Belgian, Czech, Slovak
 * and Lithuanian. There, Alt and the key give that character as `key`, and type none.
 */
const ROWS_WITHOUT_DIGITS = ["&é\"'(-è_ç", "&é\"'(§è!ç", "+ěščřžýáí", "+ľščťžýáí", "ąčęėįšųū„"];

/** The modifier that goes with a section's digit: on a Mac, Option and a digit type a character. */
export function sectionModifier(isMac: boolean): "Control" | "Alt" {
	return isMac ? "Control" : "Alt";
}

/** True for Ctrl+Enter and Cmd+Enter, which clip from anywhere in the popup. */
export function isClipKey({ key, ctrlKey, metaKey, altKey, ...press }: Press): boolean {
	return key === "Enter" && (ctrlKey || metaKey) && !altKey && !isComposed(press);
}

/** True for a key that only accompanies others. */
export function isModifier({ key }: Press): boolean {
	return MODIFIERS.has(key);
}

/**
 * The section a key is for, by id, or null: its digit with the modifier, anywhere; outside text
 * fields its digit alone, or its initial letter if no other section begins with it. What types a
 * character into a text field is for no section, whatever the layout.
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

/** The digit that is pressed with the modifier for sections and no other; null for any other key. */
function digitWithModifier(
	{ key, code, altKey, ctrlKey, shiftKey }: Press,
	isMac: boolean,
): string | null {
	const modified = isMac ? ctrlKey && !altKey : altKey && !ctrlKey;
	// Alt and the numeric keypad type characters by their codes.
	const digit = /^Digit([1-9])$/.exec(code)?.[1];
	if (!modified || shiftKey || !digit) return null;
	const isDigitKey =
		key === digit || ROWS_WITHOUT_DIGITS.some((row) => row[Number(digit) - 1] === key);
	return isDigitKey ? digit : null;
}

/** The digit shown beside the section that stands at `index`, or null beyond the ninth. */
export function digitFor(index: number): string | null {
	return index < DIGITS ? String(index + 1) : null;
}

function idAt(sections: readonly SectionStyle[], digit: string): string | null {
	return sections[Number(digit) - 1]?.id ?? null;
}

function initial(heading: string): string {
	return ([...heading.trim()][0] ?? "").toLowerCase();
}
