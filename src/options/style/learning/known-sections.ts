import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import { headingKey } from "../../../core/issue/section-of.ts";

/**
 * A learned style with the existing sections. Sections with the same heading keep their ids, so that
 * their items stay in them. Sections that were not found stay, but are hidden.
 */
export function withKnownSections(learned: HouseStyle, known: HouseStyle): HouseStyle {
	const byKey = new Map(known.sections.map(({ heading, id }) => [headingKey(heading), id]));
	const taken = new Set<string>();
	const ids = new Map<string, string>();
	for (const { id, heading } of learned.sections) {
		const own = byKey.get(headingKey(heading));
		if (own === undefined || taken.has(own)) continue;
		taken.add(own);
		ids.set(id, own);
	}
	const idOf = (id: string) => ids.get(id) ?? (taken.has(id) ? `${id}-new` : id);
	const sections = learned.sections.map((section) => ({ ...section, id: idOf(section.id) }));
	const there = new Set(sections.map(({ id }) => id));
	const level = Math.min(...sections.map((section) => section.level), 6);
	const hidden = known.sections
		.filter(({ id }) => !there.has(id))
		.map(({ id, heading, underline }) => ({
			id,
			heading,
			underline,
			level,
			hidden: true as const,
		}));
	return {
		...learned,
		sections: [...sections, ...hidden],
		standing: learned.standing.map((text) => ({ ...text, section: idOf(text.section) })),
	};
}
