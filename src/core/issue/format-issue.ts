import type { HouseStyle } from "../house-style/house-style.ts";
import { fillText, type IssueValues } from "../house-style/text-pattern.ts";
import { blocksOf } from "../markdown/blocks.ts";
import { containMarkdown, escapeMarkdown } from "../markdown/contain.ts";
import { readDestination, writeDestination } from "../markdown/destination.ts";
import { withoutBlanksAtEnd } from "../markdown/lines.ts";
import { linksOf } from "../markdown/links.ts";
import { formatItem, patternFor } from "./format-item.ts";
import { frontMatterLines } from "./front-matter-lines.ts";
import { headingLines } from "./heading-lines.ts";
import type { Issue, ItemPart, Part } from "./issue.ts";
import { itemText, readItem } from "./reading/read-item.ts";
import type { ReadingHint } from "./reading/read-section.ts";
import { hintOf } from "./reading/reading-hint.ts";
import type { Unit } from "./reading/unit.ts";
import { MARKS, unitsOf } from "./reading/units.ts";
import { sectionFinder } from "./section-of.ts";
import { type Spaced, spaceBetween } from "./spacing.ts";

/** What was done to the markdown of a part so that it is parsed correctly. */
const REPAIRS = ["none", "contained", "escaped"] as const;
type Repair = (typeof REPAIRS)[number];

/** A part with its text and the offset at which the text begins. */
interface Written {
	part: Part;
	/** The item pattern of its section, and its number in that section. */
	pattern: string;
	n: number;
	repair: Repair;
	marked: boolean;
	text: string;
	from: number;
}

/**
 * A longer part that is parsed incorrectly is escaped at once, since trying the milder repair first
 * takes too long.
 */
const MAX_CONTAINED_LENGTH = 50_000;

/** Limit of repair rounds. Each round repairs every incorrectly parsed part one step further. */
const MAX_ROUNDS = 12;

/**
 * Writes an issue as markdown in the house style. The result is parsed again to check it. If a part
 * would be parsed as something else, its lines that open a section or an unclosed block get a
 * backslash, or a comment above the part says what it is. Ordinary issues need neither.
 */
export function formatIssue(issue: Issue, style: HouseStyle): string {
	return formatParts(issue, style).text;
}

/** Like `formatIssue`, with the line on which each part begins, counted from 0. */
export function formatParts(
	issue: Issue,
	style: HouseStyle,
): { text: string; firstLines: number[] } {
	const front = frontMatterLines(issue.frontMatter, issue, style);
	const written = writtenParts(issue, style);
	const body = bodyOf(written, issue, style);
	const quoted = style.mailQuoting ? body.replace(/^(?=>*From )/gm, ">") : body;
	const below = front.length > 0 ? style.spacing.afterFrontMatter : 0;
	const above = "\n".repeat(issue.layout?.afterFrontMatter ?? below);
	const head = front.length > 0 ? `${front.join("\n")}\n` : "";
	const atEnd = "\n".repeat(issue.layout?.atEnd ?? style.spacing.atEnd);
	// CommonMark 0.31, section 2.3: a NUL is replaced by the replacement character.
	const text = `${head}${above}${quoted}${quoted === "" ? "" : "\n"}${atEnd}`.replaceAll(
		"\0",
		"\ufffd",
	);
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

function writtenParts(issue: Issue, style: HouseStyle): Written[] {
	const sectionOf = sectionFinder(style);
	let pattern = style.item;
	let count = 0;
	return issue.parts.map((part) => {
		if (part.kind === "heading") {
			pattern = patternFor(style, sectionOf(part.text, part.level));
			count = 0;
		}
		if (part.kind === "item") count = part.slots.n === undefined ? count + 1 : Number(part.slots.n);
		return { part, pattern, n: count, repair: "none", marked: false, text: "", from: 0 };
	});
}

/** Joins the parts, and repeats this with repairs while some parts are parsed incorrectly. */
function bodyOf(written: Written[], issue: Issue, style: HouseStyle): string {
	const hint = hintOf(style, issue);
	const write = (each: Written) => {
		each.text = textOf(each, issue, style);
	};
	written.forEach(write);
	let body = layOut(written, style);
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const incorrect = misread(body, written, unitsOf(body, hint));
		if (incorrect.length === 0) break;
		for (const { index, includesNext } of incorrect) repair(written, index, includesNext, write);
		const repaired = layOut(written, style);
		if (repaired !== body) body = repaired;
		else if (incorrect.some(({ index }) => escapeFurther(written[index] as Written, write)))
			body = layOut(written, style);
		else break;
	}
	return body;
}

