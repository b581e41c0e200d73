import { foldedHeading } from "../links/heading-key.ts";
import type { PageToSort } from "./page-traits.ts";
import { emptyModel, type SectionModel, type Suggestion, suggest } from "./suggest.ts";

/** A section of the house style; a model knows it by the key of its heading. */
interface KnownSection {
	id: string;
	heading: string;
}

/** A model that has learned nothing yet, for these sections. */
export function modelFor(sections: readonly KnownSection[]): SectionModel {
	return emptyModel(sections.map(({ heading }) => ({ id: foldedHeading(heading), heading })));
}

/**
 * The section a page probably belongs to, by its id; null when there is no choice.
 *
 * @param model knows sections by the keys of their headings; null before anything was learned
 */
export function suggestSection(
	model: SectionModel | null,
	sections: readonly KnownSection[],
	page: PageToSort,
): Suggestion | null {
	const ids = new Map(sections.map(({ id, heading }) => [foldedHeading(heading), id]));
	const found = suggest(model ?? modelFor(sections), [page], [...ids.keys()]);
	return found && { ...found, section: ids.get(found.section) ?? "" };
}
