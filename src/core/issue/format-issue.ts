import type { HouseStyle } from "../house-style/house-style.ts";
import { fillText, type Stated } from "../house-style/text-pattern.ts";
import { formatItem, patternFor } from "./format-item.ts";
import { frontMatterLines } from "./front-matter-lines.ts";
import { headingLines } from "./heading-lines.ts";
import type { Issue, ItemPart, Part } from "./issue.ts";
import { hintOf } from "./reading-hint.ts";
import { sectionFinder } from "./section-of.ts";
import { type Spaced, spaceBetween } from "./spacing.ts";
import type { Unit } from "./unit.ts";
import { MARKS, unitsOf } from "./units.ts";

/** A part as it will be written, and the place of its first line. */
interface Written {
	part: Part;
	text: string;
	marked: boolean;
	from: number;
}

/**
 * The issue as markdown in the house style. The result is taken apart again before it is given: a
 * part that would be read as something else gets a comment above it that says what it is. Ordinary
 * issues have none.
 */
export function formatIssue(issue: Issue, style: HouseStyle): string {
	return formatParts(issue, style).text;
}

/** The same, with the line that each part begins on, counted from 0. */
export function formatParts(
	issue: Issue,
	style: HouseStyle,
): { text: string; firstLines: number[] } {
	const front = frontMatterLines(issue.frontMatter, issue, style);
	const written = writeParts(issue, style);
	const body = bodyOf(written, issue, style);
	const quoted = style.mailQuoting ? body.replace(/^(?=>*From )/gm, ">") : body;
	const below = front.length > 0 ? style.spacing.afterFrontMatter : 0;
	const above = "\n".repeat(issue.layout?.afterFrontMatter ?? below);
	const head = front.length > 0 ? `${front.join("\n")}\n` : "";
	const atEnd = "\n".repeat(issue.layout?.atEnd ?? style.spacing.atEnd);
	const text = `${head}${above}${quoted}${quoted === "" ? "" : "\n"}${atEnd}`;
	return { text, firstLines: firstLinesOf(written, body, `${head}${above}`) };
}

function firstLinesOf(written: readonly Written[], body: string, top: string): number[] {
	let line = top.split("\n").length - 1;
	let at = 0;
	return written.map(({ from }) => {
		for (; at < from; at += 1) if (body[at] === "\n") line += 1;
		return line;
	});
}

function writeParts(issue: Issue, style: HouseStyle): Written[] {
	const sectionOf = sectionFinder(style);
	let own = style.item;
	let count = 0;
	return issue.parts.map((part) => {
		if (part.kind === "heading") {
			own = patternFor(style, sectionOf(part.text, part.level));
			count = 0;
		}
		if (part.kind === "item") count = part.slots.n === undefined ? count + 1 : Number(part.slots.n);
		const text =
			part.kind === "item" ? formatItem(part, own, count) : partLines(part, issue, style);
		return { part, text, marked: false, from: 0 };
	});
}

function partLines(part: Exclude<Part, ItemPart>, stated: Stated, style: HouseStyle): string {
	if (part.kind === "title") return fillText(style.titleLine, stated, style.language);
	return part.kind === "heading" ? headingLines(part, style) : part.text;
}

/** Lays the parts out, and again with marks as long as they are read otherwise. */
function bodyOf(written: Written[], issue: Issue, style: HouseStyle): string {
	const hint = hintOf(style, issue);
	let body = layOut(written, style);
	for (let round = 0; round < 3; round += 1) {
		const units = unitsOf(body, hint);
		if (!markMisread(written, units)) return body;
		body = layOut(written, style);
	}
	return body;
}

/** The text of the parts, with their places noted. */
function layOut(written: Written[], style: HouseStyle): string {
	let above: Spaced | null = null;
	let body = "";
	for (const each of written) {
		const { part, text } = each;
		const spaced: Spaced = {
			kind: part.kind,
			text,
			sponsorAtFoot: part.kind === "item" && part.sponsorAtFoot !== undefined,
		};
		const gap = above ? (part.gap ?? spaceBetween(above, spaced, style)) : 0;
		if (above) body += "\n".repeat(gap + 1);
		if (each.marked) body += `${part.kind === "item" ? MARKS.item : MARKS.text}\n`;
		each.from = body.length;
		body += text;
		above = spaced;
	}
	return body;
}

/**
 * Marks the parts that are read as something else, and those after them in their section: beside a
 * mark, marks alone part the text. False where all are read as what they are.
 */
function markMisread(written: Written[], units: readonly Unit[]): boolean {
	const kinds = new Map(units.map(({ from, kind }) => [from, kind]));
	const starts = new Set(written.map(({ from }) => from));
	const strays = units.filter(({ from }) => !starts.has(from));
	let marking = false;
	let changed = false;
	written.forEach((each, index) => {
		const { part, from } = each;
		if (part.kind === "heading" || part.kind === "title") {
			marking = false;
			return;
		}
		const next = written[index + 1]?.from ?? Number.POSITIVE_INFINITY;
		const parted = strays.some((stray) => stray.from > from && stray.from < next);
		marking ||= each.marked || parted || kinds.get(from) !== part.kind;
		if (marking && !each.marked) {
			each.marked = true;
			changed = true;
		}
	});
	return changed;
}
