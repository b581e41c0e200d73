import type { HouseStyle } from "../../issue/style.ts";
import { reviseHouseStyle } from "../../storage/settings.ts";
import type { Fields } from "./fields.ts";
import type { Saving } from "./saving.ts";
import { type Sentence, sentence } from "./sentence.ts";
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
	set(parts: Partial<HouseStyle>): Promise<void>;
	/** Adds a section at the end. Resolves to its id, or null. */
	addSection(heading: string): Promise<string | null>;
	moveSection(id: string, direction: "up" | "down"): Promise<void>;
	/** Removes a section, unless the draft has items in it. */
	removeSection(id: string): Promise<void>;
	addLine(): Promise<void>;
	moveLine(at: number, direction: "up" | "down"): Promise<void>;
	removeLine(at: number): Promise<void>;
	/** Takes a whole style, as one learned from an issue. */
	take(style: HouseStyle): Promise<boolean>;
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
			await change(null, (style) => ({ ...style, ...parts }));
		},
		async addSection(heading) {
			const name = heading.trim();
			const { sections: known } = stored.style.peek();
			if (name === "" || known.some((section) => section.heading === name)) return null;
			const id = freeId(
				name,
				known.map((section) => section.id),
			);
			const added = await reshape((style) => ({
				...style,
				sections: [...style.sections, { id, heading: name, underline: null }],
			}));
			if (added) say(sentence("optionsSectionAdded", name));
			return added ? id : null;
		},
		async moveSection(id, direction) {
			await reshape((style) => {
				const at = style.sections.findIndex((section) => section.id === id);
				return { ...style, sections: swapped(style.sections, at, direction) };
			});
		},
		async removeSection(id) {
			if (stored.itemsIn(id).peek().length > 0) {
				say(sentence("optionsSectionNotEmpty"));
				return;
			}
			const removed = await reshape((style) => ({
				...style,
				sections: style.sections.filter((section) => section.id !== id),
			}));
			if (!removed) return;
			fields.drop(Object.values(sections.get(id) ?? {}));
			sections.delete(id);
			say(sentence("optionsSectionRemoved"));
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
		take: (style) => reshape(() => style),
	};
}

function swapped<T>(list: readonly T[], at: number, direction: "up" | "down"): T[] {
	const other = direction === "up" ? at - 1 : at + 1;
	const [one, two] = [list[at], list[other]];
	if (one === undefined || two === undefined) return [...list];
	return list.map((entry, index) => (index === at ? two : index === other ? one : entry));
}

/** An id made from a name that none of `taken` has. */
function freeId(name: string, taken: readonly string[]): string {
	const plain = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
	const stem = plain || "section";
	let id = stem;
	for (let next = 2; taken.includes(id); next += 1) id = `${stem}-${next}`;
	return id;
}
