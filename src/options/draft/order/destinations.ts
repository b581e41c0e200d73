import { issueLabel } from "../../../core/archive/issue-label.ts";
import { SHELF } from "../../../data/db/records.ts";
import type { Desk } from "../../app/desk.ts";
import { headingOf } from "../../app/stored.ts";
import type { ItemList } from "./item-list.ts";

/** A place that items can be sent to. */
export type Destination = { key: string } & (
	| { section: string; heading: string }
	| { shelf: true }
	| { draft: string; issue: string | number }
);

/**
 * The other sections that are not hidden, the shelf, and the open drafts except the sample. From the
 * shelf, the current draft comes first.
 */
export function destinations(
	{ stored }: Pick<Desk, "stored">,
	list: ItemList,
	ids: readonly string[],
): Destination[] {
	const order = list.order.value;
	const hidden = hiddenSections(stored);
	const sections = order
		.filter(({ section, items }) => !hidden.has(section) && !ids.every((id) => items.includes(id)))
		.map(({ section }) => ({
			key: `section ${section}`,
			section,
			heading: headingOf(stored, section),
		}));
	const here = list.name === "draft" ? stored.draft.value?.id : SHELF;
	const drafts = stored.drafts.value
		.filter(({ id, sample }) => id !== here && !sample)
		.toSorted((a, b) => rank(a.id) - rank(b.id))
		.map((draft) => ({ key: `draft ${draft.id}`, draft: draft.id, issue: issueLabel(draft) }));
	function rank(id: string): number {
		return id === stored.currentDraft.value ? 0 : 1;
	}
	return [
		...sections,
		...(here === SHELF ? [] : [{ key: SHELF, shelf: true as const }]),
		...drafts,
	];
}

/** The ids of the hidden sections. They are never offered, but the items in them stay. */
export function hiddenSections({ style }: Desk["stored"]): ReadonlySet<string> {
	return new Set(style.value.sections.filter(({ hidden }) => hidden).map(({ id }) => id));
}

/** Sends items to a destination. Undo reverses this in one step. */
export async function sendItemsTo(
	{ items }: Pick<Desk, "items">,
	ids: readonly string[],
	to: Destination,
): Promise<void> {
	if ("section" in to) await items.moveTo(ids, { section: to.section, before: null });
	else await items.send(ids, "shelf" in to ? SHELF : to.draft);
}
