import { describe, expect, test } from "vitest";
import { assemble } from "../../src/exports/assemble.ts";
import { EXPORTS } from "../../src/exports/exports.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import type { DraftRecord, ItemRecord } from "../../src/storage/records.ts";

const DRAFT: DraftRecord = {
	id: "draft",
	number: 468,
	issueDate: "2019-12-15",
	publishedAt: "2019-12-22T13:40:01+00:00",
	intro: "Hello",
	sponsors: [{ id: "s", name: "VictorOps", note: "Buy", links: [] }],
	footer: "The end",
	createdAt: 0,
	publishedTime: null,
	changed: {},
};

function itemIn(section: string, note: string): ItemRecord {
	return {
		id: note,
		draftId: "draft",
		section,
		note,
		links: [{ url: `https://${note}.example/`, title: "T" }],
		place: note,
		keys: [],
		createdAt: 0,
		deletedAt: null,
		changed: {},
	};
}

describe("A draft assembled", () => {
	test("has its sections in the order of the house style, whatever order its items are in", () => {
		const items = [itemIn("tools", "a"), itemIn("news", "b"), itemIn("tools", "c")];
		const { sections } = assemble(DRAFT, items, DEFAULT_STYLE);
		expect(
			sections.map(({ heading, items }) => [heading, ...items.map(({ note }) => note)]),
		).toEqual([
			["News", "b"],
			["Tools", "a", "c"],
		]);
	});

	test("leaves no item out of sight, though its section has gone from the style", () => {
		const { sections } = assemble(DRAFT, [itemIn("events", "a")], DEFAULT_STYLE);
		expect(sections.at(-1)).toMatchObject({ heading: "events", items: [{ note: "a" }] });
	});

	test("announces its sponsor as the style does, and has no block for an empty booking", () => {
		expect(assemble(DRAFT, [], DEFAULT_STYLE).sponsors).toMatchObject([
			{ heading: "From our sponsor, VictorOps", note: "Buy", foot: { note: "Buy" } },
		]);
		const empty = { ...DRAFT, sponsors: [{ id: "s", name: " ", note: "", links: [] }] };
		expect(assemble(empty, [], DEFAULT_STYLE).sponsors).toEqual([]);
	});

	test("sets its links as the style does", () => {
		const style = { ...DEFAULT_STYLE, link: { form: "bare", lead: "- " } } as const;
		const { sections } = assemble(DRAFT, [itemIn("news", "a")], style);
		expect(sections[0]?.items[0]?.links).toEqual([
			{ url: "https://a.example/", text: "", form: "bare", lead: "- " },
		]);
	});
});

test("Every way out has a file name and a text for an issue", () => {
	const issue = assemble(DRAFT, [itemIn("news", "a")], DEFAULT_STYLE);
	for (const [id, target] of Object.entries(EXPORTS)) {
		expect(target.id).toBe(id);
		expect(target.fileName(issue, DEFAULT_STYLE)).toMatch(/^2019-12-22-468\.\w+$/);
		expect(target.render(issue, DEFAULT_STYLE)).toContain("https://a.example/");
	}
});
