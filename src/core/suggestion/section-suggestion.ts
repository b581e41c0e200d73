import { foldedHeading } from "../links/heading-key.ts";
import type { PageInfo } from "./page-traits.ts";
import { emptyModel, type SectionModel, type Suggestion, suggest } from "./suggest.ts";

/** A section of the house style. Models identify it by the key of its heading. */
interface KnownSection {
	id: string;
	heading: string;
}

/** Creates a model for these sections that has not learned anything yet. */
export function modelFor(sections: readonly KnownSection[]): SectionModel {
	return emptyModel(sections.map(({ heading }) => ({ id: foldedHeading(heading), heading })));
}

/**
 * The most probable section of a page, by its id; null if there are fewer than two sections.
 *
 * @param model a model that identifies sections by the keys of their headings; null if nothing was
 *   learned
 */
export function suggestSection(
	model: SectionModel | null,
	sections: readonly KnownSection[],
	page: PageInfo,
): Suggestion | null {
	const ids = new Map(sections.map(({ id, heading }) => [foldedHeading(heading), id]));
	const found = suggest(model ?? modelFor(sections), [page], [...ids.keys()]);
	return found && { ...found, section: ids.get(found.section) ?? "" };
}
