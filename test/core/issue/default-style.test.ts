import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { newItem } from "../../../src/core/house-style/item.ts";
import {
	DEFAULT_HOUSE_STYLE,
	READY_MADE_STYLES,
} from "../../../src/core/house-style/ready-made-styles.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { AT_END, AT_TOP, type DraftIssue } from "../../../src/core/issue/draft-issue.ts";
import { draftOf } from "../../../src/core/issue/draft-of.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";

const fixture = readFileSync(new URL("./fixtures/2021-03-14-77.md", import.meta.url), "utf8");

function item(section: string, note: string, ...urls: string[]) {
	return {
		kind: "item" as const,
		section,
		...newItem({ note, links: urls.map((url) => ({ url })) }),
	};
}

const webinar = newItem({
	note: "[Webinar] Ship on Fridays without fear:",
	links: [{ url: "https://example.com/fridays?utm_source=weekly" }],
});

const draft: DraftIssue = {
	number: 77,
	date: "2021-03-14",
	publishedAt: "2021-03-14T09:30:00+00:00",
	fields: {},
	sections: [
		{ id: "news", heading: "News", level: 1 },
		{ id: "jobs", heading: "Jobs", level: 1 },
		{ id: "tools", heading: "Tools", level: 1 },
	],
	sponsors: [{ heading: "From our sponsor, Example Corp", item: webinar, atFoot: true }],
	parts: [
		{ kind: "text", section: AT_TOP, text: "Queues, caches and a long look at a short outage." },
		item("news", "A good post on queues.", "https://queues.example/why"),
		item(
			"news",
			"From one region to three, with maps.\n\nPart two is the better one.",
			"https://maps.example/1",
			"https://maps.example/2",
		),
		item("tools", "Cachet keeps things.", "https://code.example/cachet"),
		{
			kind: "text",
			section: AT_END,
			text: "Forwarded to you? Subscribe at [http://weekly.example](http://weekly.example).",
		},
	],
};

describe("the default house style", () => {
	test("writes a draft byte for byte like the fixture, without empty sections", () => {
		expect(formatIssue(assembleIssue(draft, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE)).toBe(
			fixture,
		);
	});

	test("reads the issue back as the draft it was made from", () => {
		const issue = parseIssue(fixture, DEFAULT_HOUSE_STYLE);
		const { sections, parts, ...others } = draftOf(issue, DEFAULT_HOUSE_STYLE);
		expect(others).toEqual({
			number: 77,
			date: "2021-03-14",
			publishedAt: "2021-03-14T09:30:00+00:00",
			fields: {},
			sponsors: draft.sponsors,
		});
		expect(sections).toEqual(draft.sections.filter(({ id }) => id !== "jobs"));
		expect(parts.filter(({ kind }) => kind === "item")).toEqual(
			draft.parts.filter(({ kind }) => kind === "item"),
		);
	});

	test("keeps the width of an unusual underline", () => {
		const drawn = fixture
			.replace("News\n====\n", "News\n======\n")
			.replace(/={26,}/, "=".repeat(23));
		expect(formatIssue(parseIssue(drawn, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE)).toBe(drawn);
	});

	test("keeps a third empty line before the sponsor at the end", () => {
		const gaping = fixture.replace(
			/\n\n\n(\[Webinar\][^\n]*\n\n[^\n]*\n\n\nForwarded)/,
			"\n\n\n\n$1",
		);
		expect(gaping).not.toBe(fixture);
		expect(formatIssue(parseIssue(gaping, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE)).toBe(gaping);
	});

	test("quotes lines that begin like mail's From line only when its switch is on", () => {
		const style = { ...DEFAULT_HOUSE_STYLE, mailQuoting: false };
		const unquoted = formatIssue(assembleIssue(draft, style), style);
		expect(unquoted).toContain("\nFrom our sponsor, Example Corp\n");
		expect(unquoted).toContain("\nFrom one region");
		expect(parseIssue(unquoted, style)).toEqual(parseIssue(fixture, DEFAULT_HOUSE_STYLE));
	});

	test("marks an item only if it would be read as a part of another", () => {
		const parts = [item("news", "No link yet."), item("news", "", "https://x.example/")];
		const issue = assembleIssue({ ...draft, parts, sponsors: [] }, DEFAULT_HOUSE_STYLE);
		const text = formatIssue(issue, DEFAULT_HOUSE_STYLE);
		expect(text).toContain("<!-- item -->");
		const back = parseIssue(text, DEFAULT_HOUSE_STYLE).parts.filter(({ kind }) => kind === "item");
		expect(back).toMatchObject([
			{ note: "No link yet.", links: [] },
			{ note: "", links: [{ url: "https://x.example/" }] },
		]);
	});
});

test("Titles of clipped pages do not change the text, because this style does not write titles", () => {
	const titled: DraftIssue = {
		...draft,
		parts: draft.parts.map((part) =>
			part.kind === "item" ? { ...part, title: "The title of the page" } : part,
		),
	};
	const written = (made: DraftIssue) =>
		formatIssue(assembleIssue(made, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE);
	expect(written(titled)).toBe(written(draft));
});

test("A title in brackets stays the text of its link even if another item defines those brackets", () => {
	const style = READY_MADE_STYLES.map((ready) => ready.style).find(({ item }) =>
		item.includes("[**{title}**]({url})"),
	);
	if (!style) throw new Error("There is no style with a bold title.");
	const section = style.sections[0]?.id ?? "";
	const titled = (title: string, url: string, note: string) => ({
		kind: "item" as const,
		section,
		...newItem({ title, links: [{ url }], note }),
	});
	const parts = [
		titled("[label]: of a machine", "https://a.example/", ""),
		titled("Tides", "https://b.example/", "[label]: https://c.example/"),
	];
	const sections = style.sections.map(({ id, heading, level }) => ({ id, heading, level }));
	const text = formatIssue(
		assembleIssue({ ...draft, sections, parts, sponsors: [] }, style),
		style,
	);
	const items = parseIssue(text, style).parts.filter(({ kind }) => kind === "item");
	expect(items).toMatchObject([
		{ links: [{ url: "https://a.example/" }] },
		{ links: [{ url: "https://b.example/" }] },
	]);
});
