import type { HouseStyle, SectionStyle } from "./house-style.ts";

/**
 * The sections that are offered in menus, in order: those that are not hidden.
 *
 * @param used the id of a section that is offered even if hidden, because the current item is in it
 */
export function shownSections(
	{ sections }: Pick<HouseStyle, "sections">,
	used?: string,
): SectionStyle[] {
	return sections.filter(({ id, hidden }) => !hidden || id === used);
}

/** The headings of the sections that contain a section, outermost first, followed by its own heading. */
export function sectionPath(sections: readonly SectionStyle[], section: SectionStyle): string[] {
	const path: SectionStyle[] = [section];
	for (const above of sections.slice(0, sections.indexOf(section)).reverse()) {
		const [outermost = section] = path;
		if (above.level < outermost.level) path.unshift(above);
	}
	return path.map(({ heading }) => heading);
}
