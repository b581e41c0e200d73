import type { SponsorStyle } from "../house-style/house-style.ts";
import type { Unit } from "../issue/reading/unit.ts";
import type { PastIssue } from "./past-issue.ts";

/** The sponsor of a past issue. */
interface PastSponsor {
	heading: string;
	/** Width of the underline; 0 for none. */
	underline: number;
	/** The item that repeats it after the other sections; null if there is none. */
	foot: Unit | null;
}

/**
 * Learns how sponsors are written; null unless at least half of the issues begin with the heading of a
 * sponsor.
 */
export function learnSponsor(issues: readonly PastIssue[]): SponsorStyle | null {
	const found = issues.flatMap((issue) => sponsorIn(issue) ?? []);
	if (found.length === 0 || found.length * 2 < issues.length) return null;
	return {
		heading: learnSponsorHeading(found.at(-1)?.heading ?? ""),
		underline: learnUnderline(found),
		atFoot: found.filter(({ foot }) => foot !== null).length * 2 > found.length,
	};
}

/** The item that repeats the sponsor of an issue below its sections; null if there is none. */
export function sponsorAtFootIn(issue: PastIssue): Unit | null {
	return sponsorIn(issue)?.foot ?? null;
}

function sponsorIn({ body, units }: PastIssue): PastSponsor | null {
	const headings = units.filter(({ kind }) => kind === "heading");
	const [first, second] = headings;
	if (!first?.heading) return null;
	const heading = body.slice(first.heading.textFrom, first.heading.textTo);
	if (!/\bsponsor/i.test(heading)) return null;
	const end = second?.from ?? Number.POSITIVE_INFINITY;
	const own = units.filter(({ kind, from }) => kind === "item" && from > first.from && from < end);
	const urls = new Set(own.flatMap(({ links }) => links.map(({ url }) => url)));
	const foot = units.find(
		({ from, links }) =>
			from > end &&
			urls.size > 0 &&
			[...urls].every((url) => links.some((link) => link.url === url)),
	);
	const underlined = /\n([=-]+)[ \t]*$/.exec(body.slice(first.from, first.to))?.[1] ?? "";
	return { heading, underline: underlined.length, foot: foot ?? null };
}

/** The common width of all underlines; null if they differ or are as long as their headings. */
function learnUnderline(sponsors: readonly PastSponsor[]): number | null {
	const underlined = sponsors.filter(({ underline }) => underline > 0);
	const [first] = underlined;
	const same = underlined.every(({ underline }) => underline === first?.underline);
	const asHeadings = underlined.every(
		({ heading, underline }) => underline === [...heading].length,
	);
	return first && same && !asHeadings ? first.underline : null;
}

/** Guesses the pattern of a sponsor's heading, such as "{name} sponsors Us". */
function learnSponsorHeading(heading: string): string {
	const from = /^(.*\bsponsor(?:s|ed by)?[,:]? +)(\S.*)$/i.exec(heading);
	const by = /^(\S.*?)( sponsors? .+)$/i.exec(heading);
	if (by && !/^(?:from|our|the|this)\b/i.test(heading)) return `{name}${by[2]}`;
	return from ? `${from[1]}{name}` : heading;
}
