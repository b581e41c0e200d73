import { computed } from "@preact/signals";
import type { SponsorRecord } from "../../data/db/records.ts";
import { emptySponsor } from "../../data/sponsors/sponsors.ts";
import type { Stored } from "../app/stored.ts";
import type { Field, FieldStatus } from "../fields/field.ts";
import type { FieldRef } from "../fields/field-ref.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { getOrCreate } from "../signals/get-or-create.ts";
import type { Bookings } from "./bookings.ts";
import { createSponsorFields, type SponsorFieldSet } from "./sponsor-fields.ts";

/** The fields of every sponsor that has been shown. They exist longer than their views. */
interface SponsorFieldSets {
	of(id: string): SponsorFieldSet;
	/** The field of a reference; null if no such sponsor or field exists. */
	at(ref: FieldRef): Field | null;
	made(): Iterable<SponsorFieldSet>;
}

/** @param note called when fields have been created, possibly while views are drawn */
export function createSponsorFieldSets(
	stored: Stored,
	bookings: Bookings,
	saving: Saving,
	note: () => void,
): SponsorFieldSets {
	const sets = new Map<string, SponsorFieldSet>();
	const both = {
		async refresh() {
			await Promise.all([stored.refresh(), bookings.refresh()]);
		},
	};

	function find(id: string): SponsorRecord | undefined {
		const isIt = (sponsor: SponsorRecord) => sponsor.id === id;
		return stored.sponsors.value.find(isIt) ?? bookings.sponsors.value.find(isIt);
	}

	/** The open draft whose empty sponsor has this id. */
	function beginningIn(id: string): string | null {
		return stored.drafts.value.find((draft) => emptySponsor(draft.id).id === id)?.id ?? null;
	}

	const isThere = (id: string) => find(id) !== undefined || beginningIn(id) !== null;

	function statusOf(id: string): FieldStatus {
		if (find(id)) return "here";
		const draftId = beginningIn(id);
		if (draftId === null) return "gone";
		return draftId === stored.draft.value?.id ? "here" : "elsewhere";
	}

	function make(id: string): SponsorFieldSet {
		const draftId = beginningIn(id);
		let last = emptySponsor(draftId ?? "");
		const record = computed(() => {
			// If the empty sponsor of a draft was deleted, it starts again. For others, the last data is kept.
			last = find(id) ?? (draftId === null ? last : emptySponsor(draftId));
			return last;
		});
		note();
		return createSponsorFields({
			id,
			record,
			draftId,
			calendar: bookings.calendar,
			ownNumber: computed(() => {
				const holder = record.value.draftId;
				return bookings.drafts.value.find((draft) => draft.id === holder)?.number ?? null;
			}),
			status: computed(() => statusOf(id)),
			save: (write, pending) => saveAndRead(both, saving, write, pending),
		});
	}

	const of = (id: string) => getOrCreate(sets, id, () => make(id));

	return {
		of,
		at: (ref) => (ref.of === "sponsor" && isThere(ref.id) ? of(ref.id)[ref.part] : null),
		made: () => sets.values(),
	};
}
