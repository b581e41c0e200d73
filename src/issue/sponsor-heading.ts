import type { HouseStyle } from "./style.ts";

const NAME = "{name}";

/**
 * A sponsor's heading for a name, by a pattern such as "From our sponsor, {name}"; without a name,
 * the pattern less what leads up to it.
 */
export function sponsorHeading(pattern: string, name: string): string {
	return name.trim() === ""
		? pattern.replace(/(?<![\s,:–—-])[\s,:–—-]*\{name\}/, "").trim()
		: pattern.replace(NAME, () => name.trim());
}

/** The name in a heading made from the style's pattern; null when it was not. */
export function sponsorName(style: HouseStyle, heading: string): string | null {
	if (heading === sponsorHeading(style.sponsor.heading, "")) return "";
	const [before = "", after] = style.sponsor.heading.split(NAME);
	if (after === undefined || !heading.startsWith(before) || !heading.endsWith(after)) return null;
	const name = heading.slice(before.length, heading.length - after.length).trim();
	return name === "" || before.length + after.length >= heading.length ? null : name;
}

/** Whether a heading is a sponsor's: by the style's pattern, or because it says so. */
export function isSponsorHeading(heading: string, style: HouseStyle): boolean {
	return sponsorName(style, heading) !== null || /\bsponsor/i.test(heading);
}

/** The pattern that a sponsor's heading was probably made from, as "{name} sponsors Us". */
export function learnSponsorHeading(heading: string): string {
	const from = /^(.*\bsponsor(?:s|ed by)?[,:]? +)(\S.*)$/i.exec(heading);
	const by = /^(\S.*?)( sponsors? .+)$/i.exec(heading);
	if (by && !/^(?:from|our|the|this)\b/i.test(heading)) return `${NAME}${by[2]}`;
	return from ? `${from[1]}${NAME}` : heading;
}