function textOf(
	{ part, pattern, n, repair: repaired }: Written,
	stated: IssueValues,
	style: HouseStyle,
): string {
	const safe = (text: string) =>
		repaired === "none"
			? text
			: repaired === "contained"
				? containMarkdown(text)
				: escapeMarkdown(text);
	if (part.kind === "title") return fillText(style.titleLine, stated, style.language);
	if (part.kind === "heading") return headingLines(part, style);
	if (part.kind === "text") return trimmed(safe(part.text));
	if (part.asWritten !== undefined) return trimmed(safe(part.asWritten));
	const title = repaired === "escaped" ? escapeMarkdown(part.title.trim()) : safeTitle(part.title);
	const slots =
		repaired === "none"
			? part.slots
			: Object.fromEntries(
					Object.entries(part.slots).map(([name, value]) => [
						name,
						value.replace(/\s+/g, " ").trim(),
					]),
				);
	return trimmed(formatItem({ ...part, title, note: safe(part.note), slots }, pattern, n));
}

/** Removes blank lines around the text, and spaces and tabs on empty lines. */
function trimmed(text: string): string {
	return withoutBlanksAtEnd(text.replace(/^(?:[ \t]*\n)+/, "").replace(/^[ \t]+$/gm, ""));
}

/** Escapes a title if it could not be the text of one link. */
function safeTitle(title: string): string {
	if (!/[[\]`<\\\n]|^\s|\s$/.test(title)) return title;
	const links = linksOf(`[${title}](http://title.example)`);
	const [link] = links;
	if (links.length === 1 && link?.textTo === title.length + 1 && title.trim() === title)
		return title;
	return title
		.replace(/\s+/g, " ")
		.trim()
		.replace(/[[\]`<\\]/g, "\\$&");
}

/** Joins the texts of the parts and stores their offsets. */
function layOut(written: Written[], style: HouseStyle): string {
	let above: Spaced | null = null;
	let body = "";
	for (const each of written) {
		const { part, text } = each;
		const sponsorAtFoot = part.kind === "item" && part.sponsorAtFoot !== undefined;
		const spaced: Spaced = { kind: part.kind, text, sponsorAtFoot };
		const gap = above ? (part.gap ?? spaceBetween(above, spaced, style)) : 0;
		if (above) body += "\n".repeat((each.marked ? Math.max(1, gap) : gap) + 1);
		if (each.marked) body += `${part.kind === "item" ? MARKS.item : MARKS.text}\n`;
		each.from = body.length;
		body += text;
		above = spaced;
	}
	return body;
}

const ALONE: ReadingHint = { paragraphs: null, isStanding: () => false };

/** Whether a range is parsed as text only, in one text block or several. */
function isText(units: readonly Unit[], from: number, end: number): boolean {
	const own = units.filter((unit) => unit.from < end && unit.to > from);
	return (
		own.length > 0 &&
		own[0]?.from === from &&
		own.at(-1)?.to === end &&
		own.every(({ kind }) => kind === "text")
	);
}

interface Misread {
	/** Index of the part. */
	index: number;
	/** Whether the part is parsed correctly, except that it includes what follows. */
	includesNext: boolean;
}

/** The parts that are parsed as something else, or with a different extent. */
function misread(body: string, written: readonly Written[], units: readonly Unit[]): Misread[] {
	const byStart = new Map(units.map((unit) => [unit.from, unit]));
	const starts = new Set(written.map(({ from }) => from));
	const strays = units.filter(({ from }) => !starts.has(from));
	return written.flatMap((each, index): Misread[] => {
		if (each.text === "") return [];
		const { part, from } = each;
		const unit = byStart.get(from);
		const end = from + each.text.length;
		const meant = part.kind === "title" ? "heading" : part.kind;
		if (part.kind === "text")
			return isText(units, from, end) ? [] : [{ index, includesNext: false }];
		const isSameKind =
			unit?.kind === meant && !strays.some((stray) => stray.from > from && stray.from < end);
		if (!isSameKind) return [{ index, includesNext: false }];
		if (unit.to > end) return [{ index, includesNext: true }];
		const right = unit.to === end && (part.kind !== "item" || isSameItem(body, each, part, unit));
		return right ? [] : [{ index, includesNext: false }];
	});
}

/** Whether the parsed item has the same title and links. */
function isSameItem(body: string, { pattern, n }: Written, item: ItemPart, unit: Unit): boolean {
	if (item.asWritten !== undefined) return true;
	const read = readItem(
		itemText(body, unit.from, unit.to, unit.links),
		[item.pattern ?? pattern],
		n,
		unit.listed === true,
	);
	// A pattern without `{title}` does not write the title, so the parsed item has none.
	const titled = item.title !== "" && (item.pattern ?? pattern).includes("{title}");
	// A note that begins with a link may be read as title and note: the text is the same.
	if (item.links.length === 0) return titled || read.title === "" || item.note.trim() !== "";
	const urls = read.links.map(({ url }) => url);
	const meant = item.links.map(({ url }) => readDestination(writeDestination(url)));
	if ((read.title !== "") !== titled || meant.some((url, at) => urls[at] !== url)) return false;
	// If brackets in the title refer to a reference definition in the issue, they form a link, and links
	// cannot contain links: the item's own link would be lost.
	return !item.title.includes("[") || unit.links.some(({ url }) => url === meant[0]);
}

/**
 * Repairs an incorrectly parsed part one step further. It is contained or escaped if it would be parsed
 * incorrectly even on its own. Otherwise a mark separates it from the parts around it.
 */
function repair(
	written: Written[],
	index: number,
	includesNext: boolean,
	write: (each: Written) => void,
): void {
	const each = written[index] as Written;
	const next = written[index + 1];
	if (!isMarkable(each)) return;
	const levels =
		each.text.length > MAX_CONTAINED_LENGTH
			? (["escaped"] as const)
			: REPAIRS.slice(REPAIRS.indexOf(each.repair));
	for (const level of levels) {
		each.repair = level;
		write(each);
		if (isCorrectAlone(each)) break;
	}
	if (!each.marked) markFrom(written, index);
	else if (includesNext && next && isMarkable(next) && !next.marked) markFrom(written, index + 1);
}

/**
 * Escapes a part further that is parsed correctly on its own, but not within the issue, for example
 * because a label in its title is defined elsewhere. Returns whether anything was left to escape.
 */
function escapeFurther(each: Written, write: (each: Written) => void): boolean {
	const next = REPAIRS[REPAIRS.indexOf(each.repair) + 1];
	if (next === undefined || !isMarkable(each)) return false;
	each.repair = next;
	write(each);
	return true;
}

/** Whether a part is parsed correctly on its own, below a mark and above a heading. */
function isCorrectAlone(each: Written): boolean {
	const { part, text } = each;
	const mark = part.kind === "item" ? MARKS.item : MARKS.text;
	const above = `${mark}\n`;
	const body = `${above}${text}\n\n# End\n`;
	const [first, ...others] = unitsOf(body, ALONE);
	return (
		first?.kind === part.kind &&
		first.from === above.length &&
		first.to === above.length + text.length &&
		others.length === 1 &&
		others[0]?.kind === "heading" &&
		(part.kind !== "item" || (isSameItem(body, each, part, first) && !opensSection(each, part)))
	);
}

/** Whether the item contains a heading that its pattern does not write. */
function opensSection({ text, pattern }: Written, item: ItemPart): boolean {
	const headings = blocksOf(text).filter(({ kind }) => kind === "heading").length;
	const own = item.asWritten !== undefined || (item.pattern ?? pattern).startsWith("#") ? 1 : 0;
	return headings > own;
}

function isMarkable({ part }: Written): boolean {
	return part.kind !== "heading" && part.kind !== "title";
}

/** Marks all further parts of the section, since after a mark only marks separate parts. */
function markFrom(written: Written[], index: number): void {
	for (const each of written.slice(index)) {
		if (!isMarkable(each)) return;
		each.marked = true;
	}
}
