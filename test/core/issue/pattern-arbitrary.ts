import fc from "fast-check";
import type { HouseStyle } from "../../../src/core/house-style/house-style.ts";
import { type Item, newItem } from "../../../src/core/house-style/item.ts";
import { ownSlots } from "../../../src/core/house-style/page-slots.ts";
import { parseItemPattern } from "../../../src/core/house-style/parse-item-pattern.ts";
import { patternFault } from "../../../src/core/house-style/pattern-fault.ts";
import { READY_MADE_STYLES } from "../../../src/core/house-style/ready-made-styles.ts";
import {
	AT_END,
	AT_TOP,
	type DraftIssue,
	type DraftPart,
} from "../../../src/core/issue/draft-issue.ts";
import { hostileText, linkAddress, plainText } from "./arbitrary.ts";

const BEGINNINGS = [
	"",
	"- ",
	"* ",
	"+ ",
	"1. ",
	"{n}. ",
	"{n}) ",
	"{n}、",
	"> ",
	"> - ",
	"### ",
	"#### ",
	"  - ",
	"    ",
	"- [ ] ",
	"- \\[video\\] ",
	"\\[video\\] ",
	"[\\[{tag}\\] ]",
	"[{mark} ]",
	"{mark:🚀} ",
	"🚀 ",
	"—",
	"「",
	"<br>",
	"<div>",
	"```",
	"~~~\n",
	"<!-- ",
	"| ",
	"| {n} | ",
	"[note]: ",
	"** ",
	"*** ",
	"---\n",
	"See ",
	":",
	"\\",
] as const;

const LEADS = [
	"[{title}]({url})",
	"[**{title}**]({url})",
	"**[{title}]({url})**",
	"*[{title}]({url})*",
	"「[{title}]({url})」",
	"[{title} »]({url})",
	'<a href="{url}">{title}</a>',
	"{title}",
	"**{title}**",
	"{title}: {url}",
	"{title} <{url}>",
	"{title}（{url}）",
	"{title} ([link]({url}))",
	"{title} ([{text}]({url}))",
	"[{title}](<{url}>)",
	'[{title}]({url} "Tide")',
	"![{title}]({url})",
	"`{title}` {url}",
	"{url}",
	"<{url}>",
	"[{url}]({url})",
	"[{text}]({url})",
	"[link]({url})",
	"",
] as const;

const ENDINGS = [
	"[ by {author}]",
	"[ by *{author}*]",
	"[, {author}]",
	"[（{language}）]",
	"[ ({language})]",
	"[ · {site}]",
	"[ 🇬🇧 {site}]",
	"[ \\[{tag}\\]]",
	"[ #{tag}]",
	"[ `{tag}`]",
	" {place:Hull}",
	" \\[pdf\\]",
	" (pdf)",
	"。",
	".",
	" »",
	" *",
	" #",
	" |",
	"  ",
	"\\\\",
] as const;

const NOTES = [
	": {note}",
	"[: {note}]",
	"[ – {note}]",
	" {note}",
	"。{note}",
	"\n{note}",
	"\n\n{note}",
	"\n  {note}",
	"\n\n  {note}",
	"\n  > {note}",
	"\n> {note}",
	"\n\n> {note}",
	"\n    {note}",
	"\n\n    {note}",
	"\n\n        {note}",
	"\n\n{note:flush}",
	"\n- {note}",
	"\n\n## Note\n\n{note}",
	"\n\n---\n\n{note}",
	"\n[ *{author}*]\n  {note}",
	"{note}",
] as const;

const FURTHER = [
	"\n{url}",
	"\n<{url}>",
	"\n\n{url}",
	"\n[{text}]({url})",
	"\n\n[{url}]({url})",
	"\n\n- [{text}]({url})",
	"\n  - [{text}]({url})",
	"\n<br>[{url}]({url})",
	"\n\n[{text}]({url}) ",
	"\n\nLink: [{text}]({url})",
] as const;

const usually = (texts: readonly string[], empty = 1) =>
	fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...texts) },
		{ weight: empty, arbitrary: fc.constant("") },
	);

const inOrder = fc
	.tuple(
		fc.constantFrom(...BEGINNINGS),
		fc.constantFrom(...LEADS),
		fc.array(fc.constantFrom(...ENDINGS), { maxLength: 2 }),
		usually(NOTES),
		usually(FURTHER, 6),
	)
	.map(([beginning, lead, endings, note, further]) =>
		[beginning, lead, ...endings, note, further].join(""),
	);

const inAnyOrder = fc
	.array(fc.constantFrom(...BEGINNINGS, ...LEADS, ...ENDINGS, ...NOTES, ...FURTHER), {
		minLength: 1,
		maxLength: 5,
	})
	.map((parts) => parts.join(""));

/** Any text that an editor could type as the item pattern. */
export const typedPattern = fc
	.oneof({ weight: 6, arbitrary: inOrder }, { weight: 1, arbitrary: inAnyOrder })
	.map((pattern) => pattern.replace(/\s+$/, ""));

