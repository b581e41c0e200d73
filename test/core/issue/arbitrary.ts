import fc from "fast-check";
import type { HouseStyle } from "../../../src/core/house-style/house-style.ts";
import { newItem } from "../../../src/core/house-style/item.ts";
import { READY_MADE_STYLES } from "../../../src/core/house-style/ready-made-styles.ts";
import {
	AT_END,
	AT_TOP,
	type DraftIssue,
	type DraftPart,
} from "../../../src/core/issue/draft-issue.ts";

/** Lines with a meaning for some parser, and text around them. */
const HOSTILE_LINES = [
	"---",
	"====",
	"=",
	"-",
	"# x",
	"#",
	"## Issue 3",
	"\\# x",
	"> quoted",
	"> # quoted heading",
	"- item",
	"- [listed](http://c.example)",
	"1. one",
	"1、one",
	"***",
	">From me",
	"From the start",
	"[label]: http://definition.example",
	"[label",
	"]: x",
	"[text](http://inline.example)",
	"see [text](http://inline.example) there",
	"[http://a.example](http://a.example)",
	"<br>[http://b.example](http://b.example)",
	"http://bare.example/x",
	"<http://auto.example/y>",
	"```",
	"```js",
	"~~~",
	"    indented",
	"<div>",
	"<!-- comment",
	"-->",
	"<!-- item -->",
	"<!-- text -->",
	"<script>alert(1)</script>",
	"<pre>",
	"a `code` b",
	"a ` b",
	"**Bold alone**",
	"| a | b |",
	"|---|---|",
	"trailing  ",
	"back\\",
	"*emphasis* _both_",
	"News",
	"From our sponsor, Nobody",
	"plain words",
	"",
	"",
	" ",
];

const line = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...HOSTILE_LINES) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
	{
		weight: 2,
		arbitrary: fc.string({ maxLength: 8, unit: fc.constantFrom(..."#=->[]()<>\\`*_~!: \"'.a1") }),
	},
);

export const hostileText = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));

const word = fc.constantFrom("tide", "harbor", "lamp", "kelp", "crane", "rope", "buoy", "mast");
export const plainText = fc
	.array(word, { minLength: 2, maxLength: 6 })
	.map((words) => words.join(" "));
const paragraphs = fc
	.array(plainText, { minLength: 1, maxLength: 3 })
	.map((texts) => texts.join("\n\n"));

/** An address of a link, also such as parsers could misread. */
export const linkAddress = fc.oneof(
	fc.webUrl({ withQueryParameters: true }),
	fc.constantFrom(
		"https://tide.example/a_(b)",
		"https://tide.example/?a=1&amp;b=2",
		"https://tide.example/x_",
	),
);

function itemOf(title: fc.Arbitrary<string>, note: fc.Arbitrary<string>) {
	return fc.record({
		title,
		url: linkAddress,
		note,
		more: fc.array(linkAddress, { maxLength: 2 }),
	});
}

const SECTIONS = ["news", "tools"] as const;

function draftOfParts(
	title: fc.Arbitrary<string>,
	text: fc.Arbitrary<string>,
	style: HouseStyle,
): fc.Arbitrary<DraftIssue> {
	const titled = style.item.includes("{title}");
	const item = fc.tuple(itemOf(title, text), fc.constantFrom(...SECTIONS)).map(
		([made, section]): DraftPart => ({
			kind: "item",
			section,
			...newItem({
				title: titled ? made.title : "",
				links: (titled ? [made.url] : [made.url, ...made.more]).map((address) => ({
					url: address,
				})),
				note: made.note,
			}),
		}),
	);
	return fc.record({
		number: fc.integer({ min: 1, max: 9999 }),
		date: fc.constant("2026-11-15"),
		publishedAt: fc.constant("2026-11-15T09:00:00+00:00"),
		fields: fc.constant(Object.fromEntries(style.fields.map(({ name }) => [name, "Tides"]))),
		sections: fc.constant(style.sections.map(({ id, heading, level }) => ({ id, heading, level }))),
		parts: fc
			.tuple(fc.array(item, { minLength: 1, maxLength: 5 }), text, text)
			.map(([items, intro, footer]): DraftPart[] => [
				{ kind: "text", section: AT_TOP, text: intro },
				...items.toSorted((one, other) => one.section.localeCompare(other.section)),
				{ kind: "text", section: AT_END, text: footer },
			]),
		sponsors: fc.constant([]),
	});
}

const style = fc.constantFrom(...READY_MADE_STYLES.map((ready) => ready.style));

/** A draft as editors write it, with a style. */
export const usualDraft = style.chain((made) =>
	draftOfParts(plainText, paragraphs, made).map((draft) => ({ draft, style: made })),
);

/** A draft with arbitrary content, with a style. */
export const hostileDraft = style.chain((made) =>
	draftOfParts(fc.oneof(plainText, line), hostileText, made).map((draft) => ({
		draft,
		style: made,
	})),
);
