import { fencedLines, isBlank } from "./lines.ts";
import { unprotectHashed, unprotectHeading } from "./protect.ts";
import { takeLinks } from "./settle.ts";

/*
 * An issue's body taken apart into headings and blocks, and each given its kind, the way a
 * person would who knows how such issues look. Where that guess would be wrong the writer puts a
 * mark above the block, a comment that no reader of the newsletter sees: `<!-- item -->`.
 */

export type BlockKind = "intro" | "sponsor" | "section" | "item" | "sponsorAtFoot" | "footer";

export interface OutlineEntry {
	kind: BlockKind;
	/** Index of its first line, a heading's own line for those that have one. */
	line: number;
	/** What a heading says; empty for blocks without. */
	heading: string;
	/** Width of the underline that was drawn; null where none was. */
	underline: number | null;
	/** The block's lines; a headed sponsor's are those under the heading. */
	text: string;
	/** Which sponsor stands again, counted from 0; -1 for the other kinds. */
	sponsor: number;
	/** What was out of the ordinary about it and was put right. */
	slip: "parted" | "runTogether" | null;
}

const MARK = /^<!-- (intro|sponsor|section|item|footer)(?: (\d+))? -->$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const HASHED = /^(#{1,3})[ \t]+(\S.*)$/;
const CLOSING_HASHES = /[ \t]+#+$/;

/** The mark for an entry, to be written on a line of its own right above it. */
export function markFor(entry: Pick<OutlineEntry, "kind" | "sponsor">): string {
	return entry.kind === "sponsorAtFoot"
		? `<!-- sponsor ${entry.sponsor + 1} -->`
		: `<!-- ${entry.kind} -->`;
}

interface Block {
	line: number;
	mark: { kind: string; sponsor: number } | null;
	heading: { text: string; underline: number | null } | null;
	text: string;
	/** Empty lines before it. */
	gap: number;
}

export interface Outline {
	entries: OutlineEntry[];
	/** Empty lines above each block and heading. */
	gaps: { line: number; gap: number; afterHeading: boolean }[];
	headingMark: string | null;
}

/**
 * @param lines the body, without front matter and title line, mail quoting taken off
 * @param isSponsor whether a heading, as it reads, is a sponsor's
 */
export function outline(
	lines: readonly string[],
	isSponsor: (heading: string) => boolean,
): Outline {
	const blocks = blocksOf(lines);
	const entries: OutlineEntry[] = [];
	const first = blocks.findIndex(({ heading }) => heading !== null);
	const preamble = first === -1 ? blocks : blocks.slice(0, first);
	const headed = first === -1 ? [] : groupByHeading(blocks.slice(first));
	entries.push(...readPreamble(preamble));
	let sectionSeen = false;
	headed.forEach((group, at) => {
		const last = at === headed.length - 1;
		const mark = group.heading.mark?.kind;
		const text = group.heading.heading?.text ?? "";
		const sponsor = mark === "sponsor" || (mark !== "section" && !sectionSeen && isSponsor(text));
		sectionSeen ||= !sponsor;
		entries.push(
			...(sponsor ? readSponsor(group, last, entries) : readSection(group, last, entries)),
		);
	});
	return {
		entries,
		gaps: blocks.map(({ line, gap }, at) => ({
			line,
			gap,
			afterHeading: Boolean(blocks[at - 1]?.heading),
		})),
		headingMark: headingMarkOf(lines),
	};
}

interface HeadedGroup {
	heading: Block;
	blocks: Block[];
}

function groupByHeading(blocks: readonly Block[]): HeadedGroup[] {
	const groups: HeadedGroup[] = [];
	for (const block of blocks) {
		if (block.heading) groups.push({ heading: block, blocks: [] });
		else groups.at(-1)?.blocks.push(block);
	}
	return groups;
}

function readPreamble(blocks: readonly Block[]): OutlineEntry[] {
	const footer = blocks.findIndex(({ mark }) => mark?.kind === "footer");
	const intro = footer === -1 ? blocks : blocks.slice(0, footer);
	return [
		...joined("intro", intro),
		...(footer === -1 ? [] : joined("footer", blocks.slice(footer))),
	];
}

function readSponsor(
	{ heading, blocks }: HeadedGroup,
	last: boolean,
	before: readonly OutlineEntry[],
): OutlineEntry[] {
	const isBody = (block: Block) => block.mark === null;
	const bodyLength = last ? (blocks[0] && isBody(blocks[0]) ? 1 : 0) : blocks.length;
	const entry: OutlineEntry = {
		...plainEntry("sponsor", heading),
		text: blocks
			.slice(0, bodyLength)
			.map(({ text }) => text)
			.join("\n\n"),
	};
	return [entry, ...readFoot(blocks.slice(bodyLength), [...before, entry])];
}

function readSection(
	{ heading, blocks }: HeadedGroup,
	last: boolean,
	before: readonly OutlineEntry[],
): OutlineEntry[] {
	const foot = last ? footStart(blocks, before) : blocks.length;
	return [
		plainEntry("section", heading),
		...readItems(blocks.slice(0, foot)),
		...readFoot(blocks.slice(foot), before),
	];
}

/** Where, among the last section's blocks, the items end. */
function footStart(blocks: readonly Block[], before: readonly OutlineEntry[]): number {
	const marked = blocks.findIndex(
		({ mark }) => mark?.kind === "sponsor" || mark?.kind === "footer",
	);
	const sponsors = new Set(before.filter(({ kind }) => kind === "sponsor").map(({ text }) => text));
	const repeats = (block: Block | undefined) =>
		block !== undefined && block.mark?.kind !== "item" && sponsors.has(block.text);
	let start = blocks.length;
	const lastRepeat = blocks.findLastIndex(repeats);
	if (lastRepeat > 0) {
		start = lastRepeat;
		while (start > 1 && repeats(blocks[start - 1])) start -= 1;
	} else {
		const final = blocks.at(-1);
		if (
			blocks.length > 1 &&
			final?.mark == null &&
			takeLinks(final?.text ?? "").links.length === 0
		) {
			start = blocks.length - 1;
		}
	}
	return marked === -1 ? start : Math.min(start, marked);
}

/** What follows the items: sponsors again, then the footer. */
function readFoot(blocks: readonly Block[], before: readonly OutlineEntry[]): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	if (blocks.length === 0) return entries;
	const sponsors = before.filter(({ kind }) => kind === "sponsor");
	let next = 0;
	for (const [at, block] of blocks.entries()) {
		const found = sponsors.findIndex(({ text }, index) => index >= next && text === block.text);
		const sponsor = block.mark?.kind === "sponsor" ? block.mark.sponsor : found;
		if (sponsor === -1 || block.mark?.kind === "footer") {
			entries.push(...joined("footer", blocks.slice(at)));
			break;
		}
		entries.push({ ...plainEntry("sponsorAtFoot", block), sponsor });
		next = sponsor + 1;
	}
	return entries;
}

