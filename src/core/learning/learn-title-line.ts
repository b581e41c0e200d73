import { openingOf } from "../house-style/generic-pattern.ts";
import { titleLineOf } from "../issue/reading/title-line.ts";
import { bestPattern, groupBy, heaviest, type LearnedItem } from "./learn-items.ts";

interface TitleLineItem {
	item: LearnedItem;
	/** The pattern up to the address, and that of the note below it; empty if there is none. */
	head: string;
	below: string;
	emphasized: boolean;
}

/**
 * Learns the pattern of items whose title is not a link, but the line above their address:
 *
 *     **Title**
 *     https://site.example/page
 *     The note.
 *
 * Returns null if such items are not the most common ones. A line that is not emphasized, with nothing below
 * the address, is a note.
 */
export function learnTitleLine(items: readonly LearnedItem[]): string | null {
	const found = items.flatMap((item) => titleLineItem(item) ?? []);
	const led = items.filter(
		({ lead }) => lead !== null && lead.kind !== "bare" && lead.kind !== "autolink",
	);
	if (found.length < 2 || found.length * 2 < items.length || found.length < led.length) return null;
	const heads = groupBy(found, ({ head }) => head);
	const [head, family] = heaviest(heads, ({ item }) => item.weight);
	const noted = family.filter(({ below }) => below !== "");
	if (head === null || (!family[0]?.emphasized && noted.length * 2 < family.length)) return null;
	const [below] = heaviest(
		groupBy(noted, (each) => each.below),
		({ item }) => item.weight,
	);
	return bestPattern(
		below === null ? [head] : [head, head + below],
		family.map(({ item }) => item),
	);
}

function titleLineItem(item: LearnedItem): TitleLineItem | null {
	const { text, links, start } = item;
	const line = titleLineOf(text, links, start);
	if (!line) return null;
	const { emphasis, blanks, indent, addressBlanks } = line;
	const address = line.address.kind === "bare" ? "{url}" : "<{url}>";
	const title = `${openingOf(text.slice(0, start))}${emphasis}{title}${emphasis}${blanks}`;
	return {
		item,
		head: `${title}\n${indent}${address}${addressBlanks}`,
		below: /^\n+[ \t]*(?=\S)/.exec(text.slice(line.to))?.[0].concat("{note}") ?? "",
		emphasized: emphasis !== "",
	};
}
