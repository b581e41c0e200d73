import { describe, expect, test } from "vitest";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../../src/data/db/records.ts";
import { noSponsor } from "../../src/data/sponsors/sponsors.ts";
import { assemble } from "../../src/export/assemble.ts";
import { EXPORTS } from "../../src/export/exports.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";

const DRAFT: DraftRecord = {
	id: "draft",
	number: 468,
	issueDate: "2019-12-15",
	publishedAt: "2019-12-22T13:40:01+00:00",
	intro: "Hello",
	footer: "The end",
	fields: {},
	standing: {},
	waved: [],
	createdAt: 0,
	publishedTime: 0,
	deletedAt: 0,
	sample: false,
	changed: {},
};

const SPONSOR: SponsorRecord = {
	...noSponsor(DRAFT.id),
	name: "VictorOps",
	note: "Buy",
};

function itemIn(section: string, note: string): ItemRecord {
	return {
		id: note,
		draftId: "draft",
		section,
		title: "",
		note,
		slots: {},
		asWritten: "",
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
		const { sections } = assemble(DRAFT, [], items, DEFAULT_STYLE);
		expect(
			sections.map(({ heading, items }) => [heading, ...items.map(({ note }) => note)]),
		).toEqual([
			["News", "b"],
			["Tools", "a", "c"],
		]);
	});

	test("leaves no item out of sight, though its section has gone from the style", () => {
		const { sections } = assemble(DRAFT, [], [itemIn("events", "a")], DEFAULT_STYLE);
		expect(sections.at(-1)).toMatchObject({ heading: "events", items: [{ note: "a" }] });
	});

	test("announces its sponsor as the style does, and has no block for an empty booking", () => {
		expect(assemble(DRAFT, [SPONSOR], [], DEFAULT_STYLE).sponsors).toMatchObject([
			{ heading: "From our sponsor, VictorOps", note: "Buy", foot: { note: "Buy" } },
		]);
		const empty = { ...SPONSOR, name: " ", note: "" };
		expect(assemble(DRAFT, [empty], [], DEFAULT_STYLE).sponsors).toEqual([]);
	});

	test("gives each sponsor its own heading and its own word on standing again at the foot", () => {
		const own = { ...SPONSOR, heading: "{name} sponsors us", atFoot: false };
		const { sponsors } = assemble(DRAFT, [SPONSOR, own], [], DEFAULT_STYLE);
		expect(sponsors).toMatchObject([
			{ heading: "From our sponsor, VictorOps", foot: { note: "Buy" } },
			{ heading: "VictorOps sponsors us", foot: null },
		]);
	});

	test("passes over a hidden section, unless something is in it", () => {
		const sections = DEFAULT_STYLE.sections.map((one) => ({ ...one, hidden: true as const }));
		const style = { ...DEFAULT_STYLE, sections };
		const issue = assemble(DRAFT, [], [itemIn("tools", "a")], style);
		expect(issue.sections.map(({ heading }) => heading)).toEqual(["Tools"]);
	});

	test("sets its links as the style does", () => {
		const style = { ...DEFAULT_STYLE, link: { form: "bare", lead: "- " } } as const;
		const { sections } = assemble(DRAFT, [], [itemIn("news", "a")], style);
		expect(sections[0]?.items[0]?.links).toEqual([
			{ url: "https://a.example/", text: "", form: "bare", lead: "- " },
		]);
	});
});

test("Every way out has a file name and a text for an issue", () => {
	const issue = assemble(DRAFT, [], [itemIn("news", "a")], DEFAULT_STYLE);
	expect(new Set(EXPORTS.map(({ id }) => id)).size).toBe(EXPORTS.length);
	for (const target of EXPORTS) {
		expect(target.fileName(issue, DEFAULT_STYLE)).toMatch(/^2019-12-22-468\.\w+$/);
		expect(target.render(issue, DEFAULT_STYLE)).toContain("https://a.example/");
	}
});
