import { computed, type ReadonlySignal } from "@preact/signals";
import { fillPattern, type Stated } from "../../issue/pattern.ts";
import type { HouseStyle, SectionStyle, Spacing } from "../../issue/style.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field, type Standing } from "../fields/field.ts";
import type { FieldPart } from "../fields/field-ref.ts";
import {
	type Parsed,
	parseCount,
	parseNamed,
	parsePattern,
	parseText,
	parseWidth,
} from "../fields/parse.ts";

/**
 * Changes the house style from what it is at that moment; `mark` joins typing for Undo, `pending`
 * is whether the words that are saved by it are still unsaved. When `change` throws, nothing is.
 */
export type ChangeStyle = (
	mark: string | null,
	change: (style: HouseStyle) => HouseStyle,
	pending?: ReadonlySignal<boolean>,
) => Promise<boolean>;

/** What was typed belongs to a section or line that the house style no longer has. */
export class StylePartGone extends Error {
	override name = "StylePartGone";
}

/** The parts of a style, such as its sections, with one of them changed. Throws `StylePartGone`. */
export function withPart<P>(
	parts: readonly P[],
	isIt: (part: P) => boolean,
	change: Partial<P>,
): P[] {
	if (!parts.some(isIt)) throw new StylePartGone();
	return parts.map((part) => (isIt(part) ? { ...part, ...change } : part));
}

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
		name: FieldPart<"style">,
		textOf: (style: HouseStyle) => string,
		parse: (text: string) => Parsed<V>,
		apply: (style: HouseStyle, value: V) => HouseStyle,
	): Field {
		return createField<V>({
			ref: { of: "style", id: "", part: name },
			stored: computed(() => textOf(stored.style.value)),
			parse,
			save: (value, pending) => change(`style/${name}`, (style) => apply(style, value), pending),
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
	const isIt = (one: SectionStyle) => one.id === id;
	const section = computed(() => stored.style.value.sections.find(isIt));
	const standing = computed((): Standing => (section.value ? "here" : "gone"));

	function save(
		name: keyof SectionFieldSet,
		parts: Partial<SectionStyle>,
		pending: ReadonlySignal<boolean>,
	): Promise<boolean> {
		const revise = (style: HouseStyle) => ({
			...style,
			sections: withPart(style.sections, isIt, parts),
		});
		return change(`style/section/${id}/${name}`, revise, pending);
	}

	return {
		heading: createField({
			ref: { of: "style-section", id, part: "heading" },
			standing,
			stored: computed(() => section.value?.heading ?? ""),
			parse: (text) =>
				parseNamed(
					text,
					stored.style.value.sections.filter((one) => !isIt(one)).map((one) => one.heading),
				),
			save: (heading, pending) => save("heading", { heading }, pending),
		}),
		underline: createField({
			ref: { of: "style-section", id, part: "underline" },
			standing,
			stored: computed(() => widthText(section.value?.underline ?? null)),
			parse: (text) => parseWidth(text, WIDEST),
			save: (underline, pending) => save("underline", { underline }, pending),
		}),
	};
}

/** A pattern that can be filled in. */
export function parseTried(text: string): Parsed<string> {
	const problem = parsePattern(text, (pattern) => fillPattern(pattern, SAMPLE));
	return problem ? { problem } : parseText(text);
}

function widthText(width: number | null): string {
	return width === null ? "" : String(width);
}
