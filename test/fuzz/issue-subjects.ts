import { expect } from "vitest";
import { isIssueDate, isPublicationTime } from "../../src/core/calendar/numbering.ts";
import { mayBeIssue } from "../../src/data/import/skipped.ts";
import { statedByName } from "../../src/issue/file-name.ts";
import { type Issue, type Item, plainLink } from "../../src/issue/issue.ts";
import { learnFileName } from "../../src/issue/learn-file-name.ts";
import { fillPattern, learnPattern, matchPattern } from "../../src/issue/pattern.ts";
import { read } from "../../src/issue/read.ts";
import { rewrite } from "../../src/issue/rewrite.ts";
import { settle } from "../../src/issue/settle.ts";
import {
	learnSponsorHeading,
	sponsorHeading,
	sponsorName,
} from "../../src/issue/sponsor-heading.ts";
import { DEFAULT_STYLE, type HouseStyle } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";
import type { Subject } from "./subject.ts";

/** The parts of an issue that its title and its file name say. */
export const STATED = {
	number: 12,
	issueDate: "2020-05-03",
	publishedAt: "2020-05-03T10:00:00+00:00",
};
const EMPTY: Issue = { ...STATED, intro: "", sponsors: [], sections: [], footer: "" };
const HEAD = `---
title: DEVOPS WEEKLY ISSUE \\#12 - 3rd May 2020 
date: 2020-05-03T10:00:00+00:00
---

News
====
`;

export function itemWith(note: string, urls: readonly string[] = []): Item {
	return { note, links: urls.map(plainLink), tight: false };
}

/** An issue with these items under one heading. */
export function issueWith(...items: Item[]): Issue {
	return { ...EMPTY, sections: [{ heading: "News", items }] };
}

/** A style that has one pattern wherever it has any. */
function patterned(pattern: string): HouseStyle {
	return {
		...DEFAULT_STYLE,
		frontMatter: [{ key: "title", pattern }],
		titleLine: pattern,
		sponsor: { ...DEFAULT_STYLE.sponsor, heading: pattern },
		fileName: pattern,
	};
}

/** An issue that has a text wherever it can have one. */
function everywhere(text: string): Issue {
	const item = { ...itemWith(text, [text, "http://a.example/"]), tight: true };
	const linked = { ...plainLink("http://a.example/"), text };
	return {
		...STATED,
		intro: text,
		sponsors: [{ heading: text, ...item, foot: item }],
		sections: [{ heading: text, items: [item, { ...item, links: [linked] }] }],
		footer: text,
	};
}

const written = (issue: Issue) => write(issue, DEFAULT_STYLE);

/** That words put between the lines of a text are all found again in what was read from it. */
function keepsEveryWord(text: string): void {
	const lines = text.split(/\r\n?|\n/);
	const marked = lines.flatMap((line, at) => [line, `wordno${at}x`]).join("\n");
	const kept = JSON.stringify(read(`${HEAD}\n${marked}`).issue);
	for (const [at] of lines.entries()) expect(kept).toContain(`wordno${at}x`);
}

function half(text: string): string {
	return text.slice(0, text.length / 2);
}

/** A text as a few hundred, more than there are items in a draft. */
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

export const ISSUE_SUBJECTS: readonly Subject[] = [
	{
		name: "read, a whole file",
		run: (text) => read(text),
		holds(text) {
			const reading = read(text);
			expect(rewrite(reading, reading.issue, reading.style)).toBe(text);
			expect(settle(reading.issue)).toEqual(reading.issue);
		},
	},
	{ name: "read, below a heading", run: (text) => read(`${HEAD}\n${text}`), holds: keepsEveryWord },
	{ name: "read, front matter", run: (text) => read(`---\n${text}\n---\n\nNews\n====\n\na\n`) },
	{ name: "read, a title", run: (text) => read(`---\ntitle: ${text}\n---\n\nNews\n====\n\na\n`) },
	{ name: "read, a link", run: (text) => read(`${HEAD}\na\n\n[${half(text)}](${half(text)})\n`) },
	{
		name: "settle a note",
		run: (text) => settle(issueWith(itemWith(text, ["http://a.example/"]))),
	},
	{
		name: "write a note",
		run: (text) => written(issueWith(itemWith(text))),
		holds: (text) =>
			expect(read(written(everywhere(text))).issue).toEqual(settle(everywhere(text))),
	},
	{
		name: "write an intro and a footer",
		run: (text) =>
			written({
				...EMPTY,
				intro: text.slice(text.length / 2),
				footer: half(text),
			}),
	},
	{
		name: "write a heading",
		run: (text) => written({ ...EMPTY, sections: [{ heading: text, items: [itemWith("a")] }] }),
	},
	{
		name: "write an address",
		run: (text) => written(issueWith(itemWith("a", [`http://a.example/${text}`]))),
	},
	{ name: "write addresses", run: (text) => written(issueWith(itemWith("a", piecesOf(text)))) },
	{
		name: "write a link's text",
		run: (text) =>
			written(
				issueWith({ ...itemWith("a"), links: [{ ...plainLink("http://a.example/"), text }] }),
			),
	},
	{
		name: "write items",
		run: (text) => written(issueWith(...piecesOf(text).map((note) => itemWith(note)))),
	},
	{
		name: "write a sponsor",
		run(text) {
			const block = itemWith(half(text));
			return written({ ...EMPTY, sponsors: [{ heading: "Sponsor", ...block, foot: block }] });
		},
	},
	{
		name: "write with a pattern",
		run: (text) => write(issueWith(itemWith("a")), patterned(text)),
		alphabet: NAME_PARTS,
	},
	{
		name: "rewrite",
		run: (text) => rewrite({ issue: EMPTY, source: "" }, issueWith(itemWith(text)), DEFAULT_STYLE),
	},
	{
		name: "fill a pattern",
		run: (text) => fillPattern(text, STATED),
		alphabet: NAME_PARTS,
	},
	{
		name: "match a text with a pattern",
		run: (text) => matchPattern("{date} #{number} {published} x", text, {}),
	},
	{
		name: "match a pattern with itself",
		run: (text) => matchPattern(half(text), text.slice(text.length / 2), {}),
		holds: (text) =>
			expect(matchPattern(text, fillPattern(text, STATED), STATED)).not.toBeUndefined(),
		alphabet: NAME_PARTS,
	},
	{ name: "learn a pattern", run: (text) => learnPattern(text, {}), alphabet: NAME_PARTS },
	{ name: "learn a file name", run: (text) => learnFileName(text, STATED), alphabet: NAME_PARTS },
	{
		name: "what a file name states",
		run: (text) => [statedByName(text), mayBeIssue(text)],
		holds: (text) => expect(Number.isFinite(statedByName(text).number ?? 0)).toBe(true),
	},
	{
		name: "a sponsor's name",
		run: (text) => [sponsorName(DEFAULT_STYLE, text), learnSponsorHeading(text)],
	},
	{
		name: "a sponsor's pattern",
		run: (text) => [
			sponsorHeading(text, ""),
			sponsorHeading(text, text),
			sponsorName(patterned(text), text),
		],
		alphabet: ["{name}"],
	},
	{ name: "dates", run: (text) => [isIssueDate(text), isPublicationTime(text)] },
];
