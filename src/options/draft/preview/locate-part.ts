import type { Spacing } from "../../../core/house-style/house-style.ts";
import { fillText } from "../../../core/house-style/text-pattern.ts";
import { writeEntry } from "../../../core/issue/front-matter-lines.ts";
import { fillValue } from "../../../core/issue/front-matter-values.ts";
import type { Part } from "../../../core/issue/issue.ts";
import { headingKey } from "../../../core/issue/section-of.ts";
import { type LineRange, type Span, spanOfLines } from "./locate.ts";
import type { Previewed } from "./preview-state.ts";

type Locate = (previewed: Previewed, ...captured: string[]) => LineRange | null;

/** Pairs of field ids of the house style and functions that find what the field changes in an issue. */
const PARTS: readonly { field: RegExp; locate: Locate }[] = [
	{ field: /^style-line-(\d+)-/, locate: ofFrontMatter },
	{
		field: /^style-title-line$/,
		locate: (now) =>
			partAt(
				now,
				indexOf(now, ({ kind }) => kind === "title"),
			),
	},
	{
		field: /^style-section-(.+)-(?:heading|underline|level|up|down|hide|remove)$/,
		locate: (now, id) => partAt(now, ofSection(now, id)),
	},
	{
		field: /^style-section-(.+)-item$/,
		locate: (now, id) => partAt(now, nextItem(now, ofSection(now, id))),
	},
	{
		field: /^style-heading(?:-\d)?$/,
		locate: (now) => partAt(now, indexOf(now, isSectionHeading)),
	},
	{ field: /^style-item$/, locate: (now) => partAt(now, firstItem(now)) },
	{
		field: /^style-sponsor-(?:heading|underline)$/,
		locate: (now) =>
			partAt(
				now,
				indexOf(now, (part) => part.kind === "heading" && part.sponsor === true),
			),
	},
	{ field: /^style-sponsor-at-foot$/, locate: (now) => partAt(now, indexOf(now, isRepetition)) },
	{ field: /^style-mail-quoting$/, locate: ofQuoting },
	{ field: /^style-spacing-(\w+)$/, locate: ofSpacing },
];

/** Whether a field changes the text of the issue, and not only its file name. */
export function isPart(field: string): boolean {
	return PARTS.some((part) => part.field.test(field));
}

/**
 * Finds what a field of the house style changes in an issue. The lines are the same in the markdown and
 * in what a reader gets. Empty lines are returned with the lines around them. Null if the issue does not
 * have this part.
 */
export function locatePart(
	previewed: Previewed,
	field: string,
): Record<"markdown" | "reading", Span> | null {
	const part = PARTS.find((known) => known.field.test(field));
	const captured = part?.field.exec(field)?.slice(1) ?? [];
	const lines = part?.locate(previewed, ...captured);
	if (!lines) return null;
	return {
		markdown: spanOfLines(previewed.markdown, lines),
		reading: spanOfLines(previewed.reading, lines),
	};
}

function isSectionHeading(part: Part): boolean {
	return part.kind === "heading" && !part.sponsor;
}

function isRepetition(part: Part): boolean {
	return part.kind === "item" && part.sponsorAtFoot !== undefined;
}

function indexOf({ issue }: Previewed, isIt: (part: Part) => boolean): number {
	return issue.parts.findIndex(isIt);
}

function partAt({ partLines }: Previewed, index: number): LineRange | null {
	return partLines[index] ?? null;
}

function ofSection(now: Previewed, id: string | undefined): number {
	const section = now.style.sections.find((one) => one.id === id);
	if (!section) return -1;
	const { issue, style } = now;
	const key = headingKey(fillText(section.heading, issue, style.language));
	return indexOf(
		now,
		(part) => isSectionHeading(part) && part.kind === "heading" && headingKey(part.text) === key,
	);
}

function firstItem(now: Previewed): number {
	return nextItem(now, indexOf(now, isSectionHeading));
}

/** The first item below a heading. */
function nextItem({ issue }: Previewed, heading: number): number {
	if (heading === -1) return -1;
	return issue.parts.findIndex(({ kind }, at) => at > heading && kind === "item");
}

function ofFrontMatter({ issue, style, partLines }: Previewed, at: string): LineRange | null {
	const { kind, lines } = style.frontMatter;
	let first = kind === "lines" ? 0 : 1;
	for (const [nth, { key, pattern }] of lines.entries()) {
		const text = writeEntry(key, fillValue(pattern, kind, issue, style.language), kind);
		const height = text.split("\n").length;
		if (nth === Number(at)) {
			const isThere = kind !== "none" && first < (partLines[0]?.first ?? Number.POSITIVE_INFINITY);
			return isThere ? { first, last: first + height - 1 } : null;
		}
		first += height;
	}
	return null;
}

function ofQuoting({ reading }: Previewed): LineRange | null {
	const at = reading.split("\n").findIndex((line) => /^>*From /.test(line));
	return at === -1 ? null : { first: at, last: at };
}

/** The empty lines above a part, with the lines before and after them. */
function gapAbove(now: Previewed, index: number): LineRange | null {
	const part = now.partLines[index];
	const above = now.partLines[index - 1];
	return part && above ? { first: above.last, last: part.first } : null;
}

/** The first part for which the predicate holds, given the part above it. */
function below(now: Previewed, isIt: (above: Part, part: Part) => boolean): LineRange | null {
	const { parts } = now.issue;
	const index = parts.findIndex((part, at) => {
		const above = parts[at - 1];
		return above !== undefined && isIt(above, part);
	});
	return gapAbove(now, index);
}

const isListed = (now: Previewed, part: Part) => {
	const { first } = now.partLines[now.issue.parts.indexOf(part)] ?? { first: -1 };
	return /^ {0,3}(?:[-+*]|\d{1,9}[.)]) /.test(now.reading.split("\n")[first] ?? "");
};
const isPlainItem = (part: Part) => part.kind === "item" && part.sponsorAtFoot === undefined;

const SPACES: Record<keyof Spacing, (now: Previewed) => LineRange | null> = {
	afterFrontMatter({ style, partLines }) {
		const [first] = partLines;
		if (!first || style.frontMatter.kind === "none" || style.frontMatter.lines.length === 0)
			return null;
		return { first: first.first - style.spacing.afterFrontMatter - 1, last: first.first };
	},
	beforeHeading: (now) => below(now, (_, part) => isSectionHeading(part)),
	afterHeading: (now) =>
		below(now, (above, part) => isSectionHeading(above) && part.kind === "item"),
	betweenItems: (now) =>
		below(now, (above, part) => isPlainItem(above) && isPlainItem(part) && !isListed(now, part)),
	betweenListItems: (now) =>
		below(now, (above, part) => isPlainItem(above) && isPlainItem(part) && isListed(now, part)),
	aroundText: (now) =>
		below(now, (above, part) => above.kind !== "heading" && part.kind === "text"),
	beforeSponsorAtFoot: (now) => below(now, (_, part) => isRepetition(part)),
	atEnd({ reading, partLines }) {
		const last = reading.split("\n").length - 1;
		const end = partLines.at(-1);
		return end ? { first: end.last, last } : null;
	},
};

function ofSpacing(now: Previewed, place: string | undefined): LineRange | null {
	return place !== undefined && place in SPACES ? SPACES[place as keyof Spacing](now) : null;
}
