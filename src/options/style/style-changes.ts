import type { HouseStyle, SectionStyle } from "../../core/house-style/house-style.ts";
import { writeEntry } from "../../core/issue/front-matter-lines.ts";
import type { StringKey } from "../../extension/strings.ts";
import { headingForm } from "./heading-forms.ts";
import { SPACES } from "./style-fields.ts";

/** One difference between two house styles. */
export interface StyleChange {
	/** The name of the part. */
	name: StringKey;
	before: string;
	after: string;
}

/** The parts of a house style, each as a string, so that two styles can be compared. */
const PARTS: readonly { name: StringKey; text(style: HouseStyle): string }[] = [
	{
		name: "optionsFrontMatter",
		text: ({ frontMatter: { kind, lines } }) =>
			lines.map(({ key, pattern }) => writeEntry(key, pattern, kind)).join("\n"),
	},
	{ name: "optionsTitleLine", text: ({ titleLine }) => titleLine },
	{ name: "optionsFileName", text: ({ fileName }) => fileName },
	{ name: "optionsStyleFields", text: ({ fields }) => fields.map(({ name }) => name).join(", ") },
	{ name: "optionsHeadingForm", text: headingForm },
	{ name: "optionsItemPattern", text: ({ item }) => item },
	{ name: "optionsSections", text: ({ sections }) => sections.map(sectionText).join("\n") },
	{
		name: "optionsStanding",
		text: ({ standing }) => standing.map(({ text }) => text).join("\n\n"),
	},
	{ name: "optionsSponsorHeading", text: ({ sponsor }) => sponsor?.heading ?? "" },
	{ name: "optionsUnderlineOfSponsor", text: ({ sponsor }) => String(sponsor?.underline ?? "") },
	{
		name: "optionsSponsorAtFoot",
		text: ({ sponsor }) => (sponsor ? switchText(sponsor.atFoot) : ""),
	},
	...SPACES.map((place) => ({
		name: `optionsSpacing_${place}` as const,
		text: ({ spacing }: HouseStyle) => String(spacing[place]),
	})),
	{
		name: "optionsReadableAddresses",
		text: ({ readableAddresses }) => switchText(readableAddresses ?? false),
	},
	{ name: "optionsMailQuoting", text: ({ mailQuoting }) => switchText(mailQuoting) },
];

/** The differences if `after` replaced `before`. */
export function styleChanges(before: HouseStyle, after: HouseStyle): StyleChange[] {
	return PARTS.map(({ name, text }) => ({ name, before: text(before), after: text(after) })).filter(
		(part) => part.before !== part.after,
	);
}

/** A section as text, with the width of its own underline if it has one; in brackets if hidden. */
function sectionText({ heading, level, underline, item, hidden }: SectionStyle): string {
	const named = `${"\u2003".repeat(level - 1)}${underline ? `${heading} (${underline})` : heading}`;
	const text = item ? `${named}: ${item}` : named;
	return hidden ? `[${text}]` : text;
}

function switchText(on: boolean): string {
	return on ? "✓" : "–";
}
