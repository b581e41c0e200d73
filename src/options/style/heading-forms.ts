import type { HeadingForm, HouseStyle } from "../../core/house-style/house-style.ts";

/** The markdown heading level of a form; null for bold text, which is not a heading. */
const LEVELS: Record<HeadingForm, number | null> = {
	"=": 1,
	"-": 2,
	"#": 1,
	"##": 2,
	"###": 3,
	"####": 4,
	"#####": 5,
	"######": 6,
	"**": null,
};

/** The level of the top sections. */
function uppermostLevel({ sections }: Pick<HouseStyle, "sections">): number {
	return Math.min(...sections.map(({ level }) => level), 6);
}

/** The form of the headings of the top sections. */
export function headingForm(style: Pick<HouseStyle, "sections" | "headings">): HeadingForm {
	const level = uppermostLevel(style);
	return style.headings[level - 1] ?? ("#".repeat(level) as HeadingForm);
}

/** The style with another heading form for the top sections. The levels of the others change with it. */
export function withHeadingForm(style: HouseStyle, form: HeadingForm): HouseStyle {
	const before = uppermostLevel(style);
	const level = LEVELS[form] ?? before;
	const headings = Array.from({ length: level }, (_, at): HeadingForm => {
		return at === level - 1 ? form : ("#".repeat(at + 1) as HeadingForm);
	});
	const sections = style.sections.map((section) => ({
		...section,
		level: section.level + level - before,
	}));
	return { ...style, headings, sections };
}
