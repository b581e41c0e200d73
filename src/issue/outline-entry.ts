import type { Block } from "./blocks.ts";

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

/** The mark for an entry, to be written on a line of its own right above it. */
export function markFor(entry: Pick<OutlineEntry, "kind" | "sponsor">): string {
	return entry.kind === "sponsorAtFoot"
		? `<!-- sponsor ${entry.sponsor + 1} -->`
		: `<!-- ${entry.kind} -->`;
}

/** A block as an entry of its own. */
export function plainEntry(kind: BlockKind, block: Block): OutlineEntry {
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
