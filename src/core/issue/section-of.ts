import type { HouseStyle, SectionStyle } from "../house-style/house-style.ts";

/** Longer headings are compared by their beginning: some characters become eighteen when normalized. */
const MAX_KEY_LENGTH = 1_000;

/**
 * Normalizes a heading so that headings of the same section compare equal: lower case, with spaces in
 * place of punctuation and emoji. Letters, digits, `+`, `#` and `&` remain.
 */
export function headingKey(heading: string): string {
	return heading
		.slice(0, MAX_KEY_LENGTH)
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+#&]+/gu, " ")
		.trim();
}

/**
 * Returns a function that finds the style's section for a heading. If several have that heading, it
 * prefers the one of the same level.
 */
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
