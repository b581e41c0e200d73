import { describe, expect, test, vi } from "vitest";
import { addItem } from "../../../../src/data/items/items.ts";
import { createDesk, type Desk } from "../../../../src/options/app/desk.ts";
import {
	type ComparedLine,
	sideBySide,
} from "../../../../src/options/style/learning/side-by-side.ts";
import { beginWithEmptyDatabase } from "../../../data/empty-database.ts";

beginWithEmptyDatabase();

const POST = `---
layout: post
title: Issue 7 - 3rd May 2020
---

## Issue 7 - 3rd May

News
====

A post

http://post.example/


Made by hand.
`;

async function openDesk(): Promise<Desk> {
	const desk = createDesk({
		download: vi.fn(),
		copy: vi.fn(),
		shortcuts: async () => ({}),
		storage: { getItem: () => null } as unknown as Storage,
	});
	await desk.stored.refresh();
	const links = [{ url: "https://a.example/", title: "" }];
	await addItem({ section: "news", note: "Mine", links });
	await desk.stored.refresh();
	return desk;
}

const look = (desk: Desk) =>
	desk.styleLearning.learnFromFiles([{ name: "2020-05-03-007.markdown", text: async () => POST }]);

describe("A style learned from an issue", () => {
	test("is shown with the draft written in it, beside the present draft", async () => {
		const desk = await openDesk();
		await look(desk);
		const learned = desk.styleLearning.learned.value;
		expect(learned?.before.text).toContain("[https://a.example/](https://a.example/)");
		expect(learned?.before.text).not.toContain("layout: post");
		expect(learned?.after.text).toContain("layout: post\ntitle: Issue ");
		expect(learned?.after.text).toMatch(/\nMine\n\nhttps:\/\/a\.example\/\n/);
		expect(learned?.after.fileName).toMatch(/^\d{4}-\d\d-\d\d-001\.markdown$/);
		expect(desk.stored.style.value.titleLine).toBe("");
	});

	test("names the next file like the issue's file, and writes what was shown", async () => {
		const desk = await openDesk();
		await look(desk);
		const shown = desk.styleLearning.learned.value?.after;
		await desk.styleLearning.adopt();
		expect(desk.stored.style.value.fileName).toBe("{date}-{number:000}.markdown");
		await look(desk);
		expect(desk.styleLearning.learned.value?.before).toEqual(shown);
		expect(desk.styleLearning.learned.value?.changes).toEqual([]);
	});

	test("is replaced by the previous style with one Undo", async () => {
		const desk = await openDesk();
		const before = desk.stored.style.value;
		await look(desk);
		await desk.styleLearning.adopt();
		expect(desk.stored.style.value).not.toEqual(before);
		await desk.undo();
		expect(desk.stored.style.value).toEqual(before);
	});
});

describe("Two forms of a text have the lines marked", () => {
	const marked = (before: string, after: string) => {
		const changed = (lines: readonly ComparedLine[]) =>
			lines.filter((line) => line.changed).map(({ text }) => text);
		const compared = sideBySide(before, after);
		expect(compared.before.map(({ text }) => text).join("\n")).toBe(before);
		expect(compared.after.map(({ text }) => text).join("\n")).toBe(after);
		return [changed(compared.before), changed(compared.after)];
	};

	test("that the other does not have", () => {
		expect(marked("a\nb\nc", "a\nB\nc\nd")).toEqual([["b"], ["B", "d"]]);
	});

	test("that are elsewhere in the other", () => {
		expect(marked("a\nb\nc", "c\na\nb")).toEqual([["c"], ["c"]]);
	});

	test("that are more often in the other", () => {
		expect(marked("a\n\nb", "a\n\n\nb")).toEqual([[], [""]]);
		expect(marked("x\nx\ny", "x\ny")).toEqual([["x"], []]);
	});
});
