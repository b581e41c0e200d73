import type { HouseStyle, SectionStyle } from "./house-style.ts";

/**
 * The sections that are offered wherever one is chosen, in order: those that are not hidden.
 *
 * @param used the id of one that is offered all the same, since the item at hand is in it
 */
export function shownSections(
	{ sections }: Pick<HouseStyle, "sections">,
	used?: string,
): SectionStyle[] {
	return sections.filter(({ id, hidden }) => !hidden || id === used);
}

/** The headings of the sections that a section is inside of, outermost first, and its own. */
export function sectionPath(sections: readonly SectionStyle[], section: SectionStyle): string[] {
	const path: SectionStyle[] = [section];
	for (const above of sections.slice(0, sections.indexOf(section)).reverse()) {
		const [outermost = section] = path;
		if (above.level < outermost.level) path.unshift(above);
	}
	return path.map(({ heading }) => heading);
}
