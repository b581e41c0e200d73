// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { chordOf, isChord, type KeyPress } from "../../src/options/keys/chord.ts";
import { type KeyActions, listenToKeys } from "../../src/options/keys/listen.ts";
import { followTyping, isBrowsersUndo, typingBegins } from "../../src/options/keys/native-undo.ts";
import { type Action, KEYS } from "../../src/options/keys/table.ts";
import { appendTypedKey, isKeyWithheld } from "../../src/options/keys/typed-ahead.ts";

const press = (key: string, parts: Partial<KeyPress> = {}): KeyPress => ({
	...{ key, code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
	...parts,
});

describe("A chord", () => {
	test("is the letter on the key with its modifiers, with or without Caps Lock", () => {
		expect(chordOf(press("j"))).toBe("j");
		expect(chordOf(press("J"))).toBe("j");
		expect(chordOf(press("J", { shiftKey: true }))).toBe("Shift+j");
		expect(chordOf(press(" "))).toBe("Space");
		expect(chordOf(press("ArrowUp", { altKey: true, shiftKey: true }))).toBe("Alt+Shift+ArrowUp");
	});

	test("is a character, however the keyboard types it", () => {
		expect(chordOf(press("?", { shiftKey: true }))).toBe("?");
		expect(chordOf(press("/", { shiftKey: true }))).toBe("/");
	});

	test("is the position of the key on a keyboard without Latin letters", () => {
		expect(chordOf(press("о", { code: "KeyJ" }))).toBe("j");
		expect(chordOf(press("я", { code: "KeyZ", ctrlKey: true }))).toBe("Ctrl+z");
		// Another Latin layout reports the characters of its keys.
		expect(chordOf(press("h", { code: "KeyJ" }))).toBe("h");
	});

	test("has Mod for Ctrl and for Cmd on a Mac", () => {
		expect(isChord("Ctrl+z", "Mod+z")).toBe(true);
		expect(isChord("Meta+Shift+z", "Mod+Shift+z")).toBe(true);
		expect(isChord("Meta+y", "Ctrl+y")).toBe(false);
		expect(isChord("z", "Mod+z")).toBe(false);
	});
});

test("No two keys of the table are the same", () => {
	const chords = KEYS.flatMap((row) => row.chords as readonly string[]);
	expect(new Set(chords).size).toBe(chords.length);
});

test("No key of the table leaves the page or is reserved by browsers", () => {
	const taken =
		/^(?:(?:Alt|Mod|Ctrl)\+)?Arrow(?:Left|Right)$|^(?:Mod|Ctrl)\+(?:[ntwlr]|Shift\+[nt])$/;
	for (const { chords } of KEYS) for (const chord of chords) expect(chord).not.toMatch(taken);
});

describe("Keys on the page", () => {
	let did: [Action, string | null][];

	beforeEach(() => {
		document.body.innerHTML = `
			<input id="field"><input id="check" type="checkbox"><select id="choice"></select>
			<div role="menu"><button id="entry"></button></div>
			<ol><li id="item" data-item="a" tabindex="0">
				<button id="button"></button><textarea id="note"></textarea>
			</li></ol>`;
		did = [];
		const acts = KEYS.map(({ action }) => [
			action,
			({ item }: { item: string | null }) => {
				did.push([action, item]);
			},
		]);
		const end = listenToKeys(document, Object.fromEntries(acts) as KeyActions);
		return end;
	});

	function type(id: string, key: string, parts: KeyboardEventInit = {}): KeyboardEvent {
		const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...parts });
		document.getElementById(id)?.dispatchEvent(event);
		return event;
	}

	test("do what the table says, for the item they are pressed in", () => {
		for (const key of ["j", "x", "Delete", "m"]) {
			expect(type("item", key).defaultPrevented).toBe(true);
		}
		expect(did).toEqual([
			["next", "a"],
			["select", "a"],
			["delete", "a"],
			["moveMenu", "a"],
		]);
	});

	test("are typed in a field, and in a list of choices", () => {
		for (const id of ["field", "note", "choice"]) {
			for (const key of ["j", "/", "?", "Delete", "ArrowDown", " "]) type(id, key);
		}
		expect(did).toEqual([]);
		type("check", "j");
		expect(did).toEqual([["next", null]]);
	});

	test("move and fold an item while its note is being typed", () => {
		type("note", "ArrowUp", { altKey: true });
		type("note", "Escape");
		expect(did).toEqual([
			["up", "a"],
			["fold", "a"],
		]);
	});

	test("are left to a field where they type a character", () => {
		type("note", "ArrowUp", { altKey: true, code: "Numpad8" });
		type("note", "@", { altKey: true, code: "Digit2" });
		type("note", "Dead", { altKey: true, code: "KeyN" });
		type("note", "z", { ctrlKey: true, altKey: true });
		type("note", "Escape", { isComposing: true });
		type("note", "Escape", { keyCode: 229 });
		expect(did).toEqual([]);
	});

	test("keep their meaning for a button, and for the page outside of an item", () => {
		type("button", "Enter");
		type("button", " ");
		type("field", "ArrowDown");
		type("check", "ArrowDown");
		type("check", "End");
		expect(did).toEqual([]);
		type("item", "Enter");
		type("item", " ");
		type("button", "ArrowDown");
		expect(did).toEqual([
			["edit", "a"],
			["select", "a"],
			["next", "a"],
		]);
	});

	test("belong to a menu in a menu, and do nothing with another modifier or while composing", () => {
		type("entry", "j");
		type("item", "j", { ctrlKey: true });
		type("item", "j", { altKey: true });
		type("item", "j", { isComposing: true });
		expect(did).toEqual([]);
	});

	test("that are held down repeat moving, but delete only once", () => {
		type("item", "Delete", { repeat: true });
		type("item", "j", { repeat: true });
		expect(did).toEqual([["next", "a"]]);
	});
});

