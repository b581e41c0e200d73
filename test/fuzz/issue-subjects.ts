import { expect } from "vitest";
import { archiveOrder, orderedFile } from "../../src/core/archive/archive-order.ts";
import { leftOutBecause } from "../../src/core/archive/issue-file.ts";
import { rewriteIssue } from "../../src/core/archive/rewrite-issue.ts";
import { isIssueDate, isPublicationTime } from "../../src/core/calendar/numbering.ts";
import type { HouseStyle } from "../../src/core/house-style/house-style.ts";
import { newItem } from "../../src/core/house-style/item.ts";
import { patternFault } from "../../src/core/house-style/pattern-fault.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { fillText, matchText, NO_VALUES } from "../../src/core/house-style/text-pattern.ts";
import { formatIssue } from "../../src/core/issue/format-issue.ts";
import { formatItem } from "../../src/core/issue/format-item.ts";
import type { Issue, ItemPart, Part } from "../../src/core/issue/issue.ts";
import { parseIssue } from "../../src/core/issue/parse-issue.ts";
import { fillSponsorHeading, isSponsorHeading } from "../../src/core/issue/sponsor-heading.ts";
import { learnStyle } from "../../src/core/learning/learn-style.ts";
import type { Subject } from "./subject.ts";

/** The fields of an issue that its title and its file name contain. */
export const STATED = {
	number: 12,
	issueDate: "2020-05-03",
	publishedAt: "2020-05-03T10:00:00+00:00",
};
const PATTERN_STATED = {
	number: STATED.number,
	date: STATED.issueDate,
	publishedAt: STATED.publishedAt,
	fields: {},
};
const HEAD = `---
title: DEVOPS WEEKLY ISSUE \\#12 - 3rd May 2020 
date: 2020-05-03T10:00:00+00:00
---

News
====
`;

export function itemWith(note: string, urls: readonly string[] = []): ItemPart {
	return { kind: "item", ...newItem({ note, links: urls.map((url) => ({ url })) }) };
}

/** An issue with these items under one heading. */
export function issueWith(...items: ItemPart[]): Issue {
	return issueOf({ kind: "heading", text: "News", level: 1 }, ...items);
}

function issueOf(...parts: Part[]): Issue {
	return { ...PATTERN_STATED, parts };
}

/** A style that uses one pattern everywhere. */
function patterned(pattern: string): HouseStyle {
	const { frontMatter, sponsor } = DEFAULT_HOUSE_STYLE;
	return {
		...DEFAULT_HOUSE_STYLE,
		frontMatter: { ...frontMatter, lines: [{ key: "title", pattern }] },
		titleLine: pattern,
		sponsor: sponsor && { ...sponsor, heading: pattern },
		fileName: pattern,
	};
}

const written = (issue: Issue) => formatIssue(issue, DEFAULT_HOUSE_STYLE);

/**
 * The input of one field: a thirty-second of the text, which is more than any note. Formatted text is
 * parsed again, several times if it must be escaped.
 */
function typed(text: string): string {
	return text.slice(0, Math.ceil(text.length / 32));
}

const parsed = (text: string) => parseIssue(text, DEFAULT_HOUSE_STYLE);

/** Checks that words inserted between the lines of a text are all found again in the result. */
function keepsEveryWord(text: string): void {
	const lines = text.split(/\r\n?|\n/);
	const marked = lines.flatMap((line, at) => [line, `wordno${at}x`]).join("\n");
	const kept = JSON.stringify(parsed(`${HEAD}\n${marked}`));
	for (const [at] of lines.entries()) expect(kept).toContain(`wordno${at}x`);
}

function half(text: string): string {
	return text.slice(0, text.length / 2);
}

/** Splits a text into a few hundred pieces, more than a draft has items. */
function piecesOf(text: string): string[] {
	const length = Math.max(1, Math.ceil(text.length / 500));
	return text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];
}

