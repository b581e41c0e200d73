import { computed, type ReadonlySignal } from "@preact/signals";
import type { DraftFields, DraftRecord } from "../../data/db/records.ts";
import { editDraft } from "../../data/drafts/drafts.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field, type FieldStatus } from "../fields/field.ts";
import type { FieldPart } from "../fields/field-ref.ts";
import {
	type Parsed,
	parseIssueDate,
	parseNumber,
	parsePublicationTime,
	parseText,
} from "../fields/parse.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";

/** Every typed field of a draft, except those of its items and sponsors. */
type DraftFieldName = FieldPart<"draft">;

export type DraftFieldSet = Record<DraftFieldName, Field>;

/** The fields of one draft. Text is saved to that draft, even if it is not the current one. */
export function createDraftFields(draftId: string, stored: Stored, saving: Saving): DraftFieldSet {
	const { draft, status } = draftAndStatus(draftId, stored);

	function ownField<K extends DraftFieldName>(
		name: K,
		parse: (text: string) => Parsed<DraftFields[K]>,
	): Field {
		return createField({
			ref: { of: "draft", id: draftId, part: name },
			status,
			stored: computed(() => String(draft.value?.[name] ?? "")),
			parse,
			save: (value, pending) =>
				saveAndRead(
					stored,
					saving,
					() => editDraft(draftId, { [name]: value } as Partial<DraftFields>),
					pending,
				),
		});
	}

	return {
		number: ownField("number", parseNumber),
		issueDate: ownField("issueDate", parseIssueDate),
		publishedAt: ownField("publishedAt", parsePublicationTime),
		intro: ownField("intro", parseText),
		footer: ownField("footer", parseText),
	};
}

/**
 * An open draft, which may not be the one that is shown; after it was closed, its last state.
 */
export function draftAndStatus(
	draftId: string,
	stored: Pick<Stored, "draft" | "drafts">,
): { draft: ReadonlySignal<DraftRecord | null>; status: ReadonlySignal<FieldStatus> } {
	let last: DraftRecord | null = null;
	const draft = computed(() => {
		const shown = stored.draft.value;
		const open = stored.drafts.value.find(({ id }) => id === draftId);
		last = (shown?.id === draftId ? shown : open) ?? last;
		return last;
	});
	const status = computed((): FieldStatus => {
		if (stored.draft.value?.id === draftId) return "here";
		return stored.drafts.value.some(({ id }) => id === draftId) ? "elsewhere" : "gone";
	});
	return { draft, status };
}