describe("Undo in a text field", () => {
	let field: HTMLTextAreaElement;
	const input = (value: string, inputType: string) => {
		field.value = value;
		field.dispatchEvent(new InputEvent("input", { inputType, bubbles: true }));
	};

	beforeEach(() => {
		document.body.innerHTML = "<textarea>Before</textarea><button></button>";
		field = document.querySelector("textarea") as HTMLTextAreaElement;
		const end = followTyping(document);
		field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
		return end;
	});

	test("is the browser's while there is typed text, then Galley's", () => {
		expect(isBrowsersUndo(field, "undo")).toBe(false);
		input("Before, and after", "insertText");
		expect(isBrowsersUndo(field, "undo")).toBe(true);
		input("Before", "historyUndo");
		expect(isBrowsersUndo(field, "undo")).toBe(false);
	});

	test("leaves Redo to the browser only after it has undone something there", () => {
		expect(isBrowsersUndo(field, "redo")).toBe(false);
		input("Before, and after", "insertText");
		input("Before", "historyUndo");
		expect(isBrowsersUndo(field, "redo")).toBe(true);
	});

	test("starts again when other code writes into the field", () => {
		input("Before, and after", "insertText");
		field.value = "From another page";
		typingBegins(field);
		expect(isBrowsersUndo(field, "undo")).toBe(false);
	});

	test("is Galley's anywhere else", () => {
		expect(isBrowsersUndo(document.querySelector("button"), "undo")).toBe(false);
	});
});

describe("A key pressed before its field is ready", () => {
	const isKept = (key: string, parts: Partial<Parameters<typeof isKeyWithheld>[0]> = {}) =>
		isKeyWithheld(
			{ ...press(key), ...NOT_COMPOSING, getModifierState: () => false, ...parts },
			false,
		);
	const NOT_COMPOSING = { isComposing: false, keyCode: 0 };
	const typed = (...keys: string[]) => keys.reduce(appendTypedKey, "");

	test("does nothing on the page, whatever its meaning there", () => {
		for (const key of ["x", "Delete", "ArrowDown", "Home", "Escape", "Enter", " "]) {
			expect(isKept(key)).toBe(true);
		}
	});

	test("is left to the page and the browser if it moves the focus away", () => {
		for (const key of ["Tab", "F5"]) expect(isKept(key)).toBe(false);
		for (const modifier of ["ctrlKey", "altKey", "metaKey"]) {
			expect(isKept("z", { [modifier]: true })).toBe(false);
		}
		const getModifierState = (modifier: string) => modifier === "AltGraph";
		expect(isKept("@", { ctrlKey: true, altKey: true, getModifierState })).toBe(true);
	});

	test("is held if Option types it, on a Mac", () => {
		const getModifierState = () => false;
		const option = { ...press("@", { altKey: true }), ...NOT_COMPOSING, getModifierState };
		expect(isKeyWithheld(option, true)).toBe(true);
		expect(isKeyWithheld(option, false)).toBe(false);
	});

	test("is typed into the field as usual", () => {
		expect(typed("C", "a", "f", "é", " ", "😀", "Enter", "x")).toBe("Café 😀\nx");
		expect(typed("a", "😀", "Backspace", "Backspace", "Backspace", "b")).toBe("b");
		expect(typed("a", "Delete", "ArrowDown", "Shift", "b")).toBe("ab");
	});

	test("is not typed if it may have been a second press of the button", () => {
		expect(typed("Enter", " ", "a")).toBe("a");
	});
});
