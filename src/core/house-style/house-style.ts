import * as v from "valibot";

/**
 * How a newsletter writes its issues, as one JSON value. Texts in it that are *text patterns* can
 * contain `{number}`, `{date}`, `{date:FORMAT}`, `{published}`, `{published:FORMAT}` and the names of
 * the draft's fields, such as `{subject}`; see `text-pattern.ts`. Item patterns are explained in
 * `parse-item-pattern.ts`.
 */

/**
 * How a heading is marked: with the character that underlines it, with the marks before it, or with
 * `**` around a line of bold text.
 */
export const HEADING_FORMS = ["=", "-", "#", "##", "###", "####", "#####", "######", "**"] as const;

const headingForm = v.picklist(HEADING_FORMS);

export type HeadingForm = v.InferOutput<typeof headingForm>;

/** Front matter: none, YAML between `---`, TOML between `+++`, or `Key: value` lines. */
export const FRONT_MATTER_KINDS = ["none", "yaml", "toml", "lines"] as const;

const section = v.object({
	/** Does not change when the section is renamed, so that its items stay in it. */
	id: v.string(),
	/** A text pattern. */
	heading: v.string(),
	/** The heading level in markdown. A section is inside the nearest section above it with a lower level. */
	level: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Width of the underline; null to make it as long as the heading. */
	underline: v.nullable(v.number()),
	/** Its own item pattern; absent if it uses the newsletter's. */
	item: v.optional(v.string()),
	/** Not shown in menus, the popup and drafts while it is empty. */
	hidden: v.optional(v.literal(true)),
	/**
	 * Its items have no heading above them, in a newsletter without headings. `heading` is then only its
	 * name in the interface.
	 */
	withoutHeading: v.optional(v.literal(true)),
});

const standingText = v.object({
	id: v.string(),
	/** The id of its section; `^` means before the first heading, `$` the end of the issue. */
	section: v.string(),
	/** Before or after the items of its section. */
	at: v.picklist(["start", "end"]),
	/** A text pattern in markdown. */
	text: v.string(),
});

const field = v.object({
	/** The name used in patterns, such as `subject`. */
	name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/i)),
	/** Its value in a new draft: a text pattern. */
	initial: v.string(),
});

/** A number of empty lines. */
const lines = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));

const spacing = v.object({
	afterFrontMatter: lines,
	/** Above and below a heading. */
	beforeHeading: lines,
	afterHeading: lines,
	betweenItems: lines,
	/** Between items that are written as a markdown list. */
	betweenListItems: lines,
	/** Around text blocks. */
	aroundText: lines,
	beforeSponsorAtFoot: lines,
	atEnd: lines,
});

export const houseStyleSchema = v.object({
	/** The language of the names of months and weekdays, such as `de` or `pt-BR`. */
	language: v.string(),
	/** Whether issues have numbers and dates. A draft asks only for what its newsletter uses. */
	numbered: v.boolean(),
	dated: v.boolean(),
	/** Text pattern of an issue's file name, which may include folders. */
	fileName: v.string(),
	frontMatter: v.object({
		kind: v.picklist(FRONT_MATTER_KINDS),
		/** `pattern` is a text pattern for what follows `key: ` or `key = `, possibly over several lines. */
		lines: v.array(v.object({ key: v.string(), pattern: v.string() })),
	}),
	/** The fields of a draft in addition to number and date. */
	fields: v.array(field),
	/** Text pattern of the first heading of an issue, with its marks; empty for none. */
	titleLine: v.string(),
	/** Form of the headings, from level 1 on. A level that is not listed uses `#` marks. */
	headings: v.array(headingForm),
	sections: v.array(section),
	/** Item pattern of the sections that have none of their own. */
	item: v.string(),
	/** Other item patterns found in past issues, tried in this order when an item is parsed. */
	otherItems: v.array(v.string()),
	standing: v.array(standingText),
	/** How sponsors are written; null if they are ordinary sections. */
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
	/** Whether a line that begins with `From ` is written as `>From `, as in mail files. */
	mailQuoting: v.boolean(),
	/**
	 * Whether percent escapes in addresses are written as the letters they encode, where browsers treat
	 * both spellings as the same address.
	 */
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
