import { describe, expect, test } from "vitest";
import { contentsOf } from "../../src/core/archive/contents.ts";
import type { HouseStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../../src/data/db/records.ts";
import { emptySponsor } from "../../src/data/sponsors/sponsors.ts";
import { assemble } from "../../src/export/assemble.ts";
import { EXPORTS } from "../../src/export/exports.ts";

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
	...emptySponsor(DRAFT.id),
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

describe("A draft that is assembled", () => {
	test("has its sections in the order of the house style, whatever the order of its items", () => {
		const items = [itemIn("tools", "a"), itemIn("news", "b"), itemIn("tools", "c")];
		const { sections } = contentsOf(assemble(DRAFT, [], items, DEFAULT_HOUSE_STYLE));
		expect(
			sections.map(({ heading, items }) => [heading, ...items.map(({ note }) => note)]),
		).toEqual([
			["News", "b"],
			["Tools", "a", "c"],
		]);
	});

	test("includes items whose section has been removed from the style", () => {
		const { sections } = contentsOf(
			assemble(DRAFT, [], [itemIn("events", "a")], DEFAULT_HOUSE_STYLE),
		);
		expect(sections.at(-1)).toMatchObject({ heading: "events", items: [{ note: "a" }] });
	});

	test("has the heading of its sponsor in the house style, and no block for an empty booking", () => {
		expect(assemble(DRAFT, [SPONSOR], [], DEFAULT_HOUSE_STYLE).parts.slice(1, -1)).toMatchObject([
			{ kind: "heading", text: "From our sponsor, VictorOps", sponsor: true },
			{ kind: "item", note: "Buy" },
			{ kind: "item", note: "Buy", sponsorAtFoot: 0 },
		]);
		const empty = { ...SPONSOR, name: " ", note: "" };
		expect(contentsOf(assemble(DRAFT, [empty], [], DEFAULT_HOUSE_STYLE)).sponsors).toEqual([]);
	});

	test("uses each sponsor's own heading, and its own setting for the block at the foot", () => {
		const own = { ...SPONSOR, heading: "{name} sponsors us", atFoot: false };
		const { parts } = assemble(DRAFT, [SPONSOR, own], [], DEFAULT_HOUSE_STYLE);
		expect(parts.slice(1, -1)).toMatchObject([
			{ text: "From our sponsor, VictorOps" },
			{ note: "Buy" },
			{ text: "VictorOps sponsors us" },
			{ note: "Buy" },
			{ note: "Buy", sponsorAtFoot: 0 },
		]);
	});

	test("has addresses unchanged, or in readable form if the style requires it", () => {
		const url = "https://xn--bcher-kva.example/%D0%9F%D0%BE%D1%80%D1%82?a=b%26c";
		const items = [{ ...itemIn("news", "a"), links: [{ url, title: "" }] }];
		const addressIn = (style: HouseStyle) =>
			contentsOf(assemble(DRAFT, [], items, style)).sections[0]?.items[0]?.links[0]?.url;
		expect(addressIn(DEFAULT_HOUSE_STYLE)).toBe(url);
		expect(addressIn({ ...DEFAULT_HOUSE_STYLE, readableAddresses: true })).toBe(
			"https://bücher.example/Порт?a=b%26c",
		);
	});

	test("leaves out a hidden section unless it has items", () => {
		const sections = DEFAULT_HOUSE_STYLE.sections.map((one) => ({ ...one, hidden: true as const }));
		const style = { ...DEFAULT_HOUSE_STYLE, sections };
		const issue = assemble(DRAFT, [], [itemIn("tools", "a")], style);
		expect(contentsOf(issue).sections.map(({ heading }) => heading)).toEqual(["Tools"]);
	});

	test("has the title line, standing text in its place, and default values of fields", () => {
		const style: HouseStyle = {
			...DEFAULT_HOUSE_STYLE,
			titleLine: "# {subject}",
			fields: [{ name: "subject", initial: "Issue {number}" }],
			standing: [
				{ id: "jobs", section: "tools", at: "end", text: "Send us yours." },
				{ id: "bye", section: "$", at: "end", text: "Issue {number} ends." },
			],
		};
		const draft = { ...DRAFT, standing: { jobs: "Not this week." } };
		const { parts, fields } = assemble(draft, [], [itemIn("tools", "a")], style);
		expect(fields).toEqual({ subject: "Issue 468" });
		expect(parts).toMatchObject([
			{ kind: "title", text: "Issue 468" },
			{ kind: "text", text: "Hello" },
			{ kind: "heading", text: "Tools" },
			{ kind: "item", note: "a" },
			{ kind: "text", text: "Not this week." },
			{ kind: "text", text: "The end" },
			{ kind: "text", text: "Issue 468 ends.", standing: "bye" },
		]);
	});
});

test("Every export format has a file name and a text for an issue", () => {
	const issue = assemble(DRAFT, [], [itemIn("news", "a")], DEFAULT_HOUSE_STYLE);
	expect(new Set(EXPORTS.map(({ id }) => id)).size).toBe(EXPORTS.length);
	for (const target of EXPORTS) {
		expect(target.fileName(issue, DEFAULT_HOUSE_STYLE)).toMatch(/^2019-12-22-468\.\w+$/);
		expect(target.render(issue, DEFAULT_HOUSE_STYLE)).toContain("https://a.example/");
	}
});
