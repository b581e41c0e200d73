import { describe, expect, test } from "vitest";
import type { SectionStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import {
	digitFor,
	isClipKey,
	type Press,
	sectionForKey as sectionOf,
} from "../../src/popup/keys.ts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
	key,
	code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
	altKey: false,
	ctrlKey: false,
	metaKey: false,
	shiftKey: false,
	isComposing: false,
	keyCode: 0,
	getModifierState: () => false,
	...more,
});

/** A key with Alt, or with Option on a Mac. */
const alt = (key: string, code: string, more: Partial<Press> = {}) =>
	press(key, { code, altKey: true, ...more });
/** AltGr as Linux and macOS report it, and as Windows does. */
const altGr = (key: string, code: string, more: Partial<Press> = {}) =>
	press(key, { code, getModifierState: (name) => name === "AltGraph", ...more });

const section = (heading: string): SectionStyle => ({
	id: heading.toLowerCase(),
	heading,
	level: 1,
	underline: null,
});
/** The section chosen by a key, on a keyboard that is not a Mac's by default. */
const sectionForKey = (
	press: Press,
	sections: readonly SectionStyle[],
	inTextField: boolean,
	isMac = false,
) => sectionOf(press, sections, inTextField, isMac);
const { sections } = DEFAULT_HOUSE_STYLE;

describe("A section's key", () => {
	test("is its digit, or its initial letter in either case, outside text fields", () => {
		expect(sectionForKey(press("2"), sections, false)).toBe("tools");
		expect(sectionForKey(press("t"), sections, false)).toBe("tools");
		expect(sectionForKey(press("N"), sections, false)).toBe("news");
		expect(sectionForKey(press("x"), sections, false)).toBeNull();
		expect(sectionForKey(press("3"), sections, false)).toBeNull();
	});

	test("is not an initial letter that two sections have", () => {
		const both = [section("Tools"), section("Talks"), section("News")];
		expect(sectionForKey(press("t"), both, false)).toBeNull();
		expect(sectionForKey(press("n"), both, false)).toBe("news");
	});

	test("can be a letter of any alphabet", () => {
		expect(sectionForKey(press("н"), [section("Новости")], false)).toBe("новости");
	});

	test("is ignored in text fields if it is a letter or digit", () => {
		expect(sectionForKey(press("t"), sections, true)).toBeNull();
		expect(sectionForKey(press("2"), sections, true)).toBeNull();
	});

	test("is Alt and its digit, in text fields too", () => {
		expect(sectionForKey(alt("2", "Digit2"), sections, true)).toBe("tools");
	});

	test("is Alt and the digit's key on keyboards where digits need Shift", () => {
		expect(sectionForKey(alt("é", "Digit2"), sections, true)).toBe("tools");
		expect(sectionForKey(alt("ě", "Digit2"), sections, true)).toBe("tools");
		expect(sectionForKey(alt("&", "Digit1"), sections, true)).toBe("news");
	});

	test("is Ctrl and its digit on a Mac, where Option and a digit type a character", () => {
		const ctrl = press("2", { ctrlKey: true });
		expect(sectionForKey(ctrl, sections, true, true)).toBe("tools");
		expect(sectionForKey(ctrl, sections, true, false)).toBeNull();
		expect(sectionForKey(alt("2", "Digit2"), sections, true, true)).toBeNull();
	});

	test.each([
		["Option+2 of a Spanish or German Mac", alt("@", "Digit2")],
		["Option+2 of an American Mac", alt("™", "Digit2")],
		["Option+1 of a French Mac", alt("\uf8ff", "Digit1")],
		["Option+L of a German Mac", alt("@", "KeyL")],
		["Option+N, a dead key", alt("Dead", "KeyN")],
		["AltGr+2 of a Spanish keyboard", altGr("@", "Digit2")],
		["AltGr+2 on Windows", altGr("²", "Digit2", { altKey: true, ctrlKey: true })],
		["Ctrl+Alt+2 on Windows, which is AltGr", alt("@", "Digit2", { ctrlKey: true })],
		["Alt and a code on the numeric keypad", alt("1", "Numpad1")],
		["the same with NumLock off", alt("End", "Numpad1")],
		["a digit of the numeric keypad", press("2", { code: "Numpad2" })],
		["a dead key", press("Dead", { code: "BracketLeft" })],
		["a digit with Shift", press("1", { shiftKey: true })],
	])("is not %s, which belongs to a text field", (_keys, typed) => {
		for (const isMac of [false, true]) {
			expect(sectionForKey(typed, sections, true, isMac)).toBeNull();
		}
	});

	test("is not a key combination with another meaning", () => {
		expect(sectionForKey(press("t", { ctrlKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { metaKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { altKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { isComposing: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { keyCode: 229 }), sections, false)).toBeNull();
	});

	test("is shown for the first nine sections", () => {
		expect(digitFor(0)).toBe("1");
		expect(digitFor(8)).toBe("9");
		expect(digitFor(9)).toBeNull();
	});
});

test("Ctrl+Enter and Cmd+Enter clip, but Enter alone does not", () => {
	expect(isClipKey(press("Enter", { ctrlKey: true }))).toBe(true);
	expect(isClipKey(press("Enter", { metaKey: true }))).toBe(true);
	expect(isClipKey(press("Enter"))).toBe(false);
	expect(isClipKey(altGr("Enter", "Enter", { ctrlKey: true, altKey: true }))).toBe(false);
});

test("Ctrl+Enter during a composition belongs to the input method", () => {
	expect(isClipKey(press("Enter", { ctrlKey: true, isComposing: true }))).toBe(false);
	expect(isClipKey(press("Enter", { ctrlKey: true, keyCode: 229 }))).toBe(false);
});
