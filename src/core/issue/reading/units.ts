import { type Block, blocksOf } from "../../markdown/blocks.ts";
import { linksInBlocks, type References, referencesOf } from "../../markdown/links.ts";
import { type DescribedBlock, describeBlock } from "./described-block.ts";
import { type ReadingHint, readSection } from "./read-section.ts";
import type { Unit, UnitHeading } from "./unit.ts";

/** The comment that `formatIssue` puts above a part that would otherwise be parsed as something else. */
export const MARKS = { item: "<!-- item -->", text: "<!-- text -->" } as const;

/** The text of an issue with its blocks described, before items are identified. */
export interface DescribedBody {
	body: string;
	blocks: Block[];
	references: References;
	described: DescribedBlock[];
	/** Whether it has any headings. */
	headed: boolean;
}

export function describeBody(body: string): DescribedBody {
	const blocks = blocksOf(body);
	const references = referencesOf(body, blocks);
	const links = linksInBlocks(body, blocks, references);
	const described = blocks.map((block, index) => describeBlock(body, block, links[index] ?? []));
	const headed = blocks.some(({ kind }) => kind === "heading");
	if (!headed) for (const each of described) each.heading = boldHeading(body, each.block);
	return { body, blocks, references, described, headed };
}

/**
 * The headings, items and text blocks of an issue's text below its front matter.
 *
 * @param hint what the house style says about the text
 */
export function unitsOf(body: string, hint: ReadingHint): Unit[] {
	return unitsIn(describeBody(body), hint);
}

/** Like `unitsOf`, for a text whose blocks are described already. */
export function unitsIn({ body, described, headed }: DescribedBody, hint: ReadingHint): Unit[] {
	const units: Unit[] = [];
	let start = 0;
	let above: DescribedBlock | null = null;
	let markGap: number | null = null;
	const close = (end: number, nextLevel: number) => {
		const rows = described.slice(start, end);
		const own = hintFor(above, body, hint);
		const found = readSection(body, above, rows, nextLevel, own, headed, markGap !== null);
		// A mark directly above a heading belongs to it, with the space above the mark.
		if (markGap !== null && found[0]) found[0].gap = markGap;
		for (const unit of found) units.push(unit);
		const last = rows.at(-1);
		markGap = last?.mark === "item" ? last.block.gap : null;
	};
	described.forEach((each, index) => {
		if (!each.heading) return;
		close(index, each.heading.level);
		above = each;
		start = index + 1;
	});
	close(described.length, 0);
	return units;
}

/** The hint for the section below a heading. */
function hintFor(above: DescribedBlock | null, body: string, hint: ReadingHint): ReadingHint {
	if (!above?.heading) return hint;
	const { textFrom, textTo, level } = above.heading;
	return hint.inSection?.(body.slice(textFrom, textTo), level) ?? hint;
}

/** A line with only bold text, which is a heading in an issue that has no others. */
function boldHeading(body: string, { kind, from, to }: Block): UnitHeading | undefined {
	if (kind !== "paragraph") return undefined;
	const found = /^\*\*(?=\S)([^*_\n[\]]{1,60})\*\*$/.exec(body.slice(from, to).trimEnd());
	if (!found?.[1] || /[.!?。！？…]$/.test(found[1])) return undefined;
	return { level: 2, form: "**", textFrom: from + 2, textTo: from + 2 + found[1].length };
}