function readItems(blocks: readonly Block[]): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	for (const block of blocks) {
		if (block.mark?.kind === "item") {
			entries.push(plainEntry("item", block));
			continue;
		}
		const previous = entries.at(-1);
		const { note } = takeLinks(block.text);
		// Two empty lines between a note and its links: one item, as anyone would see.
		if (note === "" && previous && takeLinks(previous.text).links.length === 0) {
			previous.text += `\n\n${block.text}`;
			previous.slip = "parted";
			continue;
		}
		entries.push(...splitItems(block));
	}
	return entries;
}

/** A block in which links are followed by another note with links of its own is two items. */
function splitItems(block: Block): OutlineEntry[] {
	const lines = block.text.split("\n");
	const entries: OutlineEntry[] = [];
	let start = 0;
	for (const end of itemEnds(block.text)) {
		entries.push({
			...plainEntry("item", block),
			line: block.line + start,
			text: lines.slice(start, end).join("\n"),
			slip: start === 0 ? null : "runTogether",
		});
		start = end + 1;
	}
	return entries;
}

/** Line numbers within the text at which an item ends, the text's own end among them. */
function itemEnds(text: string): number[] {
	const lines = text.split("\n");
	const fenced = fencedLines(lines);
	const isEnd = (at: number) => isBlank(lines[at] ?? "") && !fenced[at];
	const ends: number[] = [];
	let start = 0;
	let paragraph = 0;
	let complete = false;
	for (let at = 0; at <= lines.length; at += 1) {
		if (at < lines.length && !isEnd(at)) continue;
		const { note, links } = takeLinks(lines.slice(paragraph, at).join("\n"));
		// A paragraph with text after finished links begins the next item, if that has links too.
		if (complete && note !== "") {
			ends.push(paragraph - 1);
			start = paragraph;
			complete = false;
		}
		complete ||= links.length > 0;
		paragraph = at + 1;
	}
	// What trails without links of its own belongs to the item before it.
	if (!complete && start > 0) ends.pop();
	return [...ends, lines.length];
}

