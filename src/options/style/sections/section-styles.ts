import { type ReadonlySignal, signal } from "@preact/signals";
import type { HouseStyle, SectionStyle } from "../../../core/house-style/house-style.ts";
import { moveSection } from "../../../core/house-style/move-section.ts";
import { freeSectionId } from "../../../core/house-style/section-id.ts";
import { shownSections } from "../../../core/house-style/shown-sections.ts";
import { itemsInSection } from "../../../data/items/section-use.ts";
import { type Sentence, sentence } from "../../../sentences/sentence.ts";
import type { Stored } from "../../app/stored.ts";
import { parseHeading } from "../../fields/parse.ts";

/** The actions on the sections of the house style, except typing in their fields. */
export interface SectionStyles {
	/** Why the last section could not be added; null after a success, or when the name is changed. */
	readonly addProblem: ReadonlySignal<Sentence | null>;
	forgetAddProblem(): void;
	/** Adds a section at the end. Resolves to its id, or null if that failed. */
	add(heading: string): Promise<string | null>;
	/**
	 * Moves a section with the sections inside it.
	 *
	 * @param isShown whether a section is shown in the list where it is moved; by default all are
	 */
	move(
		id: string,
		direction: "up" | "down",
		isShown?: (section: SectionStyle) => boolean,
	): Promise<void>;
	/** Hides a section from menus, popup and draft, or shows it again. Items in it stay. */
	hide(id: string, hidden: boolean): Promise<void>;
	/** Removes an empty section. Resolves to whether it has been removed. */
	remove(id: string): Promise<boolean>;
}

interface Needs {
	stored: Stored;
	/** Changes the house style after the typed text in its fields has been saved. */
	reshape(next: (style: HouseStyle) => HouseStyle): Promise<boolean>;
	showNotice(what: Sentence): void;
}

export function createSectionStyles({ stored, reshape, showNotice }: Needs): SectionStyles {
	const addProblem = signal<Sentence | null>(null);

	/** The last visible section cannot be hidden or removed, because clips need a section. */
	function isLastShown(id: string): boolean {
		const shown = shownSections(stored.style.peek());
		return shown.length === 1 && shown[0]?.id === id;
	}

	function headingOf(id: string): string {
		return stored.style.peek().sections.find((section) => section.id === id)?.heading ?? id;
	}

	const revise = (change: (sections: readonly SectionStyle[]) => SectionStyle[]) =>
		reshape((style) => ({ ...style, sections: change(style.sections) }));

	return {
		addProblem,
		forgetAddProblem() {
			addProblem.value = null;
		},
		async add(text) {
			const { sections } = stored.style.peek();
			const parsed = parseHeading(
				text,
				sections.map(({ heading }) => heading),
			);
			addProblem.value = "problem" in parsed ? parsed.problem : null;
			if ("problem" in parsed) return null;
			const heading = parsed.value;
			const id = freeSectionId(
				heading,
				sections.map((section) => section.id),
			);
			const added = await revise((known) => [
				...known,
				{ id, heading, level: known[0]?.level ?? 1, underline: null },
			]);
			if (added) showNotice(sentence("optionsSectionAdded", heading));
			return added ? id : null;
		},
		async move(id, direction, isShown) {
			await revise((sections) => moveSection(sections, id, direction, isShown));
		},
		async hide(id, hidden) {
			if (hidden && isLastShown(id)) {
				showNotice(sentence("optionsSectionLast"));
				return;
			}
			const done = await revise((sections) =>
				sections.map((section) => (section.id === id ? withHidden(section, hidden) : section)),
			);
			if (!done) return;
			showNotice(sentence(hidden ? "optionsSectionHidden" : "optionsSectionShown", headingOf(id)));
		},
		async remove(id) {
			if (isLastShown(id)) {
				showNotice(sentence("optionsSectionLast"));
				return false;
			}
			if ((await itemsInSection(id)) > 0) {
				showNotice(sentence("optionsSectionNotEmpty"));
				return false;
			}
			const removed = await revise((sections) => sections.filter((section) => section.id !== id));
			if (removed) showNotice(sentence("optionsSectionRemoved"));
			return removed;
		},
	};
}

function withHidden({ hidden: _, ...section }: SectionStyle, hidden: boolean): SectionStyle {
	return { ...section, ...(hidden && { hidden }) };
}
