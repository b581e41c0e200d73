import { isBlank } from "../core/markdown/lines.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Issue, Item, Section, Sponsor } from "./issue.ts";
import { learnStyle } from "./learn.ts";
import { outline } from "./outline.ts";
import type { OutlineEntry } from "./outline-entry.ts";
import { learnPattern, type Stated } from "./pattern.ts";
import { unprotect, unquoteFrom } from "./protect.ts";
import { settle, takeLinks } from "./settle.ts";
import { isSponsorHeading } from "./sponsor-heading.ts";
import { DEFAULT_STYLE, type HouseStyle } from "./style.ts";
import { readTitleLine } from "./title-line.ts";

/** What was out of the ordinary in a file; each kind has a sentence in the interface. */
export type ProblemKind =
	| "noFrontMatter"
	| "frontMatterUnreadable"
	| "noNumber"
	| "noDate"
	| "noSections"
	| "notePartedFromLinks"
	| "itemsRunTogether"
	| "noNote"
	| "noLink";

export interface Problem {
	/** Line in the file, counted from 1. */
	line: number;
	kind: ProblemKind;
	/** The beginning of the text it is about; empty when it is about the whole file. */
	text: string;
}

export interface Reading {
	issue: Issue;
	/** How the file is written, as far as it shows; the rest as in the style it was read with. */
	style: HouseStyle;
	problems: Problem[];
	/** The text as it was. */
	source: string;
}

/** How much of a line a problem quotes. */
const QUOTED_LENGTH = 60;

/**
 * Takes an issue in markdown apart. Nothing of the file is dropped: what has no place of its own
 * is part of the note before it. Never throws; a text that is no issue gives one without
 * sections, and problems that say so.
 *
 * @param known the style it is probably written in
 * @param otherwise what is known of it from elsewhere, for what the text does not say
 */
export function read(
	text: string,
	known: HouseStyle = DEFAULT_STYLE,
	otherwise: Partial<Stated> = {},
): Reading {
	const file = text
		.replace(/^\ufeff/, "")
		.replace(/\r\n?/g, "\n")
		.split("\n");
	const front = readFrontMatter(file, known.frontMatter);
	const title = readTitleLine(file, front, known);
	const written = { ...openingLine(file, front.end), ...title.stated, ...front.stated };
	const stated: Partial<Stated> = { ...otherwise, ...written };
	const rows = file.slice(title.end);
	const body = known.mailQuoting ? rows.map(unquoteFrom) : rows;
	const outlined = outline(body, (heading) => isSponsorHeading(heading, known));
	const taken = outlined.entries.map(({ text }) => takeLinks(text));
	const issue: Issue = {
		number: stated.number ?? 0,
		issueDate: stated.issueDate ?? stated.publishedAt?.slice(0, 10) ?? "",
		publishedAt: stated.publishedAt ?? "",
		...readBody(outlined.entries, taken),
	};
	const style = learnStyle(known, { file, front, title, body, outlined, issue });
	const problems = [
		...fileProblems(stated, issue, front),
		...outlined.entries.flatMap((entry, at) => entryProblems(entry, taken[at], title.end)),
	];
	return { issue: settle(issue), style, problems, source: text };
}

/** What a first line such as "Weekly, issue 12, 3rd May 2020" says, where nothing else does. */
function openingLine(file: readonly string[], start: number): Partial<Stated> {
	const line = file.slice(start).find((each) => !isBlank(each)) ?? "";
	return /\bissue\b\D{0,4}\d/i.test(line) ? learnPattern(line, {}).stated : {};
}

function readBody(
	entries: readonly OutlineEntry[],
	taken: readonly Item[],
): Pick<Issue, "intro" | "sponsors" | "sections" | "footer"> {
	const texts = (kind: OutlineEntry["kind"]) =>
		entries.filter((entry) => entry.kind === kind).map(({ text }) => unprotect(text));
	const itemOf = (at: number): Item => {
		const { note, links, tight } = taken[at] as Item;
		return { note: unprotect(note), links, tight };
	};
	const sponsors: Sponsor[] = [];
	const sections: Section[] = [];
	for (const [at, entry] of entries.entries()) {
		if (entry.kind === "sponsor") {
			sponsors.push({ heading: entry.heading, ...itemOf(at), foot: null });
		} else if (entry.kind === "section") sections.push({ heading: entry.heading, items: [] });
		else if (entry.kind === "item") sections.at(-1)?.items.push(itemOf(at));
		else if (entry.kind === "sponsorAtFoot") {
			const sponsor = sponsors[entry.sponsor];
			if (sponsor) sponsor.foot = itemOf(at);
		}
	}
	return {
		intro: texts("intro").join("\n\n"),
		sponsors,
		sections,
		footer: texts("footer").join("\n\n"),
	};
}

function fileProblems(
	stated: Partial<Stated>,
	issue: Issue,
	front: { end: number; unreadable: boolean },
): Problem[] {
	const whole = (kind: ProblemKind, wrong: boolean): Problem[] =>
		wrong ? [{ line: 1, kind, text: "" }] : [];
	return [
		...whole("noFrontMatter", front.end === 0),
		...whole("frontMatterUnreadable", front.unreadable),
		...whole("noNumber", stated.number === undefined),
		...whole("noDate", issue.issueDate === ""),
		...whole("noSections", issue.sections.length === 0),
	];
}

function entryProblems(entry: OutlineEntry, taken: Item | undefined, offset: number): Problem[] {
	const problem = (kind: ProblemKind): Problem => ({
		line: offset + entry.line + 1,
		kind,
		text: (entry.text.split("\n")[0] ?? "").slice(0, QUOTED_LENGTH),
	});
	if (entry.kind !== "item" || !taken) return [];
	const { note, links } = taken;
	return [
		...(entry.slip === "parted" ? [problem("notePartedFromLinks")] : []),
		...(entry.slip === "runTogether" ? [problem("itemsRunTogether")] : []),
		...(note === "" ? [problem("noNote")] : []),
		...(links.length === 0 && !/https?:\/\//.test(note) ? [problem("noLink")] : []),
	];
}
