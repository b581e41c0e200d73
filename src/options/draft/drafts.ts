import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { issueLabel } from "../../core/archive/issue-label.ts";
import type { DraftRecord } from "../../data/db/records.ts";
import { addDraft, deleteDraft, makeCurrent } from "../../data/drafts/draft-list.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import type { Fields } from "../fields/fields.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";

/** An open draft, as shown in the list of drafts. */
export interface DraftEntry
	extends Pick<DraftRecord, "id" | "number" | "issueDate" | "createdAt" | "sample"> {
	/** The number of its items. */
	count: number;
	/** Whether it is the draft that is shown. */
	shown: boolean;
	/** Whether it is the current draft. */
	current: boolean;
}

/** The open drafts and the actions on them. Each action can be undone. */
export interface Drafts {
	/** The lowest number first. */
	readonly entries: ReadonlySignal<readonly DraftEntry[]>;
	readonly shown: ReadonlySignal<DraftEntry | null>;
	/** The current draft. */
	readonly current: ReadonlySignal<DraftEntry | null>;
	/** Opens a new draft. Resolves to its id, or null if that failed. */
	add(): Promise<string | null>;
	/** Makes an open draft the current one. */
	sendClipsTo(id: string): Promise<void>;
	/** Deletes a draft with its content. Resolves to true when it is in the bin. */
	delete(id: string): Promise<boolean>;
	/** Reports clips to a draft that is not shown, until the returned function is called. */
	follow(): () => void;
}

export function createDrafts(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	showNotice: (what: Sentence) => void,
): Drafts {
	const entries = computed(() => {
		const counts = new Map(stored.elsewhere.value.map((one) => [one.draftId, one.items.length]));
		const here = stored.draft.value?.id;
		return stored.drafts.value.map(
			({ id, number, issueDate, createdAt, sample }): DraftEntry => ({
				...{ id, number, issueDate, createdAt, sample },
				count: id === here ? stored.items.value.length : (counts.get(id) ?? 0),
				shown: id === here,
				current: id === stored.currentDraft.value,
			}),
		);
	});
	const current = computed(() => entries.value.find((entry) => entry.current) ?? null);

	return {
		entries,
		current,
		shown: computed(() => entries.value.find((entry) => entry.shown) ?? null),
		async add() {
			const added = await saving.run(async () => {
				const draft = await addDraft();
				await stored.refresh();
				return draft;
			});
			if (!added) return null;
			showNotice(sentence("optionsDraftAdded", issueLabel(added.done)));
			return added.done.id;
		},
		async sendClipsTo(id) {
			const saved = await saveAndRead(stored, saving, () => makeCurrent(id));
			if (saved) showNotice(sentence("optionsClipsGoTo", labelOf(current.peek())));
		},
		async delete(id) {
			const label = labelOf(entries.peek().find((entry) => entry.id === id));
			// The last typed text is saved first, so that Undo restores it with the draft.
			await fields.flush();
			const saved = await saveAndRead(stored, saving, () => deleteDraft(id));
			if (saved) showNotice(sentence("optionsDraftDeleted", label));
			return saved;
		},
		follow() {
			let seen: ReadonlySet<string> | null = null;
			return effect(() => {
				if (!stored.draft.value) return;
				const { elsewhere, items, shelf, currentDraft } = stored;
				const out = elsewhere.value.find(({ draftId }) => draftId === currentDraft.value);
				// An item that was sent there from this page is not reported.
				const clipped = seen && out?.items.some(({ id }) => !seen?.has(id));
				const here = [items.value, shelf.items.value, ...elsewhere.value.map((one) => one.items)];
				seen = new Set([...(seen ?? []), ...here.flat().map(({ id }) => id)]);
				if (clipped) showNotice(sentence("optionsClippedElsewhere", labelOf(current.peek())));
			});
		},
	};
}

function labelOf(entry: DraftEntry | null | undefined): string | number {
	return entry ? issueLabel(entry) : "";
}
