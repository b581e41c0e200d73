import { fencedLines, isBlank } from "../core/markdown/lines.ts";
import { unprotectHashed, unprotectHeading } from "./protect.ts";

const MARK = /^<!-- (intro|sponsor|section|item|footer)(?: (\d+))? -->$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const HASHED = /^(#{1,3})[ \t]+(\S.*)$/;
const CLOSING_HASHES = /(?<![ \t])[ \t]+#+$/;

/** A heading, or lines that one empty line at most keeps apart. */
export interface Block {
	/** Index of its first line. */
	line: number;
	/** The comment above it that says what it is, where the writer saw need for one. */
	mark: { kind: string; sponsor: number } | null;
	heading: { text: string; underline: number | null } | null;
	/** Its lines, an empty one between paragraphs; empty for a heading. */
	text: string;
	/** Empty lines before it. */
	gap: number;
	/** Whether a hand let it run together with the block before it. */
	runTogether: boolean;
}

/** How this text marks headings: by underlines if it draws any, else by `#`. */
export function headingMarkOf(lines: readonly string[]): string | null {
	const fenced = fencedLines(lines);
	const underline = lines.findIndex((_, at) => isUnderlined(lines, fenced, at));
	if (underline !== -1) return UNDERLINE.exec(lines[underline + 1] ?? "")?.[1]?.[0] ?? null;
	const hashed = lines.find((line, at) => !fenced[at] && HASHED.test(line));
	return HASHED.exec(hashed ?? "")?.[1] ?? null;
}

function isUnderlined(lines: readonly string[], fenced: readonly boolean[], at: number): boolean {
	const drawn = UNDERLINE.exec(lines[at + 1] ?? "")?.[1];
	if (drawn === undefined || fenced[at]) return false;
	const line = lines[at] ?? "";
	if (isBlank(line) || UNDERLINE.test(line) || MARK.test(line)) return false;
	// A line of dashes also rules off text, so it underlines only what stands alone above it.
	return drawn.startsWith("=") || at === 0 || isBlank(lines[at - 1] ?? "");
}

/** The blocks of a body, in order. */
export function blocksOf(lines: readonly string[]): Block[] {
	const fenced = fencedLines(lines);
	const marks = lines.map((line, at) =>
		fenced[at] || !line.startsWith("<!-- ") ? null : MARK.exec(line),
	);
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
			blocks.push({
				line: at,
				mark,
				heading: { text, underline },
				text: "",
				gap,
				runTogether: false,
			});
			if (underlined) at += 1;
		} else {
			if (gap > 1 || mark || blocks.at(-1)?.heading) close();
			if (open) {
				const { lines: rows } = open as { lines: string[] };
				if (gap > 0) rows.push("");
				rows.push(line);
			} else {
				const block: Block = { line: at, mark, heading: null, text: "", gap, runTogether: false };
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
