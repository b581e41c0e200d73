import type { HouseStyle, SectionStyle } from "../house-style/house-style.ts";

/** A heading without what may differ from issue to issue: case, marks, blanks, emoji, numbers in it. */
export function headingKey(heading: string): string {
	return heading
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+#&]+/gu, " ")
		.trim();
}

/** Finds the style's section for a heading; of two with one heading the one of its level. */
export function sectionFinder(
	style: Pick<HouseStyle, "sections">,
): (heading: string, level: number) => SectionStyle | null {
	const byKey = new Map<string, SectionStyle[]>();
	for (const section of style.sections) {
		const key = headingKey(section.heading);
		byKey.set(key, [...(byKey.get(key) ?? []), section]);
	}
	return (heading, level) => {
		const found = byKey.get(headingKey(heading)) ?? [];
		return found.find((section) => section.level === level) ?? found[0] ?? null;
	};
}
