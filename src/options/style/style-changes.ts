import type { StringKey } from "../../extension/strings.ts";
import type { HouseStyle, SectionStyle } from "../../issue/style.ts";

/** One part of a house style that another has otherwise. */
export interface StyleChange {
	/** The name of the part. */
	name: StringKey;
	before: string;
	after: string;
}

/** The parts of a house style, each as a line of text that two styles can be compared by. */
const PARTS: readonly { name: StringKey; text(style: HouseStyle): string }[] = [
	{
		name: "optionsFrontMatter",
		text: ({ frontMatter }) =>
			frontMatter.map(({ key, pattern }) => `${key}: ${pattern}`).join("\n"),
	},
	{ name: "optionsTitleLine", text: ({ titleLine }) => titleLine },
	{ name: "optionsFileName", text: ({ fileName }) => fileName },
	{ name: "optionsHeadingForm", text: ({ heading }) => heading },
	{
		name: "optionsSections",
		text: ({ sections }) => sections.map(sectionText).join("\n"),
	},
	{ name: "optionsSponsorHeading", text: ({ sponsor }) => sponsor.heading },
	{ name: "optionsUnderlineOfSponsor", text: ({ sponsor }) => String(sponsor.underline ?? "") },
	{ name: "optionsSponsorAtFoot", text: ({ sponsor }) => yes(sponsor.atFoot) },
	{ name: "optionsLinkForm", text: ({ link }) => link.form },
	{ name: "optionsLinkLead", text: ({ link }) => link.lead },
	{ name: "optionsSpacing_afterFrontMatter", text: ({ spacing }) => `${spacing.afterFrontMatter}` },
	{ name: "optionsSpacing_betweenBlocks", text: ({ spacing }) => `${spacing.betweenBlocks}` },
	{ name: "optionsSpacing_afterHeading", text: ({ spacing }) => `${spacing.afterHeading}` },
	{ name: "optionsSpacing_beforeLinks", text: ({ spacing }) => `${spacing.beforeLinks}` },
	{
		name: "optionsSpacing_beforeSponsorAtFoot",
		text: ({ spacing }) => `${spacing.beforeSponsorAtFoot}`,
	},
	{ name: "optionsSpacing_atEnd", text: ({ spacing }) => `${spacing.atEnd}` },
	{ name: "optionsMailQuoting", text: ({ mailQuoting }) => yes(mailQuoting) },
];

/** What would be otherwise if `after` took the place of `before`. */
export function styleChanges(before: HouseStyle, after: HouseStyle): StyleChange[] {
	return PARTS.map(({ name, text }) => ({ name, before: text(before), after: text(after) })).filter(
		(part) => part.before !== part.after,
	);
}

/** A section with the width of its underline, if it has one of its own; in brackets when hidden. */
function sectionText({ heading, underline, hidden }: SectionStyle): string {
	const text = underline ? `${heading} (${underline})` : heading;
	return hidden ? `[${text}]` : text;
}

function yes(on: boolean): string {
	return on ? "✓" : "–";
}
