import { type Block, blocksOf } from "../markdown/blocks.ts";
import { linksInBlocks, type References, referencesOf } from "../markdown/links.ts";
import { type Described, describeBlock } from "./described-block.ts";
import { type ReadingHint, readSection } from "./read-section.ts";
import type { Unit, UnitHeading } from "./unit.ts";

export interface Units {
	units: Unit[];
	references: References;
}

/** The comment that `formatIssue` puts above what would otherwise be read as something else. */
export const MARKS = { item: "<!-- item -->", text: "<!-- text -->" } as const;

/**
 * The headings, items and text blocks of an issue's text below its front matter.
 *
 * @param hint what the house style knows about the text
 */
export function unitsOf(body: string, hint: ReadingHint): Units {
	const blocks = blocksOf(body);
	const references = referencesOf(body, blocks);
	const links = linksInBlocks(body, blocks, references);
	const described = blocks.map((block, index) => describeBlock(body, block, links[index] ?? []));
	const headed = blocks.some(({ kind }) => kind === "heading");
	if (!headed) for (const each of described) each.heading = boldHeading(body, each.block);
	const units: Unit[] = [];
	let start = 0;
	/** Text of the heading above; null before the first. */
	let above: Described | null = null;
	const close = (end: number, next: Described | undefined) => {
		const rows = described.slice(start, end);
		units.push(...readSection(body, above, rows, next?.heading?.level ?? 0, hint, headed));
	};
	described.forEach((each, index) => {
		if (!each.heading) return;
		close(index, each);
		above = each;
		start = index + 1;
	});
	close(described.length, undefined);
	return { units, references };
}

/** A line of bold text alone, which is a heading where an issue has no others. */
function boldHeading(body: string, { kind, from, to }: Block): UnitHeading | undefined {
	if (kind !== "paragraph") return undefined;
	const found = /^\*\*(?=\S)([^*_\n[\]]{1,60})\*\*$/.exec(body.slice(from, to).trimEnd());
	if (!found?.[1] || /[.!?。！？…]$/.test(found[1])) return undefined;
	return { level: 2, form: "**", textFrom: from + 2, textTo: from + 2 + found[1].length };
}
