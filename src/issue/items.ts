import { fencedLines, isBlank } from "../core/markdown/lines.ts";
import type { Block } from "./blocks.ts";
import { type OutlineEntry, plainEntry } from "./outline-entry.ts";
import { takeLinks } from "./settle.ts";

/** What a footer says and an item's note hardly ever does. */
const FOOTER_WORDS =
	/\b(?:un)?subscri|forwarded (?:this|to)|received this (?:e-?)?mail|thanks for reading/i;

const EMPTY_LINE = /\n[ \t]*\n/;

/** The items that a section's separated blocks are; a note parted from its links is joined. */
export function readItems(blocks: readonly Block[]): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	let previousHasLinks = false;
	for (const block of blocks) {
		const previous = entries.at(-1);
		const { note, links } = takeLinks(block.text);
		// Two empty lines between a note and its links: one item, as anyone would see.
		const parted =
			previous !== undefined && block.mark?.kind !== "item" && note === "" && !previousHasLinks;
		previousHasLinks = links.length > 0;
		if (parted) {
			previous.text += `\n\n${block.text}`;
			previous.slip = "parted";
		} else {
			const entry = plainEntry("item", block);
			if (block.runTogether) entry.slip = "runTogether";
			entries.push(entry);
		}
	}
	return entries;
}

/** Whether a text ends in links on lines of their own. */
export function hasOwnLinks(text: string): boolean {
	return takeLinks(text).links.length > 0;
}

/** Whether a text without links of its own is more likely a footer than an item. */
export function isFooter(text: string): boolean {
	return !hasOwnLinks(text) && (FOOTER_WORDS.test(text) || !/https?:\/\//i.test(text));
}

/**
 * Takes apart what a hand let run together: a block in which finished links are followed by
 * another note with links of its own, or by a footer, is two.
 */
export function separate(block: Block): Block[] {
	if (block.mark || !EMPTY_LINE.test(block.text)) return [block];
	const lines = block.text.split("\n");
	const parts: Block[] = [];
	let start = 0;
	for (const end of partEnds(block.text)) {
		const text = lines.slice(start, end).join("\n");
		const first = start === 0;
		const gap = first ? block.gap : 1;
		parts.push({ ...block, line: block.line + start, text, gap, runTogether: !first });
		start = end + 1;
	}
	return parts;
}

/** Line numbers within the text at which a part ends, the text's own end among them. */
function partEnds(text: string): number[] {
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
		if (complete && note !== "") {
			ends.push(paragraph - 1);
			start = paragraph;
			complete = false;
		}
		complete ||= links.length > 0;
		paragraph = at + 1;
	}
	// What trails without links of its own belongs to the item before it, unless it is a footer.
	if (!complete && start > 0 && !FOOTER_WORDS.test(lines.slice(start).join("\n"))) ends.pop();
	return [...ends, lines.length];
}
