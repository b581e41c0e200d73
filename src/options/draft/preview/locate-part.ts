import { writeFrontMatter } from "../../../issue/front-matter.ts";
import { outline } from "../../../issue/outline.ts";
import type { BlockKind, OutlineEntry } from "../../../issue/outline-entry.ts";
import { isSponsorHeading } from "../../../issue/sponsor-heading.ts";
import type { HouseStyle, Spacing } from "../../../issue/style.ts";
import type { Span } from "./locate.ts";
import type { Previewed } from "./preview-state.ts";

/** Lines of the written file, from the first to the last of them, counted from 0. */
interface Lines {
	first: number;
	last: number;
}

/** A written issue with its lines told apart. */
interface Written {
	previewed: Previewed;
	style: HouseStyle;
	/** Without mail quoting. */
	lines: readonly string[];
	/** The lines of the front matter with its fences, key by key; empty when there is none. */
	front: readonly Lines[];
	frontEnd: number;
	entries: readonly OutlineEntry[];
}

type Locate = (written: Written, ...captured: string[]) => Lines | null;

/** The fields of the house style by their ids, and where what each is about stands. */
const PARTS: readonly { field: RegExp; locate: Locate }[] = [
	{
		field: /^style-line-(\d+)-/,
		locate: ({ front }, at) => front[Number(at)] ?? null,
	},
	{
		field: /^style-title-line$/,
		locate: ({ style, frontEnd }) => {
			const at = frontEnd + (frontEnd > 0 ? style.spacing.afterFrontMatter : 0);
			return style.titleLine === "" ? null : { first: at, last: at };
		},
	},
	{ field: /^style-section-(.+)-(?:heading|underline|up|down|hide|remove)$/, locate: ofSection },
	{ field: /^style-heading$/, locate: (written) => headingOf(written, first(written, "section")) },
	{
		field: /^style-sponsor-(?:heading|underline)$/,
		locate: (written) => headingOf(written, first(written, "sponsor")),
	},
	{
		field: /^style-sponsor-at-foot$/,
		locate: (written) => blockOf(written, first(written, "sponsorAtFoot")),
	},
	{ field: /^style-link-(?:form|lead)$/, locate: ofLinks },
	{ field: /^style-mail-quoting$/, locate: ofQuoting },
	{ field: /^style-spacing-(\w+)$/, locate: ofSpacing },
];

/** Whether a field is about something that stands in the issue, and not only in its name. */
export function isPart(field: string): boolean {
	return PARTS.some((part) => part.field.test(field));
}

/**
 * Where that which a field of the house style is about stands in an issue: in its markdown and in
 * what a reader gets, which have the same lines. Empty lines are located with the lines around
 * them. Null where the issue has none of it.
 */
export function locatePart(
	previewed: Previewed,
	field: string,
): Record<"markdown" | "reading", Span> | null {
	const part = PARTS.find((known) => known.field.test(field));
	const captured = part?.field.exec(field)?.slice(1) ?? [];
	const lines = part?.locate(written(previewed), ...captured);
	if (!lines) return null;
	return {
		markdown: spanOfLines(previewed.markdown, lines),
		reading: spanOfLines(previewed.reading, lines),
	};
}

function written(previewed: Previewed): Written {
	const { style } = previewed;
	const lines = previewed.reading.split("\n");
	const front: Lines[] = [];
	let frontEnd = 0;
	for (const [at, text] of writeFrontMatter(style.frontMatter, previewed.issue).entries()) {
		const height = text.split("\n").length;
		// The fence that opens it is no key.
		if (at > 0) front.push({ first: frontEnd, last: frontEnd + height - 1 });
		frontEnd += height;
	}
	const { spacing, titleLine } = style;
	const title = titleLine === "" ? 0 : 1 + spacing.afterHeading;
	const body = frontEnd + (frontEnd > 0 ? spacing.afterFrontMatter : 0) + title;
	const isSponsor = (heading: string) => isSponsorHeading(heading, style);
	const entries = outline(lines.slice(body), isSponsor).entries.map((entry) => ({
		...entry,
		line: entry.line + body,
	}));
	return { previewed, style, lines, front: front.slice(0, -1), frontEnd, entries };
}

