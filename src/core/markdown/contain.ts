import { blocksOf } from "./blocks.ts";

/*
 * A note must not affect the text after it: a heading in it would open a section, and an unclosed code
 * block would include the rest of the issue. Such lines get a backslash (CommonMark 0.31, section 2.4)
 * or the missing closing fence. Text without such lines is not changed.
 */

const OPEN_HTML =
	/(?<!\\)<(?=!--(?![\s\S]*-->)|[?!](?![\s\S]*>)|(?:script|pre|style|textarea)(?:[\s>]|$)(?![\s\S]*<\/(?:script|pre|style|textarea)>))/gi;
const MARK_COMMENT = /(?<!\\)<(?=!-- (?:item|text) -->)/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Changes markdown so that it opens no section, closes all its code blocks and defines no references. */
export function containMarkdown(text: string): string {
	let contained = text.replace(MARK_COMMENT, "\\<").replace(OPEN_HTML, "\\<");
	for (let round = 0; round < 3; round += 1) {
		const next = containBlocks(contained);
		if (next === contained) break;
		contained = next;
	}
	return contained;
}

function containBlocks(text: string): string {
	let contained = "";
	let end = 0;
	for (const block of blocksOf(text)) {
		const raw = text.slice(block.from, block.to);
		contained += text.slice(end, block.from);
		end = block.to;
		if (block.heading?.underlined) contained += raw.replace(/([=-]+)[ \t]*$/, "\\$1");
		else if (block.heading) contained += raw.replace(/^( {0,3})#/, "$1\\#");
		else if (block.kind === "definition") contained += raw.replace(/^( {0,3})\[/gm, "$1\\[");
		else if (block.kind === "code") contained += closed(raw);
		else contained += raw;
	}
	return contained + text.slice(end);
}

/** Adds the closing fence to a fenced code block that lacks it. */
function closed(raw: string): string {
	const fence = FENCE.exec(raw)?.[1];
	if (fence === undefined) return raw;
	const rows = raw.split("\n");
	const last = rows.length > 1 ? (rows.at(-1) ?? "").trim() : "";
	const closes = last.length >= fence.length && [...last].every((letter) => letter === fence[0]);
	return closes ? raw : `${raw}\n${fence}`;
}

/** Escapes a text so that it contains no markdown. */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/[\\`*_{}[\]<>#+\-=~|!&:]/g, "\\$&")
		.replace(/^( {0,3}\d{1,9})([.)])/gm, "$1\\$2")
		.replace(/^[ \t]+/gm, "");
}
