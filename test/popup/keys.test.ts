import { describe, expect, test } from "vitest";
import type { SectionStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { digitFor, isClipKey, type Press, sectionForKey } from "../../src/popup/keys.ts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
	key,
	code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
	altKey: false,
	ctrlKey: false,
	metaKey: false,
	shiftKey: false,
	isComposing: false,
	...more,
});

const section = (heading: string): SectionStyle => ({
	id: heading.toLowerCase(),
	heading,
	level: 1,
	underline: null,
});
const { sections } = DEFAULT_HOUSE_STYLE;

describe("A section's key", () => {
	test("is its digit, or its initial in either case, outside text fields", () => {
		expect(sectionForKey(press("2"), sections, false)).toBe("tools");
		expect(sectionForKey(press("t"), sections, false)).toBe("tools");
		expect(sectionForKey(press("N"), sections, false)).toBe("news");
		expect(sectionForKey(press("x"), sections, false)).toBeNull();
		expect(sectionForKey(press("3"), sections, false)).toBeNull();
	});

	test("is no initial that two sections share", () => {
		const both = [section("Tools"), section("Talks"), section("News")];
		expect(sectionForKey(press("t"), both, false)).toBeNull();
		expect(sectionForKey(press("n"), both, false)).toBe("news");
	});

	test("is a letter of any alphabet", () => {
		expect(sectionForKey(press("н"), [section("Новости")], false)).toBe("новости");
	});

	test("leaves letters and digits to text fields", () => {
		expect(sectionForKey(press("t"), sections, true)).toBeNull();
		expect(sectionForKey(press("2"), sections, true)).toBeNull();
	});

	test("is Alt and its digit in text fields too, whatever character a Mac makes of that", () => {
		expect(sectionForKey(press("2", { altKey: true }), sections, true)).toBe("tools");
		const onMac = press("™", { altKey: true, code: "Digit2" });
		expect(sectionForKey(onMac, sections, true)).toBe("tools");
	});

	test("is none with keys that mean something else", () => {
		expect(sectionForKey(press("t", { ctrlKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { metaKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { altKey: true }), sections, false)).toBeNull();
		expect(sectionForKey(press("t", { isComposing: true }), sections, false)).toBeNull();
	});

	test("is shown for the first nine", () => {
		expect(digitFor(0)).toBe("1");
		expect(digitFor(8)).toBe("9");
		expect(digitFor(9)).toBeNull();
	});
});

test("Ctrl+Enter and Cmd+Enter clip, Enter alone does not", () => {
	expect(isClipKey(press("Enter", { ctrlKey: true }))).toBe(true);
	expect(isClipKey(press("Enter", { metaKey: true }))).toBe(true);
	expect(isClipKey(press("Enter"))).toBe(false);
});
