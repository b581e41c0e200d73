import { computed, type ReadonlySignal } from "@preact/signals";
import type {
	HouseStyle,
	SectionStyle,
	Spacing,
	SponsorStyle,
	StandingText,
} from "../../core/house-style/house-style.ts";
import { type PatternFault, patternFault } from "../../core/house-style/pattern-fault.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field, type FieldStatus } from "../fields/field.ts";
import type { FieldPart } from "../fields/field-ref.ts";
import {
	type Parsed,
	parseCount,
	parseHeading,
	parseNamed,
	parsePattern,
	parseText,
	parseWidth,
} from "../fields/parse.ts";

/**
 * Changes the current house style. `mark` groups typing into one step of Undo, and `pending` says whether
 * the text that is saved is still unsaved. If `change` throws, nothing is changed.
 */
export type ChangeStyle = (
	mark: string | null,
	change: (style: HouseStyle) => HouseStyle,
	pending?: ReadonlySignal<boolean>,
) => Promise<boolean>;

/** The text was typed for a section or line that the house style no longer has. */
class StylePartGone extends Error {
	override name = "StylePartGone";
}

/** The parts of a style, such as its sections, with one part changed. Throws `StylePartGone`. */
export function withPart<P>(
	parts: readonly P[],
	isIt: (part: P) => boolean,
	change: Partial<P>,
): P[] {
	if (!parts.some(isIt)) throw new StylePartGone();
	return parts.map((part) => (isIt(part) ? { ...part, ...change } : part));
}

/** An underline that is wider than any heading is a typing mistake. */
const WIDEST = 200;
const MAX_EMPTY_LINES = 9;
/** The deepest heading level of markdown. */
const DEEPEST_LEVEL = 6;

/** Parts without an empty line between them could not be told apart. */
const MIN_EMPTY_LINES: Record<keyof Spacing, number> = {
	afterFrontMatter: 0,
	beforeHeading: 1,
	afterHeading: 0,
	betweenItems: 1,
	betweenListItems: 0,
	aroundText: 1,
	beforeSponsorAtFoot: 1,
	atEnd: 0,
};

export const SPACES = Object.keys(MIN_EMPTY_LINES) as (keyof Spacing)[];

/** The typed fields of the house style that always exist. */
export interface StyleFieldSet {
	fileName: Field;
	titleLine: Field;
	/** The item pattern of all sections that have no own pattern. */
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
			(text) => parseCount(text, MIN_EMPTY_LINES[place], MAX_EMPTY_LINES),
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

/** The typed fields of one section. */
export interface SectionFieldSet {
	heading: Field;
	underline: Field;
	level: Field;
	/** Its own item pattern; empty to use that of the newsletter. */
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
				parseHeading(
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

/** The pattern of one standing text. */
export function createStandingField(id: string, stored: Stored, change: ChangeStyle): Field {
	const isIt = (one: StandingText) => one.id === id;
	const standing = computed(() => stored.style.value.standing.find(isIt));
	return createField({
		ref: { of: "style-standing", id, part: "text" },
		status: computed((): FieldStatus => (standing.value ? "here" : "gone")),
		stored: computed(() => standing.value?.text ?? ""),
		parse: (text) => parseTried(text, stored.style.value),
		save: (text, pending) => {
			const revise = (style: HouseStyle) => ({
				...style,
				standing: withPart(style.standing, isIt, { text }),
			});
			return change(`style/standing/${id}`, revise, pending);
		},
	});
}

/** A section without its own pattern has no `item` property. */
function withoutEmptyItem({ item, ...section }: SectionStyle): SectionStyle {
	return item ? { ...section, item } : section;
}

/** A style with a changed sponsor style. If it had none, the usual one is used. */
export function withSponsor(style: HouseStyle, parts: Partial<SponsorStyle>): HouseStyle {
	const sponsor = style.sponsor ?? { heading: "{name}", underline: null, atFoot: false };
	return { ...style, sponsor: { ...sponsor, ...parts } };
}

/** An item pattern from which items can be parsed again, or what is wrong with it. */
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

/** A pattern that can be filled in, or what is wrong with it. */
export function parseTried(text: string, { fields }: Pick<HouseStyle, "fields">): Parsed<string> {
	const problem = parsePattern(text, new Set(fields.map(({ name }) => name)));
	return problem ? { problem } : parseText(text);
}

function widthText(width: number | null): string {
	return width === null ? "" : String(width);
}
