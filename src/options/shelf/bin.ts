import { computed, type ReadonlySignal } from "@preact/signals";
import { liveQuery } from "../../data/db/live-query.ts";
import { type DraftRecord, type ItemRecord, SHELF } from "../../data/db/records.ts";
import { deletedDrafts, restoreDraft } from "../../data/drafts/draft-list.ts";
import { draftById } from "../../data/drafts/drafts.ts";
import { BIN_MS, binItems } from "../../data/items/bin.ts";
import { restoreItems } from "../../data/items/item-moves.ts";
import { itemsOf } from "../../data/items/items.ts";
import { countedSentence, type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import { learnFrom } from "../draft/items/learn-from.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { failureOf } from "../signals/failure-of.ts";

/** An item in the bin. */
export interface BinItem {
	item: ItemRecord;
	/** Where it was: the issue number of the draft, or the shelf; null if neither is known. */
	from: number | typeof SHELF | null;
}

/** A draft in the bin, with the number of its items. */
export interface BinDraft {
	draft: DraftRecord;
	count: number;
}

/** What was deleted in the last 30 days, and the actions that restore it. */
export interface Bin {
	/** The latest first; null until they have been read. */
	readonly items: ReadonlySignal<readonly BinItem[] | null>;
	readonly drafts: ReadonlySignal<readonly BinDraft[]>;
	/** Why the last read failed; null if it succeeded. */
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Restores items to where they were, or to the current draft if their draft is no longer open. */
	putBack(ids: readonly string[]): Promise<void>;
	putBackDraft(id: string): Promise<void>;
	/** Reads the bin, and again after each change, until the returned function is called. */
	follow(): () => void;
}

export function createBin(
	stored: Stored,
	saving: Saving,
	showNotice: (what: Sentence) => void,
): Bin {
	const bin = liveQuery(["items", "drafts"], readBin);
	const drafts = computed(() => bin.data.value?.drafts ?? []);

	return {
		items: computed(() => bin.data.value?.items ?? null),
		drafts,
		failure: failureOf(bin, "readDraft"),
		async putBack(ids) {
			const saved = await saveAndRead(stored, saving, async () => {
				await restoreItems(ids);
				await bin.refresh();
			});
			if (!saved) return;
			learnFrom(ids);
			showNotice(countedSentence("optionsPutBackItems", ids.length));
		},
		async putBackDraft(id) {
			const number = drafts.peek().find(({ draft }) => draft.id === id)?.draft.number ?? "";
			const saved = await saveAndRead(stored, saving, async () => {
				await restoreDraft(id);
				await bin.refresh();
			});
			if (saved) showNotice(sentence("optionsPutBackDraft", number));
		},
		follow: bin.follow,
	};
}

async function readBin(): Promise<{ items: BinItem[]; drafts: BinDraft[] }> {
	const [deleted, gone] = await Promise.all([binItems(), deletedDrafts(Date.now() - BIN_MS)]);
	const homes = [...new Set(deleted.map(({ draftId }) => draftId))].filter((id) => id !== SHELF);
	const known = await Promise.all(homes.map(draftById));
	const numbers = new Map(known.flatMap((draft) => (draft ? [[draft.id, draft.number]] : [])));
	const counts = await Promise.all(gone.map(async ({ id }) => (await itemsOf(id)).length));
	return {
		items: deleted.map((item) => ({
			item,
			from: item.draftId === SHELF ? SHELF : (numbers.get(item.draftId) ?? null),
		})),
		drafts: gone.map((draft, at) => ({ draft, count: counts[at] ?? 0 })),
	};
}
