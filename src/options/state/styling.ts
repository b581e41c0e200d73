import type { HouseStyle } from "../../issue/style.ts";
import { reviseHouseStyle } from "../../storage/settings.ts";
import { takeStyle } from "../../storage/take-style.ts";
import type { Fields } from "./fields.ts";
import { type Saving, saveAndRead } from "./saving.ts";
import { createSectionStyling, freeId, type SectionStyling, swapped } from "./section-styling.ts";
import type { Sentence } from "./sentence.ts";
import type { Stored } from "./stored.ts";
import {
	createLineFields,
	createSectionFields,
	createStyleFields,
	type LineFieldSet,
	type SectionFieldSet,
	type StyleFieldSet,
} from "./style-fields.ts";

/** What can be done with the house style. Typed parts are fields; the rest are actions. */
export interface Styling {
	readonly fields: StyleFieldSet;
	section(id: string): SectionFieldSet;
	line(at: number): LineFieldSet;
	/** Changes parts that are chosen rather than typed. */
	set(parts: (style: HouseStyle) => Partial<HouseStyle>): Promise<void>;
	readonly sections: SectionStyling;
	addLine(): Promise<void>;
	moveLine(at: number, direction: "up" | "down"): Promise<void>;
	removeLine(at: number): Promise<void>;
	/** Takes a whole style, as one learned from an issue, and its footer for a draft without. */
	take(style: HouseStyle, footer: string): Promise<boolean>;
}

export function createStyling(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	say: (what: Sentence) => void,
): Styling {
	const sections = new Map<string, SectionFieldSet>();
	const lines = new Map<number, LineFieldSet>();

	async function change(
		mark: string | null,
		next: (style: HouseStyle) => HouseStyle,
	): Promise<boolean> {
		const saved = await saving.run(async () => {
			await reviseHouseStyle(mark, next);
			await stored.refresh();
		});
		return saved !== null;
	}

	/** Changes the shape of a list, once what is typed in its fields is saved. */
	async function reshape(next: (style: HouseStyle) => HouseStyle): Promise<boolean> {
		await fields.flush();
		return change(null, next);
	}

	const sectionStyling = createSectionStyling({ stored, reshape, say });
	const own = createStyleFields(stored, change);
	fields.add([
		...[own.fileName, own.titleLine, own.sponsorHeading, own.sponsorUnderline],
		...Object.values(own.spacing),
	]);

	function made<K, F extends object>(known: Map<K, F>, key: K, make: () => F): F {
		const found = known.get(key);
		if (found) return found;
		const set = make();
		known.set(key, set);
		// Views ask while they are drawn, when no signal they follow may change.
		queueMicrotask(() => fields.add(Object.values(set)));
		return set;
	}

	return {
		fields: own,
		section: (id) => made(sections, id, () => createSectionFields(id, stored, change)),
		line: (at) => made(lines, at, () => createLineFields(at, stored, change)),
		async set(parts) {
			await change(null, (style) => ({ ...style, ...parts(style) }));
		},
		sections: {
			...sectionStyling,
			async remove(id) {
				const removed = await sectionStyling.remove(id);
				if (!removed) return false;
				fields.drop(Object.values(sections.get(id) ?? {}));
				sections.delete(id);
				return true;
			},
		},
		async addLine() {
			await reshape((style) => {
				const keys = style.frontMatter.map(({ key }) => key);
				return {
					...style,
					frontMatter: [...style.frontMatter, { key: freeId("key", keys), pattern: "" }],
				};
			});
		},
		async moveLine(at, direction) {
			await reshape((style) => ({
				...style,
				frontMatter: swapped(style.frontMatter, at, direction),
			}));
		},
		async removeLine(at) {
			const removed = await reshape((style) => ({
				...style,
				frontMatter: style.frontMatter.filter((_, index) => index !== at),
			}));
			if (!removed) return;
			// The lines below are one up now: what their fields held is on disk.
			for (const set of lines.values()) fields.drop(Object.values(set));
			lines.clear();
		},
		async take(style, footer) {
			await fields.flush();
			const draft = stored.draft.peek();
			const into = draft && footer !== "" ? { draftId: draft.id, footer } : null;
			return saveAndRead(stored, saving, () => takeStyle(style, into));
		},
	};
}
