import { type Block, blocksOf, headingMarkOf } from "./blocks.ts";
import { isFooter, readItems, separate } from "./items.ts";
import { type BlockKind, type OutlineEntry, plainEntry } from "./outline-entry.ts";
import { takeLinks } from "./settle.ts";

/*
 * An issue's body taken apart into headings and blocks, and each given its kind, the way a
 * person would who knows how such issues look. Where that guess would be wrong the writer puts a
 * mark above the block, a comment that no reader of the newsletter sees: `<!-- item -->`.
 */

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
	const sponsors: SponsorTraits[] = [];
	let sectionSeen = false;
	headed.forEach((group, at) => {
		const last = at === headed.length - 1;
		const mark = group.heading.mark?.kind;
		const text = group.heading.heading?.text ?? "";
		const sponsor = mark === "sponsor" || (mark !== "section" && !sectionSeen && isSponsor(text));
		sectionSeen ||= !sponsor;
		const read = sponsor ? readSponsor(group, last, sponsors) : readSection(group, last, sponsors);
		for (const entry of read) entries.push(entry);
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

/** Reads a sponsor and adds it to those that may stand again. */
function readSponsor(
	{ heading, blocks }: HeadedGroup,
	last: boolean,
	sponsors: SponsorTraits[],
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
	sponsors.push(traitsOf(entry.text));
	return [entry, ...readFoot(blocks.slice(bodyLength), sponsors)];
}

function readSection(
	{ heading, blocks }: HeadedGroup,
	last: boolean,
	sponsors: readonly SponsorTraits[],
): OutlineEntry[] {
	const parts = blocks.flatMap(separate);
	const foot = last ? footStart(parts, sponsors) : parts.length;
	return [
		plainEntry("section", heading),
		...readItems(parts.slice(0, foot)),
		...readFoot(parts.slice(foot), sponsors),
	];
}

/** Where, among the last section's blocks, the items end. */
function footStart(blocks: readonly Block[], sponsors: readonly SponsorTraits[]): number {
	const marked = blocks.findIndex(
		({ mark }) => mark?.kind === "sponsor" || mark?.kind === "footer",
	);
	const texts = new Set(sponsors.map(({ text }) => text));
	const links = new Set(sponsors.map((sponsor) => sponsor.links).filter(Boolean));
	const repeats = (block: Block | undefined) =>
		block !== undefined &&
		block.mark?.kind !== "item" &&
		(texts.has(block.text) || (links.size > 0 && links.has(ownLinks(block.text))));
	let start = blocks.length;
	const lastRepeat = blocks.findLastIndex(repeats);
	if (lastRepeat > 0) {
		start = lastRepeat;
		while (start > 1 && repeats(blocks[start - 1])) start -= 1;
	} else {
		const final = blocks.at(-1);
		if (final && blocks.length > 1 && final.mark === null && isFooter(final.text)) {
			start = blocks.length - 1;
		}
	}
	return marked === -1 ? start : Math.min(start, marked);
}

/** What a sponsor's block is known again by: its text, or the links on lines of their own. */
interface SponsorTraits {
	text: string;
	links: string;
}

function traitsOf(text: string): SponsorTraits {
	return { text, links: ownLinks(text) };
}

function standsAgain(sponsor: SponsorTraits, block: SponsorTraits): boolean {
	return sponsor.text === block.text || (sponsor.links !== "" && sponsor.links === block.links);
}

function ownLinks(text: string): string {
	return takeLinks(text)
		.links.map(({ url }) => url)
		.join("\n");
}

/** What follows the items: sponsors again, in their order, then the footer. */
function readFoot(blocks: readonly Block[], sponsors: readonly SponsorTraits[]): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	let next = 0;
	for (const [at, block] of blocks.entries()) {
		const found = block.mark?.kind === "sponsor" ? block.mark.sponsor : againFrom(next, block);
		// A mark that a hand has changed may name a sponsor that is not there, or one twice.
		const stands = found >= next && found < sponsors.length;
		if (!stands || block.mark?.kind === "footer") {
			entries.push(...joined("footer", blocks.slice(at)));
			break;
		}
		entries.push({ ...plainEntry("sponsorAtFoot", block), sponsor: found });
		next = found + 1;
	}
	return entries;

	function againFrom(first: number, block: Block): number {
		const traits = traitsOf(block.text);
		for (let index = first; index < sponsors.length; index += 1) {
			if (standsAgain(sponsors[index] as SponsorTraits, traits)) return index;
		}
		return -1;
	}
}

function joined(kind: BlockKind, blocks: readonly Block[]): OutlineEntry[] {
	const [first] = blocks;
	if (!first) return [];
	return [{ ...plainEntry(kind, first), text: blocks.map(({ text }) => text).join("\n\n") }];
}
