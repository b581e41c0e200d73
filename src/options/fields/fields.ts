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

/** Finds a field, made if need be; null when there is nothing that it could be of. */
type Finder = (ref: FieldRef) => Field | null;

/** All that is typed on the page. */
export interface Fields {
	/** The fields of the draft that is shown; null until it has been read. */
	readonly draft: ReadonlySignal<DraftFieldSet | null>;
	item(id: string): ItemFieldSet;
	/** The fields of a sponsor that has not run: of an open draft, or of the bookings. */
	sponsor(id: string): SponsorFieldSet;
	/** The field that words belong to; null when there is no such item, draft or part any more. */
	at: Finder;
	/** Those with something typed that is not on disk yet, wherever they belong. */
	readonly unsaved: ReadonlySignal<readonly Field[]>;
	/** The same, for once; with those among fields that were made this moment. */
	unsavedNow(): readonly Field[];
	/** Those of them that belong to what is shown: nothing goes out before they are saved. */
	readonly unsavedHere: ReadonlySignal<readonly Field[]>;
	/** Those of them that are nowhere on the page any more, as what they belong to is gone. */
	readonly left: ReadonlySignal<readonly Field[]>;
	/** The first that is shown and whose text cannot be saved as it is, as far as that is known. */
	readonly invalid: ReadonlySignal<Field | null>;
	/** Adds fields that live elsewhere, as those of the house style. */
	add(fields: readonly Field[]): void;
	/** Adds a way to fields that are made only when they are asked for. */
	findBy(finder: Finder): void;
	/** Takes fields of what is no longer there off the page; unsaved words in them are left over. */
	drop(fields: readonly Field[]): void;
	/** Saves everything typed; resolves when all of it has been tried. */
	flush(): Promise<void>;
	/** Shows what is stored in every field that has nothing unsaved. */
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

	/** All of them with those made this moment. */
	const allNow = (): readonly Field[] => [
		...[...byDraft.values(), ...items.values(), ...sponsors.made()].flatMap((set): Field[] =>
			Object.values(set),
		),
		...others,
		...dropped.peek(),
	];

	const all = signal<readonly Field[]>([]);
	let isNoting = false;
	/** Views ask while they are drawn, when no signal they follow may change; hundreds at a time. */
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
	const isLeft = (field: Field) => field.status.value === "gone" || dropped.value.includes(field);
	const unsavedHere = computed(() =>
		unsaved.value.filter((field) => field.status.value === "here" && !isLeft(field)),
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
		left: computed(() => unsaved.value.filter(isLeft)),
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
