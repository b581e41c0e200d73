import type { HeadingForm, HouseStyle } from "../../core/house-style/house-style.ts";

/** The level that markdown gives a heading of a form; null for bold text, which is none. */
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

/** The level of the uppermost sections. */
function uppermostLevel({ sections }: Pick<HouseStyle, "sections">): number {
	return Math.min(...sections.map(({ level }) => level), 6);
}

/** How the uppermost sections are headed. */
export function headingForm(style: Pick<HouseStyle, "sections" | "headings">): HeadingForm {
	const level = uppermostLevel(style);
	return style.headings[level - 1] ?? ("#".repeat(level) as HeadingForm);
}

/** The style with its uppermost sections headed in another form; the others move along. */
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
