import { writeFrontMatter } from "./front-matter.ts";
import type { Issue, Item } from "./issue.ts";
import { writeLink } from "./link.ts";
import { outline } from "./outline.ts";
import { type BlockKind, markFor } from "./outline-entry.ts";
import { fillPattern } from "./pattern.ts";
import { protect, protectHashed, protectHeading, quoteFrom } from "./protect.ts";
import { settle } from "./settle.ts";
import { isSponsorHeading } from "./sponsor-heading.ts";
import type { HouseStyle } from "./style.ts";

/** A part of the body as it will be written, and what it must be read as. */
interface Piece {
	kind: BlockKind;
	/** Which sponsor stands again, counted from 0; -1 for the other kinds. */
	sponsor: number;
	lines: string[];
	marked: boolean;
}

/** Rounds of marking before every piece is marked; marks on some can change how others look. */
const MARKING_ROUNDS = 4;

/**
 * The issue as markdown in the house style: `read` of the result, given the same style, is the
 * settled issue, whatever text is in it. The writer sees to that by taking its own work apart:
 * a piece that would be taken for something else gets a mark above it (a comment); ordinary
 * issues have none.
 */
export function write(issue: Issue, style: HouseStyle): string {
	const settled = settle(issue);
	const head = writeFrontMatter(style.frontMatter, settled);
	if (head.length > 0) head.push(...emptyLines(style.spacing.afterFrontMatter));
	if (style.titleLine !== "") {
		head.push(fillPattern(style.titleLine, settled), ...emptyLines(style.spacing.afterHeading));
	}
	const pieces = piecesOf(settled, style);
	for (let round = 0; !readsAsMeant(pieces, style); round += 1) {
		if (round >= MARKING_ROUNDS) for (const piece of pieces) piece.marked = true;
		if (round > MARKING_ROUNDS) break;
	}
	const body = layOut(pieces, style).lines;
	const quoted = style.mailQuoting ? body.map(quoteFrom) : body;
	return [...head, ...quoted, ...emptyLines(style.spacing.atEnd), ""].join("\n");
}

function piecesOf(issue: Issue, style: HouseStyle): Piece[] {
	const text = (kind: BlockKind, note: string) =>
		note === "" ? [] : [piece(kind, protect(note).split("\n"))];
	return [
		...text("intro", issue.intro),
		...issue.sponsors.map((sponsor) => {
			const body = bodyLines(sponsor, style);
			const under = body.length === 0 ? [] : [...emptyLines(style.spacing.afterHeading), ...body];
			return piece("sponsor", [
				...headingLines(sponsor.heading, style.sponsor.underline, style),
				...under,
			]);
		}),
		...issue.sections.flatMap(({ heading, items }) => [
			piece("section", headingLines(heading, underlineFor(heading, style), style)),
			...items.map((item) => piece("item", bodyLines(item, style))),
		]),
		...issue.sponsors.flatMap((sponsor, at) =>
			sponsor.foot ? [piece("sponsorAtFoot", bodyLines(sponsor.foot, style), at)] : [],
		),
		...text("footer", issue.footer),
	];
}

function piece(kind: BlockKind, lines: string[], sponsor = -1): Piece {
	return { kind, sponsor, lines, marked: false };
}

function bodyLines({ note, links, tight }: Item, style: HouseStyle): string[] {
	const written = links.map(writeLink);
	if (note === "") return written;
	if (written.length === 0) return protect(note).split("\n");
	const gap = tight ? 0 : Math.max(1, style.spacing.beforeLinks);
	return [...protect(note).split("\n"), ...emptyLines(gap), ...written];
}

function headingLines(heading: string, underline: number | null, style: HouseStyle): string[] {
	if (style.heading.startsWith("#")) return [`${style.heading} ${protectHashed(heading)}`];
	const width = underline ?? [...heading].length;
	return [protectHeading(heading), style.heading.repeat(Math.max(1, width))];
}

function underlineFor(heading: string, style: HouseStyle): number | null {
	return style.sections.find((section) => section.heading === heading)?.underline ?? null;
}

/** The body's lines, and the line at which each piece begins. */
function layOut(
	pieces: readonly Piece[],
	style: HouseStyle,
): { lines: string[]; starts: number[] } {
	const { spacing } = style;
	const lines: string[] = [];
	const starts: number[] = [];
	pieces.forEach((each, at) => {
		const above = pieces[at - 1]?.kind;
		if (above === "section") lines.push(...emptyLines(spacing.afterHeading));
		else if (above === "sponsorAtFoot" || each.kind !== "sponsorAtFoot") {
			if (above) lines.push(...emptyLines(spacing.betweenBlocks));
		} else if (above) lines.push(...emptyLines(spacing.beforeSponsorAtFoot));
		if (each.marked) lines.push(markFor(each));
		starts.push(lines.length);
		// One by one: a call takes some ten thousand arguments at most.
		for (const line of each.lines) lines.push(line);
	});
	return { lines, starts };
}

/**
 * Whether the pieces, laid out, are read as what they are. Those that are not, and those within
 * which something else would be read, are marked.
 */
function readsAsMeant(pieces: readonly Piece[], style: HouseStyle): boolean {
	const { lines, starts } = layOut(pieces, style);
	const { entries } = outline(lines, (heading) => isSponsorHeading(heading, style));
	const wrong = new Set(pieces);
	let at = 0;
	for (const { line, kind, sponsor } of entries) {
		while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= line) at += 1;
		const piece = pieces[at];
		if (!piece) continue;
		const meant = starts[at] === line && piece.kind === kind && piece.sponsor === sponsor;
		if (meant) wrong.delete(piece);
		else wrong.add(piece);
	}
	for (const piece of wrong) piece.marked = true;
	return wrong.size === 0;
}

function emptyLines(count: number): string[] {
	return Array.from({ length: count }, () => "");
}
