import type { ReadonlySignal } from "@preact/signals";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { freeSectionId } from "../../core/house-style/section-id.ts";
import { applyStyle } from "../../data/settings/apply-style.ts";
import { reviseHouseStyle } from "../../data/settings/settings.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import type { Field } from "../fields/field.ts";
import type { Fields } from "../fields/fields.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { getOrCreate } from "../signals/get-or-create.ts";
import { createLineFields, type LineFieldSet } from "./line-fields.ts";
import { createSectionStyles, type SectionStyles } from "./sections/section-styles.ts";
import {
	createSectionFields,
	createStandingField,
	createStyleFields,
	type SectionFieldSet,
	type StyleFieldSet,
} from "./style-fields.ts";

/** The fields and actions of the house style. Typed parts are fields; the others are actions. */
export interface StyleState {
	readonly fields: StyleFieldSet;
	section(id: string): SectionFieldSet;
	line(at: number): LineFieldSet;
	/** The pattern of a standing text, for all issues. */
	standing(id: string): Field;
	/** Removes a standing text from all issues. */
	removeStanding(id: string): Promise<boolean>;
	/** Changes parts that are chosen and not typed. */
	set(parts: (style: HouseStyle) => Partial<HouseStyle>): Promise<void>;
	readonly sections: SectionStyles;
	/** Resolves to whether the line has been added. */
	addLine(): Promise<boolean>;
	moveLine(at: number, direction: "up" | "down"): Promise<void>;
	removeLine(at: number): Promise<void>;
	/** Replaces the whole style, for example with a learned one. */
	take(style: HouseStyle): Promise<boolean>;
}

export function createStyleState(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	showNotice: (what: Sentence) => void,
): StyleState {
	const sections = new Map<string, SectionFieldSet>();
	const lines = new Map<number, LineFieldSet>();
	const standing = new Map<string, Field>();

	async function change(
		mark: string | null,
		next: (style: HouseStyle) => HouseStyle,
		pending?: ReadonlySignal<boolean>,
	): Promise<boolean> {
		return saveAndRead(stored, saving, () => reviseHouseStyle(mark, next), pending);
	}

	/** Changes the order or number of the parts, after the typed text in their fields has been saved. */
	async function reshape(next: (style: HouseStyle) => HouseStyle): Promise<boolean> {
		await fields.flush();
		return change(null, next);
	}

	const sectionStyles = createSectionStyles({ stored, reshape, showNotice });
	const own = createStyleFields(stored, change);
	fields.add([
		...[own.fileName, own.titleLine, own.item, own.sponsorHeading, own.sponsorUnderline],
		...Object.values(own.spacing),
	]);

	function added<F extends object>(set: F): F {
		fields.add(Object.values(set));
		return set;
	}

	const section = (id: string) =>
		getOrCreate(sections, id, () => added(createSectionFields(id, stored, change)));
	const line = (at: number) =>
		getOrCreate(lines, at, () => added(createLineFields(at, stored, change)));

	const standingField = (id: string) =>
		getOrCreate(standing, id, () => {
			const field = createStandingField(id, stored, change);
			fields.add([field]);
			return field;
		});

	fields.findBy((ref) => {
		if (ref.of !== "style-standing") return null;
		const isThere = stored.style.peek().standing.some(({ id }) => id === ref.id);
		return isThere ? standingField(ref.id) : null;
	});
	fields.findBy((ref) => {
		if (ref.of !== "style-section") return null;
		const isThere = stored.style.peek().sections.some(({ id }) => id === ref.id);
		return isThere ? section(ref.id)[ref.part] : null;
	});
	fields.findBy((ref) => {
		if (ref.of !== "style-line") return null;
		const at = stored.style.peek().frontMatter.lines.findIndex(({ key }) => key === ref.id);
		return at >= 0 ? line(at)[ref.part] : null;
	});

	/**
	 * Called when lines have moved. The text of their fields has been stored, or is kept as left-over text.
	 */
	function forgetLines(): void {
		for (const set of lines.values()) fields.drop(Object.values(set));
		lines.clear();
	}

	return {
		fields: own,
		section,
		line,
		standing: standingField,
		async removeStanding(id) {
			const removed = await reshape((style) => ({
				...style,
				standing: style.standing.filter((text) => text.id !== id),
			}));
			if (removed) showNotice(sentence("optionsStandingRemoved"));
			return removed;
		},
		async set(parts) {
			await change(null, (style) => ({ ...style, ...parts(style) }));
		},
		sections: {
			...sectionStyles,
			async remove(id) {
				const removed = await sectionStyles.remove(id);
				if (!removed) return false;
				fields.drop(Object.values(sections.get(id) ?? {}));
				sections.delete(id);
				return true;
			},
		},
		addLine() {
			return reshape(
				withLines((lines) => {
					const keys = lines.map(({ key }) => key);
					return [...lines, { key: freeSectionId("key", keys), pattern: "" }];
				}),
			);
		},
		async moveLine(at, direction) {
			const moved = await reshape(withLines((lines) => swapped(lines, at, direction)));
			if (moved) forgetLines();
		},
		async removeLine(at) {
			const removed = await reshape(withLines((lines) => lines.filter((_, index) => index !== at)));
			if (removed) forgetLines();
		},
		async take(style) {
			await fields.flush();
			return saveAndRead(stored, saving, () => applyStyle(style));
		},
	};
}

type FrontMatterLines = HouseStyle["frontMatter"]["lines"];

/** Changes the lines of the front matter. If the style had none, it uses YAML from then on. */
function withLines(change: (lines: FrontMatterLines) => FrontMatterLines) {
	return (style: HouseStyle): HouseStyle => {
		const { kind, lines } = style.frontMatter;
		const changed = change(lines);
		const isNew = kind === "none" && changed.length > 0;
		const now = changed.length === 0 ? "none" : isNew ? "yaml" : kind;
		return { ...style, frontMatter: { kind: now, lines: changed } };
	};
}

/** The list with one entry swapped with its neighbor; unchanged at the ends. */
function swapped<T>(list: readonly T[], at: number, direction: "up" | "down"): T[] {
	const other = direction === "up" ? at - 1 : at + 1;
	const [one, two] = [list[at], list[other]];
	if (one === undefined || two === undefined) return [...list];
	return list.map((entry, index) => (index === at ? two : index === other ? one : entry));
}
