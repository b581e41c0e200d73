import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Stored } from "../app/stored.ts";
import { createDraftFields, type DraftFieldSet } from "../draft/draft-fields.ts";
import { createItemFields, type ItemFieldSet, itemElsewhere } from "../draft/items/item-fields.ts";
import { getOrCreate } from "../signals/get-or-create.ts";
import { type Bookings, createBookings } from "../sponsors/bookings.ts";
import { createSponsorFieldSets } from "../sponsors/sponsor-field-sets.ts";
import type { SponsorFieldSet } from "../sponsors/sponsor-fields.ts";
import type { Field } from "./field.ts";
import { type FieldRef, fieldKey } from "./field-ref.ts";
import type { Saving } from "./saving.ts";

/** Finds or creates a field; null if its record does not exist. */
type Finder = (ref: FieldRef) => Field | null;

/** All fields of the page. */
export interface Fields {
	/** The fields of the shown draft; null until it has been read. */
	readonly draft: ReadonlySignal<DraftFieldSet | null>;
	item(id: string): ItemFieldSet;
	/** The fields of a sponsor that has not run yet, in an open draft or among the bookings. */
	sponsor(id: string): SponsorFieldSet;
	/** The field of a reference; null if the item, draft or part no longer exists. */
	at: Finder;
	/** All fields with typed text that has not been stored. */
	readonly unsaved: ReadonlySignal<readonly Field[]>;
	/** The same as an array, including fields that were created a moment ago. */
	unsavedNow(): readonly Field[];
	/** Those of them that belong to what is shown. They must be saved before an export. */
	readonly unsavedHere: ReadonlySignal<readonly Field[]>;
	/** Those of them that are no longer on the page, because their record is gone. */
	readonly withoutPlace: ReadonlySignal<readonly Field[]>;
	/** The first shown field whose text is known to be invalid. */
	readonly invalid: ReadonlySignal<Field | null>;
	/** Adds fields that are created elsewhere, such as those of the house style. */
	add(fields: readonly Field[]): void;
	/** Adds a function that creates fields when they are first requested. */
	findBy(finder: Finder): void;
	/** Removes fields of a record that no longer exists. Their unsaved text moves to `withoutPlace`. */
	drop(fields: readonly Field[]): void;
	/** Saves all typed text. Resolves when every attempt has ended. */
	flush(): Promise<void>;
	/** Shows the stored text in every field without unsaved text. */
	forget(): void;
}

export function createFields(
	stored: Stored,
	saving: Saving,
	bookings: Bookings = createBookings(stored),
): Fields {
	const others = new Set<Field>();
	const dropped = signal<readonly Field[]>([]);
	const byDraft = new Map<string, DraftFieldSet>();
	const items = new Map<string, ItemFieldSet>();
	const sponsors = createSponsorFieldSets(stored, bookings, saving, note);

	/** All fields, including those that were created a moment ago. */
	const allNow = (): readonly Field[] => [
		...[...byDraft.values(), ...items.values(), ...sponsors.made()].flatMap((set): Field[] =>
			Object.values(set),
		),
		...others,
		...dropped.peek(),
	];

	const all = signal<readonly Field[]>([]);
	let isNoting = false;
	/**
	 * Views create hundreds of fields while they are drawn. No signal that they follow may change then, so
	 * the list is updated in a microtask.
	 */
	function note(): void {
		if (isNoting) return;
		isNoting = true;
		queueMicrotask(() => {
			isNoting = false;
			all.value = allNow();
		});
	}

	function ofDraft(id: string): DraftFieldSet {
		return getOrCreate(byDraft, id, () => {
			note();
			return createDraftFields(id, stored, saving);
		});
	}

	function item(id: string): ItemFieldSet {
		return getOrCreate(items, id, () => {
			note();
			return createItemFields(id, stored, saving);
		});
	}

	const draftId = computed(() => stored.draft.value?.id ?? null);
	const unsaved = computed(() => all.value.filter((field) => field.unsaved.value));
	const hasNoPlace = (field: Field) =>
		field.status.value === "gone" || dropped.value.includes(field);
	const unsavedHere = computed(() =>
		unsaved.value.filter((field) => field.status.value === "here" && !hasNoPlace(field)),
	);

	const finders: Finder[] = [
		(ref) => {
			if (ref.of !== "draft") return null;
			const isOpen = stored.drafts.peek().some(({ id }) => id === ref.id);
			return isOpen ? ofDraft(ref.id)[ref.part] : null;
		},
		(ref) => {
			if (ref.of !== "item") return null;
			const isThere = stored.item(ref.id).peek() ?? itemElsewhere(stored, ref.id);
			return isThere ? item(ref.id)[ref.part] : null;
		},
		sponsors.at,
		(ref) => {
			const field = [...others].find((one) => fieldKey(one.address()) === fieldKey(ref));
			return field && field.status.peek() !== "gone" ? field : null;
		},
	];

	return {
		draft: computed(() => (draftId.value === null ? null : ofDraft(draftId.value))),
		item,
		sponsor: sponsors.of,
		at(ref) {
			for (const find of finders) {
				const field = find(ref);
				if (field) return field;
			}
			return null;
		},
		unsaved,
		unsavedNow: () => allNow().filter((field) => field.unsaved.peek()),
		unsavedHere,
		withoutPlace: computed(() => unsaved.value.filter(hasNoPlace)),
		invalid: computed(
			() => unsavedHere.value.find((field) => field.problem.value !== null) ?? null,
		),
		add(fields) {
			for (const field of fields) others.add(field);
			note();
		},
		findBy(finder) {
			finders.push(finder);
		},
		drop(fields) {
			for (const field of fields) others.delete(field);
			const words = [...dropped.peek(), ...fields].filter((field) => field.unsaved.peek());
			dropped.value = words;
			note();
		},
		async flush() {
			await Promise.all(allNow().map((field) => field.flush()));
		},
		forget() {
			for (const field of allNow()) field.forget();
		},
	};
}
