import type { SectionStyle } from "../core/house-style/house-style.ts";

/** The part of a keyboard event that keys are chosen by. */
export type Press = Pick<
	KeyboardEvent,
	"key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing"
>;

/** Digits reach this many sections. */
const DIGITS = 9;

/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(["Alt", "AltGraph", "CapsLock", "Control", "Fn", "Meta", "Shift"]);

/** True for Ctrl+Enter and Cmd+Enter, which clip from anywhere in the popup. */
export function isClipKey({ key, ctrlKey, metaKey }: Press): boolean {
	return key === "Enter" && (ctrlKey || metaKey);
}

/** True for a key that only accompanies others. */
export function isModifier({ key }: Press): boolean {
	return MODIFIERS.has(key);
}

/**
 * The section a key is for, by id, or null: Alt and its digit anywhere; outside text fields its
 * digit alone, or its initial letter if no other section begins with it.
 */
export function sectionForKey(
	press: Press,
	sections: readonly SectionStyle[],
	inTextField: boolean,
): string | null {
	if (press.ctrlKey || press.metaKey || press.isComposing) return null;
	// By place on the keyboard: with Alt, a Mac gives the digit row other characters.
	const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
	if (press.altKey) return digit && !press.shiftKey ? idAt(sections, digit) : null;
	if (inTextField) return null;
	if (/^[1-9]$/.test(press.key)) return idAt(sections, press.key);
	const named = sections.filter(({ heading }) => initial(heading) === press.key.toLowerCase());
	return named.length === 1 ? (named[0]?.id ?? null) : null;
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