/** A pattern that the style panel accepts. */
export const acceptedPattern = typedPattern.filter((pattern) => patternFault(pattern) === null);

const url = fc.oneof(linkAddress, fc.constant("https://tide.example/x?y=*a*"));

interface Texts {
	title: fc.Arbitrary<string>;
	note: fc.Arbitrary<string>;
	slot: fc.Arbitrary<string>;
}

/** What can stand before a title without being the beginning of a sentence. */
const SHORT_VALUES: Record<string, fc.Arbitrary<string>> = {
	mark: fc.constantFrom("☆", "★", "→"),
	tag: fc.constantFrom("video", "pdf", "long read"),
};

/** An item with the values that a pattern can write. */
export function itemFor(pattern: string, texts: Texts): fc.Arbitrary<Item> {
	const { slots, lines } = parseItemPattern(pattern);
	const repeated = lines.some(({ perLink }) => perLink);
	const own = ownSlots(pattern);
	return fc
		.record({
			title: texts.title,
			links: fc.array(url, { minLength: 1, maxLength: 3 }),
			note: texts.note,
			values: fc.tuple(
				...own.map((name) => fc.option(SHORT_VALUES[name] ?? texts.slot, { nil: "" })),
			),
		})
		.map(({ title, links, note, values }) =>
			newItem({
				title: slots.includes("title") ? title : "",
				links: slots.includes("url")
					? links.slice(0, repeated ? 3 : 1).map((address) => ({ url: address }))
					: [],
				note: !slots.includes("note")
					? ""
					: slots.includes("url")
						? note
						: `${note.trim() || "See"} [tide](https://tide.example/)`,
				slots: Object.fromEntries(
					own.flatMap((name, at) => (values[at] ? [[name, values[at]]] : [])),
				),
			}),
		);
}

/** A style with sections in sections, one of which has its own item pattern. */
function styleWith(item: string, own: string, marks: HouseStyle["headings"]): HouseStyle {
	const [, { style } = { style: undefined }] = READY_MADE_STYLES;
	if (!style) throw new Error("There are no ready-made styles.");
	return {
		...style,
		titleLine: "# Issue {number}",
		headings: marks,
		item,
		sections: [
			{ id: "news", heading: "News", level: 2, underline: null },
			{ id: "harbors", heading: "Harbors", level: 3, underline: null },
			{ id: "tools", heading: "Tools", level: 2, underline: null, item: own },
		],
	};
}

export interface Drafted {
	draft: DraftIssue;
	style: HouseStyle;
}

function draftIn(
	style: HouseStyle,
	texts: Texts,
	text: fc.Arbitrary<string>,
): fc.Arbitrary<Drafted> {
	const inSection = style.sections.map(({ id, item }) =>
		fc
			.record({
				intro: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: text }),
				items: fc.array(itemFor(item ?? style.item, texts), { maxLength: 3 }),
			})
			.map(({ intro, items }): DraftPart[] => [
				{ kind: "text", section: id, text: intro },
				...items.map((item): DraftPart => ({ kind: "item", section: id, ...item })),
			]),
	);
	return fc
		.record({ top: text, sections: fc.tuple(...inSection), end: fc.option(text, { nil: "" }) })
		.map(({ top, sections, end }) => ({
			style,
			draft: {
				number: 12,
				date: "2026-11-15",
				publishedAt: null,
				fields: {},
				sections: style.sections.map(({ id, heading, level }) => ({ id, heading, level })),
				parts: [
					{ kind: "text", section: AT_TOP, text: top } as const,
					...sections.flat(),
					{ kind: "text", section: AT_END, text: end } as const,
				].filter((part) => part.kind === "item" || part.text !== ""),
				sponsors: [],
			},
		}));
}

const headingMarks = fc.constantFrom<HouseStyle["headings"]>([], ["=", "-"]);

const anyStyle = fc
	.tuple(acceptedPattern, acceptedPattern, headingMarks)
	.map(([item, own, marks]) => styleWith(item, own, marks));

const linkedText = plainText.map((text) => `${text} [pier](https://pier.example/)`);

const paragraphs = fc
	.array(fc.oneof(plainText, linkedText), { minLength: 1, maxLength: 3 })
	.map((texts) => texts.join("\n\n"));

/** A draft with usual words in a style with any item pattern. */
export const patternedDraft = anyStyle.chain((style) =>
	draftIn(
		style,
		{ title: plainText, note: fc.option(paragraphs, { nil: "" }), slot: plainText },
		plainText,
	),
);

const hostileLine = hostileText.map((text) => text.split("\n")[0] ?? "");

/** A draft with any content in a style with any item pattern. */
export const hostilePatternedDraft = anyStyle.chain((style) =>
	draftIn(
		style,
		{
			title: fc.oneof(plainText, hostileLine),
			note: hostileText,
			slot: fc.oneof(plainText, hostileLine),
		},
		hostileText,
	),
);
