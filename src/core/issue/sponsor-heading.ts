import type { SponsorStyle } from "../house-style/house-style.ts";

const NAME = "{name}";

/**
 * A sponsor's heading for a name, by a pattern such as "From our sponsor, {name}"; without a name,
 * the pattern less what leads up to it.
 */
export function fillSponsorHeading(pattern: string, name: string): string {
	return name.trim() === ""
		? pattern.replace(/(?<![\s,:–—-])[\s,:–—-]*\{name\}/, "").trim()
		: pattern.replace(NAME, () => name.trim());
}

/** The name in a heading made from the style's pattern; null where it was not. */
export function nameInSponsorHeading(
	{ heading: pattern }: SponsorStyle,
	heading: string,
): string | null {
	if (heading === fillSponsorHeading(pattern, "")) return "";
	const [before = "", after] = pattern.split(NAME);
	if (after === undefined || !heading.startsWith(before) || !heading.endsWith(after)) return null;
	const name = heading.slice(before.length, heading.length - after.length).trim();
	return name === "" || before.length + after.length >= heading.length ? null : name;
}

/** Whether a heading is a sponsor's: by the style's pattern, or because it says so. */
export function isSponsorHeading(heading: string, style: SponsorStyle): boolean {
	return nameInSponsorHeading(style, heading) !== null || /\bsponsor/i.test(heading);
}
