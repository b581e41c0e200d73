import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SponsorRecord } from "../../storage/records.ts";
import { noSponsor } from "../../storage/sponsors.ts";
import type { Bookings } from "./bookings.ts";
import type { Field } from "./field.ts";
import { type Saving, saveAndRead } from "./saving.ts";
import {
	createSponsorFields,
	type SponsorFieldName,
	type SponsorFieldSet,
} from "./sponsor-fields.ts";
import type { Stored } from "./stored.ts";

/** The fields of every sponsor that has been shown, which outlive their views. */
export interface SponsorFieldSets {
	of(id: string): SponsorFieldSet;
	/** The field with this id; null when it is no field of a sponsor who is there. */
	byId(id: string): Field | null;
	/** Those of sponsors who are still there: what is wrong with the others is in nobody's way. */
	readonly there: ReadonlySignal<readonly SponsorFieldSet[]>;
	all(): Iterable<SponsorFieldSet>;
}

export function createSponsorFieldSets(
	stored: Stored,
	bookings: Bookings,
	saving: Saving,
): SponsorFieldSets {
	const sets = new Map<string, SponsorFieldSet>();
	const ids = signal<readonly string[]>([]);
	const both = {
		async refresh() {
			await Promise.all([stored.refresh(), bookings.refresh()]);
		},
	};

	function find(id: string): SponsorRecord | undefined {
		const isIt = (sponsor: SponsorRecord) => sponsor.id === id;
		return stored.sponsors.value.find(isIt) ?? bookings.sponsors.value.find(isIt);
	}

	/** The draft that this is the empty sponsor of, if it is that of the draft that is shown. */
	function beginningIn(id: string): string | null {
		const draftId = stored.draft.value?.id;
		return draftId !== undefined && id === noSponsor(draftId).id ? draftId : null;
	}

	const isThere = (id: string) => beginningIn(id) !== null || find(id) !== undefined;

	function of(id: string): SponsorFieldSet {
		const made = sets.get(id);
		if (made) return made;
		const draftId = beginningIn(id);
		let last = noSponsor(draftId ?? "");
		const record = computed(() => {
			// One that was deleted begins anew; of the others the last words are all there is.
			last = find(id) ?? (draftId === null ? last : noSponsor(draftId));
			return last;
		});
		const fields = createSponsorFields({
			id,
			record,
			draftId,
			calendar: bookings.calendar,
			ownNumber: computed(() => {
				const holder = record.value.draftId;
				return bookings.drafts.value.find((draft) => draft.id === holder)?.number ?? null;
			}),
			save: (write) => saveAndRead(both, saving, write),
		});
		sets.set(id, fields);
		// Views ask while they are drawn, when no signal they follow may change.
		queueMicrotask(() => {
			ids.value = [...sets.keys()];
		});
		return fields;
	}

	return {
		of,
		byId(id) {
			const [, sponsorId, name] = /^sponsor-(.+)-(name|note|links|heading|issue)$/.exec(id) ?? [];
			if (sponsorId === undefined || !isThere(sponsorId)) return null;
			return of(sponsorId)[name as SponsorFieldName];
		},
		there: computed(() => ids.value.flatMap((id) => (isThere(id) ? [of(id)] : []))),
		all: () => sets.values(),
	};
}
