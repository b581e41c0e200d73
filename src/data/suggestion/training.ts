import type { SectionStyle } from "../../core/house-style/house-style.ts";
import { foldedHeading } from "../../core/links/heading-key.ts";
import { addExample, move, removeExample } from "../../core/suggestion/learn-sections.ts";
import { modelFor } from "../../core/suggestion/section-suggestion.ts";
import type { SectionModel } from "../../core/suggestion/suggest.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import { type ItemRecord, SAMPLE } from "../db/records.ts";
import { currentDraft } from "../drafts/drafts.ts";
import { itemById, itemsOf } from "../items/items.ts";
import { houseStyle } from "../settings/settings.ts";
import type { LearnedSections } from "./section-model.ts";

/** The state during learning. */
interface Known {
	model: SectionModel;
	taught: LearnedSections["taught"];
}

/** Used while nothing has been learned from an archive. */
const NO_BASIS = "";

/**
 * Learns from the present sections of items that are new, or were moved or deleted, since they were last
 * learned from. Called after a change of these items. Calling it twice changes nothing.
 */
export async function trainSuggestion(ids: readonly string[]): Promise<void> {
	const [found, { sections }] = await Promise.all([Promise.all(ids.map(itemById)), houseStyle()]);
	const items = found.filter((item) => item !== null);
	const transaction = (await database()).transaction("derived", "readwrite");
	const record = await transaction.store.get("sections");
	const kept = record?.value as LearnedSections | undefined;
	const known: Known = kept
		? { model: JSON.parse(kept.model), taught: kept.taught }
		: { model: modelFor(sections), taught: {} };
	const now = items.reduce((before, item) => withItem(before, item, sections), known);
	if (now !== known) {
		await transaction.store.put({
			key: "sections",
			basis: record?.basis ?? NO_BASIS,
			value: toStored(now),
		});
	}
	await transaction.done;
	if (now !== known) announce(["derived"]);
}

/**
 * Replaces what was known by what was learned from the archive, and then learns from the current draft.
 *
 * @param basis the state of the archive that was learned from, as returned by `archiveBasis`
 */
export async function keepLearned(model: SectionModel, basis: string): Promise<void> {
	const [draft, { sections }] = await Promise.all([currentDraft(), houseStyle()]);
	const items = draft ? await itemsOf(draft.id) : [];
	const fresh: Known = { model, taught: {} };
	const value = toStored(items.reduce((before, item) => withItem(before, item, sections), fresh));
	await (await database()).put("derived", { key: "sections", basis, value });
	announce(["derived"]);
}

/** Returns the state after learning from an item, or the same object if nothing changes. */
function withItem(known: Known, item: ItemRecord, sections: readonly SectionStyle[]): Known {
	const heading = sections.find(({ id }) => id === item.section)?.heading;
	const { [item.id]: before, ...others } = known.taught;
	const counts = item.deletedAt === null && item.draftId !== SAMPLE;
	const there = counts && item.links.length > 0 && heading !== undefined;
	const now = there ? foldedHeading(heading) : undefined;
	if (before === now) return known;
	const { model } = known;
	const pages = item.links;
	if (now === undefined) {
		const example = { pages, section: before ?? "" };
		return { model: removeExample(model, example), taught: others };
	}
	return {
		model:
			before === undefined
				? addExample(model, { pages, section: now })
				: move(model, { pages, section: before }, now),
		taught: { ...others, [item.id]: now },
	};
}

function toStored({ model, taught }: Known): LearnedSections {
	return { model: JSON.stringify(model), taught };
}