const NAME_PARTS = [
	"{number}",
	"{number:000}",
	"{date}",
	"{date:yyyy}",
	"{published}",
	"2020-05-03",
];
const ITEM_PARTS = ["{title}", "{url}", "{note}", "{author}", "[", "]", "\n", "{n}"];

export const ISSUE_SUBJECTS: readonly Subject[] = [
	{
		name: "parse, a whole file",
		parsesMarkdown: true,
		run: parsed,
		holds(text) {
			const issue = parsed(text);
			expect(rewriteIssue({ name: "a.md", text, issue, style: DEFAULT_HOUSE_STYLE })).toBe(text);
		},
	},
	{
		name: "parse, below a heading",
		parsesMarkdown: true,
		run: (text) => parsed(`${HEAD}\n${text}`),
		holds: keepsEveryWord,
	},
	{
		name: "parse, front matter",
		parsesMarkdown: true,
		run: (text) => parsed(`---\n${text}\n---\n\nNews\n====\n\na\n`),
	},
	{
		name: "parse, a title",
		parsesMarkdown: true,
		run: (text) => parsed(`---\ntitle: ${text}\n---\n\nNews\n====\n\na\n`),
	},
	{
		name: "parse, a link",
		parsesMarkdown: true,
		run: (text) => parsed(`${HEAD}\na\n\n[${half(text)}](${half(text)})\n`),
	},
	{ name: "format a note", run: (text) => written(issueWith(itemWith(typed(text)))) },
	{
		name: "format a note with a link",
		run: (text) => written(issueWith(itemWith(typed(text), ["http://a.example/"]))),
	},
	{
		name: "format an intro and a footer",
		run: (text) =>
			written(
				issueOf(
					{ kind: "text", text: typed(text) },
					{ kind: "heading", text: "News", level: 1 },
					itemWith("a", ["http://a.example/"]),
					{ kind: "text", text: typed(text) },
				),
			),
	},
	{
		name: "format a heading",
		run: (text) =>
			written(issueOf({ kind: "heading", text: typed(text), level: 1 }, itemWith("a"))),
	},
	{
		name: "format an address",
		run: (text) => written(issueWith(itemWith("a", [`http://a.example/${typed(text)}`]))),
	},
	{
		name: "format addresses",
		run: (text) => written(issueWith(itemWith("a", piecesOf(typed(text))))),
	},
	{
		name: "format items",
		run: (text) => written(issueWith(...piecesOf(typed(text)).map((note) => itemWith(note)))),
	},
	{
		name: "format with a pattern",
		run: (text) => formatIssue(issueWith(itemWith("a")), patterned(typed(text))),
		alphabet: NAME_PARTS,
	},
	{
		name: "format an item with a pattern",
		run: (text) => formatItem(itemWith("a"), half(typed(text)), 1),
		alphabet: ITEM_PARTS,
	},
	{ name: "check a pattern", run: patternFault, alphabet: ITEM_PARTS },
	{
		name: "fill a pattern",
		run: (text) => fillText(text, PATTERN_STATED, "en"),
		alphabet: NAME_PARTS,
	},
	{
		name: "match a text with a pattern",
		run: (text) => matchText("{date} #{number} {published} x", text, "en", NO_VALUES),
	},
	{
		name: "match a pattern with itself",
		run: (text) => matchText(half(text), text.slice(text.length / 2), "en", NO_VALUES),
		alphabet: NAME_PARTS,
	},
	{ name: "learn a style", run: (text) => learnStyle([{ name: "12.md", text: typed(text) }]) },
	{
		name: "what a file name states",
		run: (text) => [leftOutBecause(text), archiveOrder([orderedFile(text, "")])],
	},
	{
		name: "a sponsor's heading",
		run: (text) => [
			fillSponsorHeading(text, ""),
			fillSponsorHeading(text, text),
			isSponsorHeading(text, { heading: half(text), underline: null, atFoot: false }),
		],
		alphabet: ["{name}"],
	},
	{ name: "dates", run: (text) => [isIssueDate(text), isPublicationTime(text)] },
];
