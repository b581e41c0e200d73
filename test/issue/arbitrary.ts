import fc from "fast-check";
import type { Issue, Item, Link, LinkForm, LinkLead, Sponsor } from "../../src/issue/issue.ts";
import { LINK_LEADS } from "../../src/issue/issue.ts";
import { DEFAULT_STYLE, type HouseStyle } from "../../src/issue/style.ts";

/** Lines that have meant something to some parser, and text around them. */
const HOSTILE_LINES = [
	"---",
	"----  ",
	"====",
	"=",
	"-",
	"# x",
	"## Issue 3",
	"#",
	"\\# x",
	"\\\\---",
	"> # quoted heading",
	"> quoted",
	"> ====",
	"- item",
	"  ====",
	"1. one",
	"- - -",
	"***",
	">From me",
	"From the start",
	">>From both",
	"[text] first",
	"[label]: http://definition.example",
	"[label",
	"over]: /two-lines 'title'",
	"]: x",
	"[text](http://inline.example)",
	"see [text](http://inline.example) there",
	"[http://a.example](http://a.example)",
	"<br>[http://b.example](http://b.example)",
	"- [listed](http://c.example)",
	"http://bare.example/x",
	"<http://auto.example/y>",
	"```",
	"```js",
	"~~~",
	"````",
	"    indented",
	"<div>",
	"<!-- comment",
	"-->",
	"<!-- item -->",
	"<!-- footer -->",
	"<!-- section -->",
	"<script>alert(1)</script>",
	"<pre>",
	"a `code` b",
	"a ` b",
	"trailing  ",
	"back\\",
	"*emphasis* _both_",
	"😀 emoji",
	"שלום עולם",
	"News",
	"From our sponsor, Nobody",
	"plain words",
	"Sponsor",
	"",
	"",
	" ",
	"\t",
	"\u00a0",
	"\r",
];

const line = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...HOSTILE_LINES) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 12, unit: "binary" }) },
	{
		weight: 2,
		arbitrary: fc.string({
			maxLength: 8,
			unit: fc.constantFrom(..."#=->[]()<>\\`*_~!: \"'.a1"),
		}),
	},
);

/** Text as it may be typed or pasted: hostile lines, with LF or CRLF. */
export const text = fc
	.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom("\n", "\n", "\r\n", "\n\n\n"))
	.map(([lines, end]) => lines.join(end));

const heading = fc.oneof(
	fc.constantFrom("News", "Tools", "Jobs & Events", "Sponsor", "# x", "1. First", "---"),
	fc.constantFrom(
		"From our sponsor, Example",
		"- list",
		"> quote",
		"[a]: b",
		"<div>",
		"x #",
		"``` x",
	),
	fc.string({ minLength: 1, maxLength: 12, unit: "binary" }),
);

const url = fc.oneof(
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	fc.constantFrom(
		"http://example.com/a_(b)",
		"http://example.com/a_(b",
		"http://example.com/with space",
		"http://example.com/?a[]=1&b=2",
		"http://example.com/?a=1&amp;b=2&copy;",
		"http://example.com/back\\slash`tick",
		"http://example.com/<angle>",
		"http://example.com/[a](b)",
		"not an address",
		"mailto:me@example.com",
		"  http://example.com/spaces  ",
		"http://example.com/ünïcode/😀",
		"",
	),
	fc.string({ maxLength: 10, unit: fc.constantFrom(..."ab[]()<>\\`*& ;#") }),
);

const link: fc.Arbitrary<Link> = fc.record({
	url,
	text: fc.oneof(
		{ weight: 3, arbitrary: fc.constant("") },
		fc.constantFrom("title", "[x", "a `b", "**bold** [ok]", "<b>", "end\\", "]("),
	),
	form: fc.constantFrom<LinkForm>("bracketed", "bracketed", "bare", "autolink"),
	lead: fc.constantFrom<LinkLead>("", "", ...LINK_LEADS),
});

const item: fc.Arbitrary<Item> = fc.record({
	note: text,
	links: fc.array(link, { maxLength: 3 }),
	tight: fc.boolean(),
});

const sponsor: fc.Arbitrary<Sponsor> = fc
	.tuple(item, heading, fc.constantFrom("none", "same", "other"), item)
	.map(([body, name, foot, other]) => ({
		...body,
		heading: name,
		foot: foot === "none" ? null : foot === "same" ? body : other,
	}));

/** Sponsors, now and then two that only their heading tells apart. */
const sponsors = fc.tuple(fc.array(sponsor, { maxLength: 2 }), fc.boolean()).map(([list, twin]) => {
	const [first] = list;
	return twin && first
		? [first, { ...first, heading: "Sponsored", foot: first.foot ? null : first }]
		: list;
});

const day = fc
	.date({ min: new Date("1971-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

const moment = fc
	.tuple(
		day,
		fc.constantFrom("T13:40:01+00:00", "T00:00:00-11:30", "T23:59:59+14:00", "T09:05:00Z"),
	)
	.map((parts) => parts.join(""));

/** Any issue, its sponsor's words now and then also standing as an item. */
export const issue: fc.Arbitrary<Issue> = fc
	.record({
		number: fc.integer({ min: 1, max: 99_999 }),
		issueDate: day,
		publishedAt: moment,
		intro: text,
		sponsors,
		sections: fc.array(fc.record({ heading, items: fc.array(item, { maxLength: 4 }) }), {
			maxLength: 3,
		}),
		footer: text,
	})
	.chain((made) =>
		fc.boolean().map((echo) => {
			const [first] = made.sponsors;
			const last = made.sections.at(-1);
			return echo && first && last
				? {
						...made,
						sections: [...made.sections.slice(0, -1), { ...last, items: [...last.items, first] }],
					}
				: made;
		}),
	);

const spacing = fc.record({
	afterFrontMatter: fc.integer({ min: 0, max: 3 }),
	betweenBlocks: fc.integer({ min: 1, max: 4 }),
	afterHeading: fc.integer({ min: 0, max: 2 }),
	beforeLinks: fc.integer({ min: 0, max: 1 }),
	beforeSponsorAtFoot: fc.integer({ min: 1, max: 4 }),
	atEnd: fc.integer({ min: 0, max: 3 }),
});

/** Any house style an editor can set. */
export const style: fc.Arbitrary<HouseStyle> = fc
	.record({
		heading: fc.constantFrom<HouseStyle["heading"]>("=", "=", "-", "#", "##", "###"),
		spacing,
		mailQuoting: fc.boolean(),
		underline: fc.option(fc.integer({ min: 1, max: 30 })),
		sponsorHeading: fc.constantFrom(
			"From our sponsor, {name}",
			"{name} sponsors us",
			"Sponsor",
			"Thanks to {name}!",
		),
		titleLine: fc.constantFrom("", "## Issue {number} - {date:do MMMM}"),
	})
	.map(({ heading: form, spacing: gaps, mailQuoting, underline, sponsorHeading, titleLine }) => ({
		...DEFAULT_STYLE,
		heading: form,
		spacing: gaps,
		mailQuoting,
		titleLine,
		sections: DEFAULT_STYLE.sections.map((section) => ({ ...section, underline })),
		sponsor: { heading: sponsorHeading, underline, atFoot: true },
	}));
