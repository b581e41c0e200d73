import { genericPatterns, leadPattern } from "../house-style/generic-pattern.ts";
import { escapeInPattern } from "../house-style/parse-item-pattern.ts";
import { type ItemText, readItem } from "../issue/reading/read-item.ts";
import type { LinkAt } from "../markdown/links.ts";
import { learnTails } from "./learn-tails.ts";

/** An item of a past issue, from which patterns are learned. */
export interface LearnedItem extends ItemText {
	listed: boolean;
	/** Its weight. Later issues weigh more, so that a recent change of style is followed. */
	weight: number;
}

interface LeadItem {
	item: LearnedItem;
	/** The pattern up to the end of the leading link. */
	head: string;
	mark: string;
	rest: string;
}

/** A group of the pattern for the mark before a link, such as `[{mark} ]` or `[\[{tag}\] ]`. */
const MARK_GROUP = /\[(?:\{mark\}|\\\[\{tag\\?\}\\\])(\s*)\]/;
/** If at least this share of items has a mark, the pattern writes it by default. */
const USUAL_MARK = 0.8;

/** A leading link is learned only from at least this number and this share of items. */
const FEWEST = 2;
const MIN_SHARE = 0.15;

/**
 * Learns the pattern of most of the items that begin with a link, so that clips are written like them;
 * null if too few items begin with a link.
 */
export function learnLeadPattern(items: readonly LearnedItem[]): string | null {
	const led = items.flatMap((item) => leadOf(item));
	if (
		led.length === 0 ||
		led.length < Math.min(FEWEST, items.length) ||
		led.length < items.length * MIN_SHARE
	)
		return null;
	const families = groupBy(led, ({ head }) => head.replace(MARK_GROUP, ""));
	const [, family = []] = heaviest(families, ({ item }) => item.weight);
	const head = headOf(family);
	const { tail, below } = learnTails(family.map(({ rest }) => rest));
	const candidates = [...new Set([head + tail + below, head + tail, head + below, head])];
	return bestPattern(
		candidates,
		family.map(({ item }) => item),
	);
}

/**
 * Learns the pattern of most of the items that do not begin with a titled link: a note followed by link
 * lines, or prose.
 */
export function learnNotePattern(
	items: readonly LearnedItem[],
): { pattern: string; share: number } | null {
	if (items.length === 0) return null;
	const patterns = groupBy(
		items.filter(({ lead, text }) => lead === null || isAddress(text, lead)),
		(item) => genericPatterns(item.text, item.links, null, item.start)[0] ?? "{note}",
	);
	const [pattern, found] = heaviest(patterns, ({ weight }) => weight);
	return pattern === null ? null : { pattern, share: found.length / items.length };
}

/** Whether the text of a link is an address and therefore not a title. */
function isAddress(text: string, { textFrom, textTo, url }: LinkAt): boolean {
	const shown = text.slice(textFrom, textTo);
	return shown === url || /^https?:\/\//.test(shown);
}

function leadOf(item: LearnedItem): LeadItem[] {
	const { text, lead, start } = item;
	if (!lead) return [];
	const found = leadPattern(text, lead, start);
	if (!found || found.head.includes("{label}") || !found.head.includes("{url}")) return [];
	return [{ item, head: found.head, mark: found.mark, rest: text.slice(found.end) }];
}

/**
 * The head of the pattern. The mark before the link becomes literal text if all items have the same
 * mark, a default value if most items have one, and otherwise an optional slot.
 */
function headOf(family: readonly LeadItem[]): string {
	const marked = family.filter(({ mark }) => mark !== "");
	const [head] = heaviest(
		groupBy(marked.length * 10 >= family.length ? marked : family, (led) => led.head),
		({ item }) => item.weight,
	);
	if (head === null) return "";
	if (marked.length < family.length * USUAL_MARK) return head;
	const [mark, same] = largest(groupBy(marked, (led) => led.mark));
	const always = same.length === family.length && family.length > 1;
	return head.replace(MARK_GROUP, (group, blank: string) => {
		const value = escapeInPattern(mark ?? "");
		const written = always ? value : `{${group.includes("{tag") ? "tag" : "mark"}:${mark}}`;
		return group.includes("{tag") ? `\\[${written}\\]${blank}` : `${written}${blank}`;
	});
}

/** The pattern that parses the most items; the shortest one if several parse equally many. */
export function bestPattern(
	patterns: readonly string[],
	items: readonly LearnedItem[],
): string | null {
	let chosen: string | null = null;
	let most = -1;
	for (const pattern of [...patterns].sort((one, other) => one.length - other.length)) {
		const count = items.filter((item) => {
			const read = readItem(item, [pattern], 1, item.listed);
			return read.pattern === undefined && read.asWritten === undefined;
		}).length;
		// A longer pattern must parse at least 2% more of the items.
		if (count > most + (chosen === null ? 0 : items.length * 0.02)) {
			chosen = pattern;
			most = count;
		}
	}
	return chosen;
}

/** The list or quote mark with which most of the items begin, as a pattern. */
export function learnOpening(items: readonly LearnedItem[]): string {
	const openings = groupBy(items, ({ text, start }) =>
		text.slice(0, start).replace(/^( *)\d+(?=[.)])/, "$1{n}"),
	);
	return largest(openings)[0] ?? "";
}

export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

/** The group with the greatest total weight; a null key if there is none. */
export function heaviest<T>(
	groups: ReadonlyMap<string, T[]>,
	weightOf: (value: T) => number,
): [string | null, T[]] {
	let found: [string | null, T[]] = [null, []];
	let most = 0;
	for (const [key, values] of groups) {
		const weight = values.reduce((sum, value) => sum + weightOf(value), 0);
		if (weight <= most) continue;
		found = [key, values];
		most = weight;
	}
	return found;
}

/** The group with the most values; a null key if there is none. */
export function largest<T>(groups: ReadonlyMap<string, T[]>): [string | null, T[]] {
	let found: [string | null, T[]] = [null, []];
	for (const [key, values] of groups) if (values.length > found[1].length) found = [key, values];
	return found;
}