function first({ entries }: Written, kind: BlockKind): OutlineEntry | undefined {
	return entries.find((entry) => entry.kind === kind);
}

function headingOf({ lines, style }: Written, entry: OutlineEntry | undefined): Lines | null {
	if (!entry) return null;
	const height = style.heading.startsWith("#") ? 1 : 2;
	return { first: entry.line, last: Math.min(entry.line + height, lines.length) - 1 };
}

/** The lines of a block up to the next, without the empty ones between. */
function blockOf(now: Written, entry: OutlineEntry | undefined): Lines | null {
	if (!entry) return null;
	const next = now.entries[now.entries.indexOf(entry) + 1]?.line ?? now.lines.length;
	return { first: entry.line, last: lastWritten(now, next) };
}

/** The last line above `line` that is not empty. */
function lastWritten({ lines }: Written, line: number): number {
	return lines.findLastIndex((text, at) => at < line && text.trim() !== "");
}

function ofSection(now: Written, id: string | undefined): Lines | null {
	const heading = now.style.sections.find((section) => section.id === id)?.heading;
	const nth = now.previewed.issue.sections.findIndex((section) => section.heading === heading);
	return headingOf(now, now.entries.filter(({ kind }) => kind === "section")[nth]);
}

/** The links of the first item that has some. */
function ofLinks(now: Written): Lines | null {
	const link = now.previewed.issue.sections
		.flatMap(({ items }) => items)
		.find(({ links }) => links.length > 0)?.links[0];
	const from = first(now, "item")?.line ?? 0;
	const at = now.lines.findIndex((line, index) => index >= from && line.includes(link?.url ?? ""));
	return link && at !== -1 ? { first: at, last: at } : null;
}

function ofQuoting({ lines }: Written): Lines | null {
	const at = lines.findIndex((line) => /^>*From /.test(line));
	return at === -1 ? null : { first: at, last: at };
}

/** The gap above a line, with the lines around it. */
function gapAbove(now: Written, line: number | undefined): Lines | null {
	return line === undefined ? null : { first: lastWritten(now, line), last: line };
}

const SPACES: Record<keyof Spacing, (now: Written) => Lines | null> = {
	afterFrontMatter({ frontEnd, style }) {
		return frontEnd === 0
			? null
			: { first: frontEnd - 1, last: frontEnd + style.spacing.afterFrontMatter };
	},
	betweenBlocks(now) {
		const second = now.entries.find(
			({ kind }, at) => kind === "item" && now.entries[at - 1]?.kind === "item",
		);
		return gapAbove(now, second?.line);
	},
	afterHeading(now) {
		const below = now.entries.find((_, at) => now.entries[at - 1]?.kind === "section");
		return below?.kind === "item" ? gapAbove(now, below.line) : null;
	},
	beforeLinks(now) {
		const item = now.previewed.issue.sections
			.flatMap(({ items }) => items)
			.find(({ note, links }) => note !== "" && links.length > 0);
		const url = item?.links[0]?.url;
		const from = first(now, "item")?.line ?? 0;
		const at = now.lines.findIndex((line, index) => index >= from && line.includes(url ?? ""));
		return url === undefined || at <= from ? null : gapAbove(now, at);
	},
	beforeSponsorAtFoot: (now) => gapAbove(now, first(now, "sponsorAtFoot")?.line),
	atEnd(now) {
		return { first: lastWritten(now, now.lines.length), last: now.lines.length - 1 };
	},
};

function ofSpacing(now: Written, place: string | undefined): Lines | null {
	return place !== undefined && place in SPACES ? SPACES[place as keyof Spacing](now) : null;
}

/** From the beginning of the first line to the end of the last. */
function spanOfLines(text: string, { first, last }: Lines): Span {
	const lines = text.split("\n");
	const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
	const marked = lines.slice(first, last + 1).join("\n");
	return { start, end: start + marked.length };
}
