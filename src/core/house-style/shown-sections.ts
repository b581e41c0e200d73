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

/** How many sections a section is inside of: 0 for those of the lowest level in the style. */
export function depthOf({ sections }: Pick<HouseStyle, "sections">, section: SectionStyle): number {
	return section.level - Math.min(...sections.map(({ level }) => level));
}
