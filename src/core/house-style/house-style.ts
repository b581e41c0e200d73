import * as v from "valibot";

/**
 * How one newsletter writes its issues: one JSON value. Text in it that is a *text pattern* can
 * have `{number}`, `{date}`, `{date:FORMAT}`, `{published}`, `{published:FORMAT}` and the name of any field
 * of the draft, such as `{subject}`, in it; see `text-pattern.ts`. Item patterns are explained in
 * `item-pattern.ts`.
 */

/**
 * What marks a heading: the character it is underlined with, the marks before it, or `**` around a
 * line of bold text alone.
 */
export const HEADING_FORMS = ["=", "-", "#", "##", "###", "####", "#####", "######", "**"] as const;

const headingForm = v.picklist(HEADING_FORMS);

export type HeadingForm = v.InferOutput<typeof headingForm>;

/** Front matter: none, YAML between `---`, TOML between `+++`, or `Key: value` lines. */
export const FRONT_MATTER_KINDS = ["none", "yaml", "toml", "lines"] as const;

const section = v.object({
	/** Stable, so that renaming a section leaves its items in it. */
	id: v.string(),
	/** A text pattern. */
	heading: v.string(),
	/** The level of its heading in markdown: it is inside the last section above of a lower level. */
	level: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Width of an underline; null to make it as long as the heading. */
	underline: v.nullable(v.number()),
	/** Its own item pattern; absent for the newsletter's. */
	item: v.optional(v.string()),
	/** Out of menus, popup and draft as long as nothing is in it. */
	hidden: v.optional(v.literal(true)),
	/** Its items stand below no heading: of a newsletter that has none. `heading` is then its name alone. */
	withoutHeading: v.optional(v.literal(true)),
});

const standingText = v.object({
	id: v.string(),
	/** The section it stands in, by id; `^` for before the first heading, `$` for the end. */
	section: v.string(),
	/** Before or after the items of its section. */
	at: v.picklist(["start", "end"]),
	/** A text pattern in markdown. */
	text: v.string(),
});

const field = v.object({
	/** As it stands in patterns, such as `subject`. */
	name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/i)),
	/** What a new draft begins with: a text pattern. */
	initial: v.string(),
});

/** Numbers of empty lines. */
const lines = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));

const spacing = v.object({
	afterFrontMatter: lines,
	/** Above a heading, and below one. */
	beforeHeading: lines,
	afterHeading: lines,
	betweenItems: lines,
	/** Between items that are items of a list in markdown. */
	betweenListItems: lines,
	/** Around text blocks. */
	aroundText: lines,
	beforeSponsorAtFoot: lines,
	atEnd: lines,
});

export const houseStyleSchema = v.object({
	/** The language of months and weekdays, as in `de` or `pt-BR`. */
	language: v.string(),
	/** Whether issues are numbered and dated: what a draft asks for. */
	numbered: v.boolean(),
	dated: v.boolean(),
	/** Text pattern of an issue's file name; it may have folders in it. */
	fileName: v.string(),
	frontMatter: v.object({
		kind: v.picklist(FRONT_MATTER_KINDS),
		/** What follows `key: ` or `key = `, over several lines where a value has some: a text pattern. */
		lines: v.array(v.object({ key: v.string(), pattern: v.string() })),
	}),
	/** What a draft asks for beside number and date. */
	fields: v.array(field),
	/** Text pattern of a heading above everything, marks included; empty for none. */
	titleLine: v.string(),
	/** Form of the headings by level, from level 1 on; one that is not said has as many `#` marks. */
	headings: v.array(headingForm),
	sections: v.array(section),
	/** Item pattern of every section that has none of its own. */
	item: v.string(),
	/** Further item patterns that past issues use, tried in order when one is read. */
	otherItems: v.array(v.string()),
	standing: v.array(standingText),
	/** How sponsors are written; null when they are ordinary sections. */
	sponsor: v.nullable(
		v.object({
			/** The heading, with `{name}` for the sponsor's name. */
			heading: v.string(),
			/** Width of its underline; null to make it as long as the heading. */
			underline: v.nullable(v.number()),
			/** Whether a new draft repeats the sponsor after the last section. */
			atFoot: v.boolean(),
		}),
	),
	spacing,
	/** Whether a line that begins `From ` is written `>From `, as mail would. */
	mailQuoting: v.boolean(),
	/** Whether addresses are written with letters for their escapes, where a browser makes the same of both. */
	readableAddresses: v.optional(v.boolean()),
});

export type HouseStyle = v.InferOutput<typeof houseStyleSchema>;
export type SectionStyle = HouseStyle["sections"][number];
export type StandingText = HouseStyle["standing"][number];
export type FieldStyle = HouseStyle["fields"][number];
export type FrontMatterStyle = HouseStyle["frontMatter"];
export type FrontMatterKind = FrontMatterStyle["kind"];
export type SponsorStyle = NonNullable<HouseStyle["sponsor"]>;
export type Spacing = HouseStyle["spacing"];

/** The section's own item pattern, or the newsletter's. */
export function itemPatternOf(style: HouseStyle, sectionId: string): string {
	return style.sections.find(({ id }) => id === sectionId)?.item ?? style.item;
}
