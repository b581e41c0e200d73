import type { Block } from "../../markdown/blocks.ts";
import type { LinkAt } from "../../markdown/links.ts";
import type { UnitHeading } from "./unit.ts";

/** A block with the properties that are used to find items. */
export interface DescribedBlock {
	block: Block;
	links: LinkAt[];
	heading?: UnitHeading | undefined;
	/** The link that the block begins with, after marks, a counter, a tag or an emoji. */
	lead: LinkAt | null;
	/**
	 * Whether the leading link looks like a title: it is alone on its line, or followed by a separator or
	 * a short text.
	 */
	titled: boolean;
	/** Whether it begins with a counter, such as `1、`. */
	counted: boolean;
	/** Number of lines at its end with only a link whose text is its address. */
	addressLines: number;
	/** Number of lines at its end with only a link. */
	linkLines: number;
	lines: number;
	/** The kind of part that the block, a comment written by `formatIssue`, announces. */
	mark: "item" | "text" | null;
}

/** What can precede a link that is a title: emphasis, a counter, a tag, an emoji, but no words. */
export const BEFORE_TITLE =
	/^(?:[*_~\s]|\d{1,4}\s*[、.)．:：]|\[[^\]]{1,24}\](?!\()|:\w+:|<br ?\/?>|[^\p{L}\p{N}\s<[]{1,3})*$/u;

const CONTAINER =
	/^(?:[ \t]*(?:>|\||(?:[-+*]|\d{1,9}[.)]|#{1,6})(?=[ \t]|$))[ \t]*)*(?:\[[ xX]\][ \t]+(?=\S))?/;
const MARK = /^<!-- (item|text) -->$/;
const MAX_TAIL_LENGTH = 48;

/** The offset at which the text of a block begins, after list, quote, table and heading marks. */
export function contentStart(body: string, from: number, to: number): number {
	return from + (CONTAINER.exec(body.slice(from, Math.min(to, from + 200)))?.[0].length ?? 0);
}

export function describeBlock(body: string, block: Block, links: LinkAt[]): DescribedBlock {
	const { from, to, kind } = block;
	const text = body.slice(from, to);
	const lead = leadOf(body, block, links);
	const found = block.heading;
	const mark = kind === "comment" || kind === "html" ? MARK.exec(text) : null;
	return {
		block,
		links,
		heading: found && {
			level: found.level,
			form: found.underlined ? (found.level === 1 ? "=" : "-") : hashes(found.level),
			textFrom: found.textFrom,
			textTo: found.textTo,
		},
		lead,
		titled: lead !== null && isTitled(body, lead, to),
		counted: /^\d{1,3}[、．]/.test(text),
		...countLinkLines(body, block, links),
		mark: (mark?.[1] as "item" | "text" | undefined) ?? null,
	};
}

function hashes(level: number): UnitHeading["form"] {
	return (["#", "##", "###", "####", "#####", "######"] as const)[level - 1] ?? "######";
}

function leadOf(body: string, { from, to }: Block, links: readonly LinkAt[]): LinkAt | null {
	const [first] = links;
	if (!first || first.from - from > 200) return null;
	const start = contentStart(body, from, to);
	return BEFORE_TITLE.test(body.slice(Math.min(start, first.from), first.from)) ? first : null;
}

function isTitled(body: string, lead: LinkAt, to: number): boolean {
	const end = body.indexOf("\n", lead.to);
	const rest = body
		.slice(lead.to, end === -1 || end > to ? to : end)
		.replace(/^[*_~]+/, "")
		.trim();
	if (rest === "" || /^[-–—:：|•·]/.test(rest) || /^[（([【]/.test(rest)) return true;
	return rest.length <= MAX_TAIL_LENGTH && !/[.。!！?？]$/.test(rest) && end !== -1 && end < to;
}

function countLinkLines(body: string, block: Block, links: readonly LinkAt[]) {
	const { from, to, kind } = block;
	const rows = body.slice(from, to).split("\n");
	let linkLines = 0;
	let addressLines = 0;
	if (kind !== "paragraph" || links.length === 0)
		return { lines: rows.length, linkLines, addressLines };
	let end = to;
	let next = links.length - 1;
	let addresses = true;
	for (let at = rows.length - 1; at >= 0; at -= 1) {
		const row = rows[at] ?? "";
		const start = end - row.length;
		const link = links[next];
		const before = link ? body.slice(start, link.from) : "x";
		const alone =
			link &&
			link.from >= start &&
			/^\s{0,3}(?:<br ?\/?>)?$/.test(before) &&
			body.slice(link.to, end).trim() === "";
		if (!alone) break;
		linkLines += 1;
		addresses &&= isAddress(body, link);
		if (addresses) addressLines += 1;
		next -= 1;
		end = start - 1;
	}
	return { lines: rows.length, linkLines, addressLines };
}

/** Whether the text of a link is its address. */
function isAddress(body: string, link: LinkAt): boolean {
	if (link.kind === "bare" || link.kind === "autolink") return true;
	const text = body.slice(link.textFrom, link.textTo);
	return (
		text === link.url || text === body.slice(link.urlFrom, link.urlTo) || /^https?:\/\//.test(text)
	);
}
