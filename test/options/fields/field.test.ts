import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createField } from "../../../src/options/fields/field.ts";
import { parseNumber, parseText } from "../../../src/options/fields/parse.ts";

const PAUSE = 300;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A field with a store that can be slow or fail. */
function textField(start: string) {
	const stored = signal(start);
	const saves: string[] = [];
	let answer: Promise<boolean> = Promise.resolve(true);
	const field = createField({
		ref: { of: "item", id: "1", part: "note" },
		stored,
		parse: parseText,
		async save(value) {
			saves.push(value);
			const saved = await answer;
			if (saved) stored.value = value;
			return saved;
		},
	});
	return {
		field,
		stored,
		saves,
		answerWith(next: Promise<boolean>) {
			answer = next;
		},
	};
}

describe("A field", () => {
	test("shows what is stored until something is typed", () => {
		const { field, stored } = textField("old");
		expect(field.text.value).toBe("old");
		stored.value = "from another page";
		expect(field.text.value).toBe("from another page");
	});

	test("is saved when typing pauses, and not at every keystroke", async () => {
		const { field, saves } = textField("");
		field.focus();
		for (const text of ["a", "ab", "abc"]) field.type(text);
		expect(field.unsaved.value).toBe(true);
		await vi.advanceTimersByTimeAsync(PAUSE);
		expect(saves).toEqual(["abc"]);
		expect(field.unsaved.value).toBe(false);
	});

	test("keeps text typed while an earlier save is still running", async () => {
		const { field, stored, answerWith } = textField("");
		let finish = (_: boolean) => {};
		answerWith(new Promise((resolve) => (finish = resolve)));
		field.focus();
		field.type("one");
		await vi.advanceTimersByTimeAsync(PAUSE);
		field.type("one two");
		finish(true);
		await vi.advanceTimersByTimeAsync(0);
		expect(field.text.value).toBe("one two");
		expect(field.unsaved.value).toBe(true);
		answerWith(Promise.resolve(true));
		await vi.advanceTimersByTimeAsync(PAUSE);
		expect(stored.value).toBe("one two");
		expect(field.unsaved.value).toBe(false);
	});

	test("does not change under the caret when another page changes it", async () => {
		const { field, stored } = textField("");
		field.focus();
		field.type("mine");
		await vi.advanceTimersByTimeAsync(PAUSE);
		stored.value = "theirs";
		expect(field.text.value).toBe("mine");
		field.blur();
		await vi.advanceTimersByTimeAsync(0);
		expect(field.text.value).toBe("theirs");
	});

	test("is saved immediately when it loses the focus", async () => {
		const { field, saves } = textField("");
		field.focus();
		field.type("done");
		field.blur();
		await vi.advanceTimersByTimeAsync(0);
		expect(saves).toEqual(["done"]);
	});

	test("keeps text on screen that could not be saved, and saves it later", async () => {
		const { field, stored, answerWith } = textField("old");
		answerWith(Promise.resolve(false));
		field.type("new");
		field.blur();
		await vi.advanceTimersByTimeAsync(PAUSE);
		expect(field.text.value).toBe("new");
		expect(field.unsaved.value).toBe(true);
		answerWith(Promise.resolve(true));
		await field.flush();
		expect(stored.value).toBe("new");
		expect(field.unsaved.value).toBe(false);
	});

	test("typed back to what is stored needs no save", async () => {
		const { field, saves } = textField("same");
		field.type("sam");
		field.type("same");
		await field.flush();
		expect(saves).toEqual([]);
		expect(field.unsaved.value).toBe(false);
	});
});

describe("A field with an invalid text", () => {
	function numberField() {
		const saves: number[] = [];
		const field = createField({
			ref: { of: "draft", id: "1", part: "number" },
			stored: signal("468"),
			parse: parseNumber,
			async save(value) {
				saves.push(value);
				return true;
			},
		});
		return { field, saves };
	}

	test("keeps the text, says why after a pause, and saves nothing", async () => {
		const { field, saves } = numberField();
		field.focus();
		field.type("46x");
		expect(field.problem.value).toBeNull();
		await vi.advanceTimersByTimeAsync(PAUSE);
		field.blur();
		await vi.advanceTimersByTimeAsync(0);
		expect(field.problem.value?.key).toBe("optionsBadNumber");
		expect(field.text.value).toBe("46x");
		expect(saves).toEqual([]);
	});

	test("removes the sentence with the keystroke that corrects it", async () => {
		const { field } = numberField();
		field.type("x");
		await field.flush();
		field.type("469");
		expect(field.problem.value).toBeNull();
	});
});