function joined(kind: BlockKind, blocks: readonly Block[]): OutlineEntry[] {
	const [first] = blocks;
	if (!first) return [];
	return [{ ...plainEntry(kind, first), text: blocks.map(({ text }) => text).join("\n\n") }];
}

function plainEntry(kind: BlockKind, block: Block): OutlineEntry {
	return {
		kind,
		line: block.line,
		heading: block.heading?.text ?? "",
		underline: block.heading?.underline ?? null,
		text: block.text,
		sponsor: -1,
		slip: null,
	};
}

/** How this text marks headings: by underlines if it draws any, else by `#`. */
function headingMarkOf(lines: readonly string[]): string | null {
	const fenced = fencedLines(lines);
	const underline = lines.findIndex((_, at) => isUnderlined(lines, fenced, at));
	if (underline !== -1) return UNDERLINE.exec(lines[underline + 1] ?? "")?.[1]?.[0] ?? null;
	return lines.flatMap((line, at) => (fenced[at] ? [] : (HASHED.exec(line)?.[1] ?? [])))[0] ?? null;
}

function isUnderlined(lines: readonly string[], fenced: readonly boolean[], at: number): boolean {
	const line = lines[at] ?? "";
	if (fenced[at] || isBlank(line) || UNDERLINE.test(line) || MARK.test(line)) return false;
	const drawn = UNDERLINE.exec(lines[at + 1] ?? "")?.[1];
	if (drawn === undefined) return false;
	// A line of dashes also rules off text, so it underlines only what stands alone above it.
	return drawn.startsWith("=") || at === 0 || isBlank(lines[at - 1] ?? "");
}

function blocksOf(lines: readonly string[]): Block[] {
	const fenced = fencedLines(lines);
	const marks = lines.map((line, at) => (fenced[at] ? null : MARK.exec(line)));
	const unmarked = lines.map((line, at) => (marks[at] ? "" : line));
	const hashed = headingMarkOf(unmarked)?.startsWith("#") ?? false;
	const blocks: Block[] = [];
	let open: { block: Block; lines: string[] } | null = null;
	let gap = 0;
	let mark: Block["mark"] = null;
	const close = () => {
		if (open) open.block.text = open.lines.join("\n");
		open = null;
	};
	for (let at = 0; at < unmarked.length; at += 1) {
		const line = unmarked[at] ?? "";
		const found = marks[at];
		if (found) {
			close();
			mark = { kind: found[1] ?? "", sponsor: Number(found[2] ?? 0) - 1 };
			continue;
		}
		if (isBlank(line) && !fenced[at]) {
			gap += 1;
			continue;
		}
		const underlined = isUnderlined(unmarked, fenced, at);
		const hash = hashed && !fenced[at] ? HASHED.exec(line) : null;
		if (underlined || hash) {
			close();
			const text = underlined
				? unprotectHeading(line.trim())
				: unprotectHashed((hash?.[2] ?? "").trim().replace(CLOSING_HASHES, ""));
			const underline = underlined ? (lines[at + 1] ?? "").trim().length : null;
			blocks.push({ line: at, mark, heading: { text, underline }, text: "", gap });
			if (underlined) at += 1;
		} else {
			if (gap > 1 || mark || blocks.at(-1)?.heading) close();
			if (open) {
				(open as { lines: string[] }).lines.push(...(gap > 0 ? [""] : []), line);
			} else {
				const block: Block = { line: at, mark, heading: null, text: "", gap };
				open = { block, lines: [line] };
				blocks.push(block);
			}
		}
		gap = 0;
		mark = null;
	}
	close();
	return blocks;
}
