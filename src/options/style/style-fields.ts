import { computed, type ReadonlySignal } from "@preact/signals";
import type {
	HouseStyle,
	SectionStyle,
	Spacing,
	SponsorStyle,
} from "../../core/house-style/house-style.ts";
import { type PatternFault, patternFault } from "../../core/house-style/item-pattern.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field, type FieldStatus } from "../fields/field.ts";
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
class StylePartGone extends Error {
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
/** Markdown has no deeper heading. */
const DEEPEST_LEVEL = 6;

/** Parts that stood right under each other could not be told apart. */
const FEWEST_EMPTY_LINES: Record<keyof Spacing, number> = {
	afterFrontMatter: 0,
	beforeHeading: 1,
	afterHeading: 0,
	betweenItems: 1,
	betweenListItems: 0,
	aroundText: 1,
	beforeSponsorAtFoot: 1,
	atEnd: 0,
};

export const SPACES = Object.keys(FEWEST_EMPTY_LINES) as (keyof Spacing)[];

/** The typed parts of the house style that are always there. */
export interface StyleFieldSet {
	fileName: Field;
	titleLine: Field;
	/** The item pattern of every section that has none of its own. */
	item: Field;
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
			(text) =>
				text.trim() === "" ? parseNamed(text) : parseTried(text.trim(), stored.style.value),
			(style, fileName) => ({ ...style, fileName }),
		),
		titleLine: field(
			"title-line",
			({ titleLine }) => titleLine,
			(text) => parseTried(text, stored.style.value),
			(style, titleLine) => ({ ...style, titleLine }),
		),
		item: field(
			"item",
			({ item }) => item,
			parseItemText,
			(style, item) => ({ ...style, item }),
		),
		sponsorHeading: field(
			"sponsor-heading",
			({ sponsor }) => sponsor?.heading ?? "",
			parseNamed,
			(style, heading) => withSponsor(style, { heading }),
		),
		sponsorUnderline: field(
			"sponsor-underline",
			({ sponsor }) => widthText(sponsor?.underline ?? null),
			(text) => parseWidth(text, WIDEST),
			(style, underline) => withSponsor(style, { underline }),
		),
		spacing: Object.fromEntries(
			SPACES.map((place) => [place, spaceField(place)]),
		) as StyleFieldSet["spacing"],
	};
}

/** What is typed of one section. */
export interface SectionFieldSet {
	heading: Field;
	underline: Field;
	level: Field;
	/** Its own item pattern; empty for that of the newsletter. */
	item: Field;
}

export function createSectionFields(
	id: string,
	stored: Stored,
	change: ChangeStyle,
): SectionFieldSet {
	const isIt = (one: SectionStyle) => one.id === id;
	const section = computed(() => stored.style.value.sections.find(isIt));
	const status = computed((): FieldStatus => (section.value ? "here" : "gone"));

	function save(
		name: keyof SectionFieldSet,
		parts: Partial<SectionStyle>,
		pending: ReadonlySignal<boolean>,
	): Promise<boolean> {
		const revise = (style: HouseStyle) => ({
			...style,
			sections: withPart(style.sections, isIt, parts).map(withoutEmptyItem),
		});
		return change(`style/section/${id}/${name}`, revise, pending);
	}

	return {
		heading: createField({
			ref: { of: "style-section", id, part: "heading" },
			status,
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
			status,
			stored: computed(() => widthText(section.value?.underline ?? null)),
			parse: (text) => parseWidth(text, WIDEST),
			save: (underline, pending) => save("underline", { underline }, pending),
		}),
		level: createField({
			ref: { of: "style-section", id, part: "level" },
			status,
			stored: computed(() => String(section.value?.level ?? "")),
			parse: (text) => parseCount(text, 1, DEEPEST_LEVEL),
			save: (level, pending) => save("level", { level }, pending),
		}),
		item: createField({
			ref: { of: "style-section", id, part: "item" },
			status,
			stored: computed(() => section.value?.item ?? ""),
			parse: (text) => (text.trim() === "" ? { value: "" } : parseItemText(text)),
			save: (item, pending) => save("item", { item }, pending),
		}),
	};
}

/** A section that has no pattern of its own says so by having none. */
function withoutEmptyItem({ item, ...section }: SectionStyle): SectionStyle {
	return item ? { ...section, item } : section;
}

/** A style with its sponsors' block changed; one that had none gets the usual one. */
export function withSponsor(style: HouseStyle, parts: Partial<SponsorStyle>): HouseStyle {
	const sponsor = style.sponsor ?? { heading: "{name}", underline: null, atFoot: false };
	return { ...style, sponsor: { ...sponsor, ...parts } };
}

/** An item pattern that an item could be read back by, or what is wrong with it. */
function parseItemText(text: string): Parsed<string> {
	const pattern = text.replace(/\s+$/, "");
	const fault = patternFault(pattern);
	return fault ? { problem: faultSentence(fault) } : { value: pattern };
}

function faultSentence(fault: PatternFault): Sentence {
	const { kind } = fault;
	if ("next" in fault) return sentence(`optionsPatternFault_${fault.kind}`, fault.slot, fault.next);
	if ("slot" in fault) return sentence(`optionsPatternFault_${fault.kind}`, fault.slot);
	if ("text" in fault) return sentence(`optionsPatternFault_${fault.kind}`, fault.text);
	return sentence(`optionsPatternFault_${kind}`);
}

/** A pattern that can be filled in. */
export function parseTried(text: string, { fields }: Pick<HouseStyle, "fields">): Parsed<string> {
	const problem = parsePattern(text, new Set(fields.map(({ name }) => name)));
	return problem ? { problem } : parseText(text);
}

function widthText(width: number | null): string {
	return width === null ? "" : String(width);
}
