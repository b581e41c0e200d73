import type { SponsorStyle } from "../house-style/house-style.ts";

const NAME = "{name}";

/**
 * Fills the heading pattern of sponsors, such as "From our sponsor, {name}". For an empty name, the
 * punctuation before `{name}` is removed too.
 */
export function fillSponsorHeading(pattern: string, name: string): string {
	return name.trim() === ""
		? pattern.replace(/(?<![\s,:–—-])[\s,:–—-]*\{name\}/, "").trim()
		: pattern.replace(NAME, () => name.trim());
}

/** The name in a sponsor heading; null if the heading does not match the style's pattern. */
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

/** Whether a heading is a sponsor's: it matches the style's pattern or contains the word "sponsor". */
export function isSponsorHeading(heading: string, style: SponsorStyle): boolean {
	return nameInSponsorHeading(style, heading) !== null || /\bsponsor/i.test(heading);
}
