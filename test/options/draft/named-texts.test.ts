import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { AT_END } from "../../../src/core/issue/draft-issue.ts";
import { addDraft } from "../../../src/data/drafts/draft-list.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { reviseHouseStyle } from "../../../src/data/settings/settings.ts";
import { markdown } from "../../../src/export/markdown.ts";
import type { Desk } from "../../../src/options/app/desk.ts";
import { parseFieldKey } from "../../../src/options/fields/field-ref.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

beginWithEmptyDatabase();

let desk: Desk;
let end: () => void;
let draftId: string;
const shown = signal<string | null>(null);

beforeEach(async () => {
	shown.value = null;
	await reviseHouseStyle(null, () => ({
		...DEFAULT_HOUSE_STYLE,
		fields: [{ name: "subject", initial: "Issue {number}" }],
		standing: [
			{ id: "hello", section: "news", at: "start", text: "News of issue {number}." },
			{ id: "bye", section: AT_END, at: "end", text: "See you next week." },
		],
	}));
	await addItem({ section: "news", note: "A note.", links: [] });
	({ desk, end } = await openDesk(shown));
	draftId = desk.stored.draft.value?.id ?? "";
});

afterEach(() => end());

function text(): string {
	const { issue, style } = desk.assembled.value ?? {};
	if (!issue || !style) throw new Error("The draft has not been read.");
	return markdown.render(issue, style);
}

async function type(field: { type(text: string): void; flush(): Promise<void> }, typed: string) {
	field.type(typed);
	await field.flush();
}

describe("A standing text", () => {
	test("is shown as it is written in this issue", () => {
		expect(desk.namedTexts.standing(draftId, "hello").text.value).toBe("News of issue 1.");
		expect(text()).toContain("News of issue 1.");
	});

	test("is changed for this issue only, until the usual text is used again", async () => {
		const field = desk.namedTexts.standing(draftId, "hello");
		await type(field, "No news is good news.");
		expect(text()).toContain("No news is good news.");
		expect(desk.stored.style.value.standing[0]?.text).toBe("News of issue {number}.");
		field.forget();
		await desk.namedTexts.useUsual(draftId, "hello");
		expect(field.text.value).toBe("News of issue 1.");
		expect(text()).toContain("News of issue 1.");
	});

	test("is left out of this issue when it is emptied", async () => {
		await type(desk.namedTexts.standing(draftId, "bye"), "");
		expect(text()).not.toContain("See you next week.");
		expect(text()).toContain("News of issue 1.");
	});

	test("follows the house style again when the usual text is typed", async () => {
		const field = desk.namedTexts.standing(draftId, "hello");
		await type(field, "Other.");
		await type(field, "News of issue 1.");
		expect(desk.stored.draft.value?.standing).toEqual({});
	});

	test("is changed for all issues except those with a text of their own", async () => {
		const second = await addDraft();
		await desk.stored.refresh();
		await type(desk.namedTexts.standing(draftId, "hello"), "Only here.");
		await type(desk.styleState.standing("hello"), "The news, {number}.");
		expect(text()).toContain("Only here.");
		shown.value = second.id;
		await desk.stored.refresh();
		expect(desk.namedTexts.standing(second.id, "hello").text.value).toBe("The news, 2.");
	});

	test("can be removed from all issues, which Undo reverses", async () => {
		await desk.styleState.removeStanding("bye");
		expect(desk.notice.value?.sentence.key).toBe("optionsStandingRemoved");
		expect(text()).not.toContain("See you next week.");
		await desk.undo();
		expect(text()).toContain("See you next week.");
	});
});

describe("A field of the house style", () => {
	test("has its usual text until something is typed, and is kept for its draft", async () => {
		const field = desk.namedTexts.field(draftId, "subject");
		expect(field.text.value).toBe("Issue 1");
		await type(field, "The long one");
		const second = await addDraft();
		await desk.stored.refresh();
		expect(desk.namedTexts.field(second.id, "subject").text.value).toBe("Issue 2");
		expect(field.text.value).toBe("The long one");
	});

	test("is found again by its key, so that text which was not saved returns to it", () => {
		const field = desk.namedTexts.field(draftId, "subject");
		const ref = parseFieldKey(field.id);
		expect(ref && desk.fields.at(ref)).toBe(field);
	});
});
