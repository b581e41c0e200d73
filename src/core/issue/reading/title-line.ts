import type { LinkAt } from "../../markdown/links.ts";

/** The title of an item in the line above its first address, without being a link. */
interface TitleLine {
	title: string;
	/** The emphasis around the title, such as `**`; empty if there is none. */
	emphasis: string;
	/** Blanks at the end of the title's line, and before the address. */
	blanks: string;
	indent: string;
	/** The first address and the blanks behind it. */
	address: LinkAt;
	addressBlanks: string;
	/** The offset at which the lines end that are only addresses. */
	to: number;
}

/** A longer first line is the beginning of a text. */
const MAX_LENGTH = 200;
/** Blanks and emphasis around a title, at most. */
const MAX_AROUND_LENGTH = 20;
const LINE = /^(\*\*|__|[*_])?(\S.*?)\1([ \t]*)\n([ \t]*)$/;

/**
 * Finds a title above the lines of addresses with which an item begins; null if there is none.
 *
 * @param links the links in the item, with their offsets in `text`
 * @param start offset at which its text begins, after list and quote marks
 */
export function titleLineOf(
	text: string,
	links: readonly LinkAt[],
	start: number,
): TitleLine | null {
	const [address] = links;
	if (!address || (address.kind !== "bare" && address.kind !== "autolink")) return null;
	if (address.from - start > MAX_LENGTH + MAX_AROUND_LENGTH) return null;
	const found = LINE.exec(text.slice(start, address.from));
	const [, emphasis = "", title = "", blanks = "", indent = ""] = found ?? [];
	const lines = addressLines(text, links);
	if (!found || title.length > MAX_LENGTH || !lines) return null;
	return { title, emphasis, blanks, indent, address, ...lines };
}

function addressLines(
	text: string,
	links: readonly LinkAt[],
): Pick<TitleLine, "to" | "addressBlanks"> | null {
	const ends: { to: number; blanks: string }[] = [];
	let begin = links[0]?.from;
	for (const link of links) {
		const after = /^[ \t]*(?=\n|$)/.exec(text.slice(link.to))?.[0];
		if (link.from !== begin || after === undefined) break;
		const to = link.to + after.length;
		ends.push({ to, blanks: after });
		begin = to + (/^\n[ \t]*/.exec(text.slice(to))?.[0].length ?? 0);
	}
	const [first] = ends;
	return first ? { to: ends.at(-1)?.to ?? first.to, addressBlanks: first.blanks } : null;
}
