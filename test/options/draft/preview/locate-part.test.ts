import { describe, expect, test } from "vitest";
import type { HouseStyle } from "../../../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../../../src/core/house-style/ready-made-styles.ts";
import type { DraftRecord } from "../../../../src/data/db/records.ts";
import { sampleRecords } from "../../../../src/data/drafts/sample.ts";
import { assemble } from "../../../../src/export/assemble.ts";
import { isPart, locatePart } from "../../../../src/options/draft/preview/locate-part.ts";
import { previewOf } from "../../../../src/options/draft/preview/preview-state.ts";
import { withHeadingForm } from "../../../../src/options/style/heading-forms.ts";
import { SPACES } from "../../../../src/options/style/style-fields.ts";

const DRAFT = {
	number: 7,
	issueDate: "2024-02-11",
	publishedAt: "2024-02-11T09:00:00+00:00",
	createdAt: 1,
} as DraftRecord;

function sampleIn(style: HouseStyle) {
	const { draft, sponsors, items } = sampleRecords(DRAFT, style);
	return previewOf({ issue: assemble(draft, sponsors, items, style), style, ids: [] });
}

/** The highlighted part of the markdown for a field, in one style. */
function marked(field: string, style: HouseStyle = DEFAULT_HOUSE_STYLE): string | null {
	const previewed = sampleIn(style);
	const span = locatePart(previewed, field)?.markdown;
	return span ? previewed.markdown.slice(span.start, span.end) : null;
}

describe("The part of the issue for a field of the house style is found", () => {
	test.each([
		["style-line-0-key", "title: DEVOPS WEEKLY ISSUE \\#7 - 11th February 2024 "],
		["style-line-1-pattern", "date: 2024-02-11T09:00:00+00:00"],
		["style-section-tools-heading", "Tools\n====="],
		["style-section-news-hide", "News\n===="],
		["style-heading", "News\n===="],
		["style-sponsor-heading", ">From our sponsor, Harbourlight\n=============================="],
		["style-item", expect.stringMatching(/^>From one release.*\n\n\[https.*\)$/)],
		["style-spacing-afterFrontMatter", expect.stringMatching(/^---\n\nA short one/)],
		["style-spacing-betweenItems", expect.stringMatching(/^\[https.*\)\n\n\nThis chapter.*$/)],
		["style-spacing-afterHeading", expect.stringMatching(/^====\n\n>From one release.*$/)],
		["style-spacing-beforeHeading", expect.stringMatching(/\n\n\nNews$/)],
		["style-spacing-aroundText", expect.stringMatching(/\n\n\nSeen something/)],
		[
			"style-spacing-beforeSponsorAtFoot",
			expect.stringMatching(/^\[https.*\n\n\nHarbourlight tells.*$/),
		],
		["style-spacing-atEnd", expect.stringMatching(/^Seen something.*\n\n$/)],
		["style-sponsor-at-foot", expect.stringMatching(/^Harbourlight tells.*\n\n\[https.*$/)],
	])("%s", (field, expected) => {
		expect(marked(field)).toEqual(expected);
	});

	test("for From at the start of a line, with quoting and without", () => {
		expect(marked("style-mail-quoting")).toMatch(/^>From our sponsor/);
		expect(marked("style-mail-quoting", { ...DEFAULT_HOUSE_STYLE, mailQuoting: false })).toMatch(
			/^From our/,
		);
	});

	test("for the title line, below the front matter or at the top without it", () => {
		const titled = { ...DEFAULT_HOUSE_STYLE, titleLine: "## Issue {number}" };
		expect(marked("style-title-line", titled)).toBe("## Issue 7");
		expect(
			marked("style-title-line", { ...titled, frontMatter: { kind: "none", lines: [] } }),
		).toBe("## Issue 7");
		expect(marked("style-title-line")).toBeNull();
	});

	test("in any heading style, with a section's heading found by its position", () => {
		const hashed = withHeadingForm(DEFAULT_HOUSE_STYLE, "##");
		expect(marked("style-section-tools-heading", hashed)).toBe("## Tools");
	});

	test("with any number of empty lines", () => {
		for (const place of SPACES.filter((each) => each !== "betweenListItems")) {
			const spacing = { ...DEFAULT_HOUSE_STYLE.spacing, [place]: 3 };
			const gap = marked(`style-spacing-${place}`, { ...DEFAULT_HOUSE_STYLE, spacing });
			expect(gap?.match(/\n/g)?.length, place).toBe(4);
		}
	});

	test("as the same lines in the rendered issue", () => {
		const previewed = sampleIn(DEFAULT_HOUSE_STYLE);
		const span = locatePart(previewed, "style-sponsor-heading")?.reading;
		expect(span && previewed.reading.slice(span.start, span.end)).toMatch(/^From our sponsor/);
	});
});

describe("A part that is not in an issue", () => {
	test("is not found: a hidden section, a missing line, another field", () => {
		const hidden = DEFAULT_HOUSE_STYLE.sections.map((one) => ({
			...one,
			...(one.id === "tools" && { hidden: true as const }),
		}));
		expect(
			marked("style-section-tools-heading", { ...DEFAULT_HOUSE_STYLE, sections: hidden }),
		).toBeNull();
		expect(marked("style-line-9-key")).toBeNull();
		expect(marked("style-file-name")).toBeNull();
		expect(isPart("style-file-name")).toBe(false);
		expect(isPart("style-line-0-key")).toBe(true);
	});
});
