import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import { freeSectionId } from "../../../core/house-style/section-id.ts";
import { headingKey } from "../../../core/issue/section-of.ts";

/**
 * A ready-made style with sections of these headings, each once, in order. Without headings it keeps its
 * own sections.
 */
export function styleWithSections(style: HouseStyle, headings: readonly string[]): HouseStyle {
	const [first] = style.sections;
	const byKey = new Map<string, string>();
	for (const heading of headings.map((text) => text.trim())) {
		if (heading !== "" && !byKey.has(headingKey(heading))) byKey.set(headingKey(heading), heading);
	}
	if (!first || byKey.size === 0) return style;
	const ids: string[] = [];
	const sections = [...byKey.values()].map((heading) => {
		const id = freeSectionId(heading, ids);
		ids.push(id);
		return { ...first, id, heading };
	});
	return { ...style, sections };
}
