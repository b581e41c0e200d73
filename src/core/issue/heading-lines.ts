import type { HouseStyle } from "../house-style/house-style.ts";
import type { HeadingPart } from "./issue.ts";
import { headingKey } from "./section-of.ts";

/** The form of headings of a level. */
export function formOf(
	style: Pick<HouseStyle, "headings">,
	level: number,
): NonNullable<HeadingPart["form"]> {
	const hashes = (["#", "##", "###", "####", "#####", "######"] as const)[level - 1];
	return style.headings[level - 1] ?? hashes ?? "######";
}

/**
 * The lines of a heading in its form. A heading is a single line, so line breaks in its text become
 * spaces.
 */
export function headingLines(part: HeadingPart, style: HouseStyle): string {
	if (part.asWritten !== undefined) return part.asWritten;
	const form = part.form ?? formOf(style, part.level);
	const text = part.text.includes("\n") ? part.text.replace(/\s+/g, " ").trim() : part.text;
	if (form === "**") return `**${text}**`;
	if (form !== "=" && form !== "-") return `${form} ${text}`.trimEnd();
	const key = headingKey(text);
	const section = style.sections.find(({ heading }) => headingKey(heading) === key);
	const usual = part.sponsor ? style.sponsor?.underline : section?.underline;
	const width = part.underline ?? usual ?? [...text].length;
	return `${text}\n${form.repeat(Math.max(1, width))}`;
}
