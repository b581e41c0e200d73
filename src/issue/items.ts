import type { Block } from "./blocks.ts";
import { fencedLines, isBlank } from "./lines.ts";
import { type OutlineEntry, plainEntry } from "./outline-entry.ts";
import { takeLinks } from "./settle.ts";

/** The items that a section's blocks are, with the slips of a hand put right. */
export function readItems(blocks: readonly Block[]): OutlineEntry[] {
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
