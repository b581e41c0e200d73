import { fencedLines, isBlank } from "../core/markdown/lines.ts";
import type { Issue, Item, Link, Sponsor } from "./issue.ts";
import { readLink, settleLink } from "./link.ts";

/*
 * The one form of everything that can be written in several ways. Settling changes nothing that
 * a reader of the newsletter could see: line ends become LF, runs of empty lines become one (they
 * mean the same in markdown), links on lines of their own at the end of a note become links of
 * the item, and what has no content is left out. What `write` writes is the settled issue.
 */

/** The settled form of an issue. Settling twice changes nothing more. */
export function settle(issue: Issue): Issue {
	return {
		...issue,
		intro: settleNote(issue.intro),
		sponsors: issue.sponsors.map(settleSponsor).filter((sponsor) => sponsor !== null),
		sections: issue.sections
			.map(({ heading, items }) => ({
				heading: settleHeading(heading) || "…",
				items: items.map(settleItem).filter((item) => item !== null),
			}))
			.filter(({ items }) => items.length > 0),
		footer: settleNote(issue.footer),
	};
}

/** Text of a note, an intro or a footer, settled. */
export function settleNote(text: string): string {
	const lines = text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").toWellFormed().split("\n");
	const fenced = fencedLines(lines);
	const kept: string[] = [];
	lines.forEach((line, at) => {
		const empty = isBlank(line) && !fenced[at];
		const afterEmpty = kept.length === 0 || (kept.at(-1) === "" && !fenced[at - 1]);
		if (!empty) kept.push(line);
		else if (!afterEmpty) kept.push("");
	});
	if (kept.at(-1) === "") kept.pop();
	return kept.join("\n");
}

/** A heading is one line without space around it. */
export function settleHeading(heading: string): string {
	return heading
		.replace(/[\s\0]+/g, " ")
		.toWellFormed()
		.trim();
}

/** An item, settled; null when neither note nor link is left. */
export function settleItem(item: Item): Item | null {
	const given = item.links.map(settleLink).filter((link) => link !== null);
	const { note, links, tight } = withTakenLinks(settleNote(item.note), given, item.tight);
	if (note === "" && links.length === 0) return null;
	return { note, links, tight: tight && links.length > 0 && canStandTight(note) };
}

function withTakenLinks(note: string, given: Link[], tight: boolean): Item {
	const taken = takeLinks(note);
	// Right under its note, a link is the item's own only where no others follow at a distance.
	if (taken.tight && given.length > 0 && !tight) return { note, links: given, tight: false };
	return {
		note: taken.note,
		links: [...taken.links.flatMap((link) => settleLink(link) ?? []), ...given],
		tight: taken.tight || (tight && taken.links.length === 0),
	};
}

/** Only where there are such may a line be code. */
const FENCE = /`{3}|~{3}/;

/** Takes the lines that are links off the end of a text. */
export function takeLinks(text: string): Item {
	// Most texts end in none, and need not be looked through.
	const last = readLink(text.slice(text.lastIndexOf("\n") + 1));
	if (!last) return { note: text, links: [], tight: false };
	const lines = text.split("\n");
	const fenced = FENCE.test(text) ? fencedLines(lines) : [];
	const linkAt = (at: number) => {
		if (fenced[at]) return null;
		return at === lines.length - 1 ? last : readLink(lines[at] ?? "");
	};
	/** From the last to the first. */
	const found: Link[] = [];
	let tight = false;
	let end = lines.length;
	for (;;) {
		let start = end;
		const group: Link[] = [];
		for (let link = linkAt(start - 1); link && start > 0; link = linkAt(start - 1)) {
			group.push(link);
			start -= 1;
		}
		if (group.length === 0) break;
		const alone = start === 0 || isBlank(lines[start - 1] ?? "");
		if (!alone && found.length > 0) break;
		for (const link of group) found.push(link);
		end = start;
		tight = !alone;
		if (tight) break;
		while (end > 0 && isBlank(lines[end - 1] ?? "") && !fenced[end - 1]) end -= 1;
	}
	return { note: lines.slice(0, end).join("\n"), links: found.reverse(), tight };
}

/** Code spans: over several lines, or, where a line of the text may begin a block, on one each. */
const CODE_SPAN = /(?<!`)(`+)(?!`)[^`]*\1(?!`)/g;
const CODE_SPAN_OF_ONE_LINE = /(?<!`)(`+)(?!`)[^`\n]*\1(?!`)/g;
const BLOCK_LINE = /^ {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/m;

/**
 * Whether links right under the note would still be read as links: not where the note ends in
 * raw HTML or in a code span that never closes, which would swallow them.
 */
function canStandTight(note: string): boolean {
	const paragraph = note.slice(note.lastIndexOf("\n\n") + 1);
	if (note === "" || /^ {0,3}</m.test(paragraph)) return false;
	const span = BLOCK_LINE.test(paragraph) ? CODE_SPAN_OF_ONE_LINE : CODE_SPAN;
	const withoutCode = paragraph.replace(span, "");
	const afterLastTag = withoutCode.slice(withoutCode.lastIndexOf(">") + 1);
	return !withoutCode.includes("`") && !/<[A-Za-z/!?]/.test(afterLastTag);
}

function settleSponsor(sponsor: Sponsor): Sponsor | null {
	const heading = settleHeading(sponsor.heading);
	const body = settleItem(sponsor);
	if (heading === "" && body === null) return null;
	return {
		heading: heading || "…",
		...(body ?? { note: "", links: [], tight: false }),
		foot: sponsor.foot && settleItem(sponsor.foot),
	};
}
