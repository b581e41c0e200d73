import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Bookings, createBookings } from "./bookings.ts";
import { createDraftFields, type DraftFieldSet } from "./draft-fields.ts";
import type { Field } from "./field.ts";
import { createItemFields, type ItemFieldSet } from "./item-fields.ts";
import type { Saving } from "./saving.ts";
import { createSponsorFieldSets } from "./sponsor-field-sets.ts";
import type { SponsorFieldSet } from "./sponsor-fields.ts";
import type { Stored } from "./stored.ts";

/** All that is typed on the page. */
export interface Fields {
	/** The fields of the current draft; null until it has been read. */
	readonly draft: ReadonlySignal<DraftFieldSet | null>;
	item(id: string): ItemFieldSet;
	/** The fields of a sponsor that has not run: of the draft that is shown, or of the bookings. */
	sponsor(id: string): SponsorFieldSet;
	/** The field with this id, made if it is an item's; null when there is no such item or field. */
	byId(id: string): Field | null;
	/** Those with something typed that is not on disk yet. */
	readonly unsaved: ReadonlySignal<readonly Field[]>;
	/** The first whose text cannot be saved as it is, as far as that has been looked at. */
	readonly invalid: ReadonlySignal<Field | null>;
	/** Adds fields that live elsewhere, as those of the house style. */
	add(fields: readonly Field[]): void;
	/** Forgets fields of what is no longer there. */
	drop(fields: readonly Field[]): void;
	/** Saves everything typed; resolves when all of it has been tried. */
	flush(): Promise<void>;
	/** Shows what is stored in every field that has nothing unsaved. */
	forget(): void;
}

export function createFields(
	stored: Stored,
	saving: Saving,
	bookings: Bookings = createBookings(),
): Fields {
	const known = new Map<string, Field>();
	const others = signal<readonly Field[]>([]);
	const items = new Map<string, ItemFieldSet>();
	const itemIds = signal<readonly string[]>([]);

	function add(fields: readonly Field[]): void {
		for (const field of fields) known.set(field.id, field);
		others.value = [...known.values()];
	}

	const draftId = computed(() => stored.draft.value?.id ?? null);
	const byDraft = new Map<string, DraftFieldSet>();
	const draft = computed(() => {
		const id = draftId.value;
		if (id === null) return null;
		const fields = byDraft.get(id) ?? createDraftFields(id, stored, saving);
		byDraft.set(id, fields);
		return fields;
	});

	/** Fields of deleted items are out of sight: what is wrong with them is in nobody's way. */
	const itemFields = computed(() =>
		itemIds.value.flatMap((id) => (stored.item(id).value ? Object.values(item(id)) : [])),
	);
	const everywhere = computed((): readonly Field[] => [
		...(draft.value ? Object.values(draft.value) : []),
		...others.value,
		...itemFields.value,
		...sponsors.there.value.flatMap((set) => Object.values(set)),
	]);

	let isNoting = false;
	/** Views ask while they are drawn, when no signal they follow may change; hundreds at a time. */
	function noteItems(): void {
		if (isNoting) return;
		isNoting = true;
		queueMicrotask(() => {
			isNoting = false;
			itemIds.value = [...items.keys()];
		});
	}

	function item(id: string): ItemFieldSet {
		const made = items.get(id);
		if (made) return made;
		const fields = createItemFields(id, stored, saving);
		items.set(id, fields);
		noteItems();
		return fields;
	}

	const sponsors = createSponsorFieldSets(stored, bookings, saving);

	const unsaved = computed(() => everywhere.value.filter((field) => field.unsaved.value));

	return {
		draft,
		item,
		sponsor: sponsors.of,
		byId(id) {
			const [, itemId, part] = /^item-(.+)-(note|links)$/.exec(id) ?? [];
			if (itemId !== undefined && stored.item(itemId).peek()) {
				return item(itemId)[part as keyof ItemFieldSet];
			}
			const sponsored = sponsors.byId(id);
			if (sponsored) return sponsored;
			return everywhere.peek().find((field) => field.id === id) ?? null;
		},
		unsaved,
		invalid: computed(() => unsaved.value.find((field) => field.problem.value !== null) ?? null),
		add,
		drop(fields) {
			for (const { id } of fields) known.delete(id);
			others.value = [...known.values()];
		},
		async flush() {
			const sets = [...byDraft.values(), ...items.values(), ...sponsors.all()];
			const fields = [...sets.flatMap((set) => Object.values(set)), ...known.values()];
			await Promise.all(fields.map((field: Field) => field.flush()));
		},
		forget() {
			for (const field of everywhere.peek()) field.forget();
		},
	};
}
