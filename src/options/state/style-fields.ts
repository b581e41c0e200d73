import { computed } from "@preact/signals";
import { fillPattern, type Stated } from "../../issue/pattern.ts";
import type { HouseStyle, Spacing } from "../../issue/style.ts";
import { createField, type Field } from "./field.ts";
import {
	type Parsed,
	parseCount,
	parseKey,
	parseNamed,
	parsePattern,
	parseText,
	parseWidth,
} from "./parse.ts";
import type { Stored } from "./stored.ts";

/** Changes the house style from what it is at that moment; `mark` joins typing for Undo. */
export type ChangeStyle = (
	mark: string | null,
	change: (style: HouseStyle) => HouseStyle,
) => Promise<boolean>;

/** An underline drawn wider than any heading is a slip of the keys. */
const WIDEST = 200;
const MOST_EMPTY_LINES = 9;

/** Blocks that stood right under each other could not be told apart. */
const FEWEST_EMPTY_LINES: Record<keyof Spacing, number> = {
	afterFrontMatter: 0,
	betweenBlocks: 1,
	afterHeading: 0,
	beforeLinks: 0,
	beforeSponsorAtFoot: 1,
	atEnd: 0,
};

export const SPACES = Object.keys(FEWEST_EMPTY_LINES) as (keyof Spacing)[];

/** What the patterns are tried on before they are taken. */
const SAMPLE: Stated = {
	number: 468,
	issueDate: "2019-12-15",
	publishedAt: "2019-12-22T13:40:01+00:00",
};

/** The typed parts of the house style that are always there. */
export interface StyleFieldSet {
	fileName: Field;
	titleLine: Field;
	sponsorHeading: Field;
	sponsorUnderline: Field;
	spacing: Record<keyof Spacing, Field>;
}

export function createStyleFields(stored: Stored, change: ChangeStyle): StyleFieldSet {
	function field<V>(
		name: string,
		textOf: (style: HouseStyle) => string,
		parse: (text: string) => Parsed<V>,
		apply: (style: HouseStyle, value: V) => HouseStyle,
	): Field {
		return createField<V>({
			id: `style-${name}`,
			stored: computed(() => textOf(stored.style.value)),
			parse,
			save: (value) => change(`style/${name}`, (style) => apply(style, value)),
		});
	}

	function spaceField(place: keyof Spacing): Field {
		return field(
			`spacing-${place}`,
			({ spacing }) => String(spacing[place]),
			(text) => parseCount(text, FEWEST_EMPTY_LINES[place], MOST_EMPTY_LINES),
			(style, count) => ({ ...style, spacing: { ...style.spacing, [place]: count } }),
		);
	}

	return {
		fileName: field(
			"file-name",
			({ fileName }) => fileName,
			(text) => (text.trim() === "" ? parseNamed(text) : parseTried(text.trim())),
			(style, fileName) => ({ ...style, fileName }),
		),
		titleLine: field(
			"title-line",
			({ titleLine }) => titleLine,
			parseTried,
			(style, titleLine) => ({ ...style, titleLine }),
		),
		sponsorHeading: field(
			"sponsor-heading",
			({ sponsor }) => sponsor.heading,
			parseNamed,
			(style, heading) => ({ ...style, sponsor: { ...style.sponsor, heading } }),
		),
		sponsorUnderline: field(
			"sponsor-underline",
			({ sponsor }) => widthText(sponsor.underline),
			(text) => parseWidth(text, WIDEST),
			(style, underline) => ({ ...style, sponsor: { ...style.sponsor, underline } }),
		),
		spacing: Object.fromEntries(
			SPACES.map((place) => [place, spaceField(place)]),
		) as StyleFieldSet["spacing"],
	};
}

/** Name and underline of one section. */
export interface SectionFieldSet {
	heading: Field;
	underline: Field;
}

export function createSectionFields(
	id: string,
	stored: Stored,
	change: ChangeStyle,
): SectionFieldSet {
	const section = computed(() => stored.style.value.sections.find((one) => one.id === id));
	const apply = (style: HouseStyle, parts: { heading: string } | { underline: number | null }) => ({
		...style,
		sections: style.sections.map((one) => (one.id === id ? { ...one, ...parts } : one)),
	});
	return {
		heading: createField({
			id: `style-section-${id}-heading`,
			stored: computed(() => section.value?.heading ?? ""),
			parse: (text) =>
				parseNamed(
					text,
					stored.style.value.sections.filter((one) => one.id !== id).map((one) => one.heading),
				),
			save: (heading) =>
				change(`style/section/${id}/heading`, (style) => apply(style, { heading })),
		}),
		underline: createField({
			id: `style-section-${id}-underline`,
			stored: computed(() => widthText(section.value?.underline ?? null)),
			parse: (text) => parseWidth(text, WIDEST),
			save: (underline) =>
				change(`style/section/${id}/underline`, (style) => apply(style, { underline })),
		}),
	};
}

/** Key and pattern of one line of the front matter. */
export interface LineFieldSet {
	key: Field;
	pattern: Field;
}

export function createLineFields(at: number, stored: Stored, change: ChangeStyle): LineFieldSet {
	const line = computed(() => stored.style.value.frontMatter[at]);
	const apply = (style: HouseStyle, parts: { key: string } | { pattern: string }) => ({
		...style,
		frontMatter: style.frontMatter.map((one, index) => (index === at ? { ...one, ...parts } : one)),
	});
	return {
		key: createField({
			id: `style-line-${at}-key`,
			stored: computed(() => line.value?.key ?? ""),
			parse: (text) =>
				parseKey(
					text,
					stored.style.value.frontMatter.filter((_, index) => index !== at).map(({ key }) => key),
				),
			save: (key) => change(`style/line/${at}/key`, (style) => apply(style, { key })),
		}),
		pattern: createField({
			id: `style-line-${at}-pattern`,
			stored: computed(() => line.value?.pattern ?? ""),
			parse: parseTried,
			save: (pattern) => change(`style/line/${at}/pattern`, (style) => apply(style, { pattern })),
		}),
	};
}

function parseTried(text: string): Parsed<string> {
	const problem = parsePattern(text, (pattern) => fillPattern(pattern, SAMPLE));
	return problem ? { problem } : parseText(text);
}

function widthText(width: number | null): string {
	return width === null ? "" : String(width);
}
