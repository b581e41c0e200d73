import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals";
import { type Exemptions, includesPage } from "../../../core/links/repeats.ts";
import { type Repeat, repeatsOf } from "../../../data/archive/repeats.ts";
import { liveQuery } from "../../../data/db/live-query.ts";
import { type DraftRecord, type ItemRecord, SHELF } from "../../../data/db/records.ts";
import type { Stored } from "../../app/stored.ts";
import { getOrCreate } from "../../signals/get-or-create.ts";
import { stableComputed } from "../../signals/stable-computed.ts";

/**
 * A repeat of a link of an item: in an archived issue, in an earlier item of the draft, or in an item on
 * the shelf or in another draft.
 */
export type ItemRepeat = { key: string } & (
	| { ran: Repeat }
	| { alreadyIn: string }
	| { onShelf: true }
	| { inDraft: DraftRecord }
);

/** The repeats among the links of the draft. They only cause a warning. */
export interface Repeats {
	/** The repeats among the links of an item. */
	of(id: string): ReadonlySignal<readonly ItemRepeat[]>;
	/** Whether the lookup has ended, with or without success. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Looks them up, and again after each change, until the returned function is called. */
	follow(): () => void;
}

/** An import adds hundreds of issues in a row. The lookup runs at most once in this time. */
const PAUSE_MS = 500;

const NONE: readonly ItemRepeat[] = [];

interface Wanted {
	urls: readonly string[];
	exempt: Exemptions;
}

export function createRepeats(stored: Stored): Repeats {
	const byItem = new Map<string, ReadonlySignal<readonly ItemRepeat[]>>();

	/** This stays the same object while only notes are typed, so that nothing is looked up again. */
	const wanted = stableComputed(() => ({
		urls: [...new Set(stored.items.value.flatMap(({ links }) => links.map(({ url }) => url)))],
		exempt: stored.exemptions.value,
	}));

	// The lookup is optional. If it fails, there are no warnings.
	const archive = liveQuery(["mentions", "archive"], readRepeats, {
		key: () => wanted.value,
		pause: PAUSE_MS,
	});
	const found = computed(() => new Map(archive.data.value));

	const sponsored = computed(() => stored.sponsors.value.flatMap(({ links }) => links));

	/** The first item that has a link, by the key of the link. */
	const firstWith = computed(() => {
		const first = new Map<string, ItemRecord>();
		for (const item of stored.items.value) {
			for (const key of item.keys) {
				const other = first.get(key);
				if (!other || item.createdAt < other.createdAt) first.set(key, item);
			}
		}
		return first;
	});

	/** The other places that have each link, by the key of the link. */
	const waiting = computed(() => {
		const places = new Map<string, ItemRepeat[]>();
		const note = (items: readonly ItemRecord[], place: (key: string) => ItemRepeat) => {
			for (const key of new Set(items.flatMap(({ keys }) => keys))) {
				places.set(key, [...(places.get(key) ?? []), place(key)]);
			}
		};
		note(stored.shelf.items.value, (key) => ({ key: `shelf ${key}`, onShelf: true }));
		for (const { draftId, items } of stored.elsewhere.value) {
			const draft = stored.drafts.value.find(({ id }) => id === draftId);
			if (draft && !draft.sample) {
				note(items, (key) => ({ key: `${draftId} ${key}`, inDraft: draft }));
			}
		}
		return places;
	});

	function repeatsIn({ id, links, keys, draftId }: ItemRecord): ItemRepeat[] {
		const twice = keys.flatMap((key) => {
			const first = firstWith.value.get(key);
			return first && first.id !== id ? [{ key: `draft ${key}`, alreadyIn: first.section }] : [];
		});
		const again = links.flatMap(({ url }) => {
			const ran = found.value.get(url);
			return ran && !includesPage(url, sponsored.value) ? [{ key: url, ran }] : [];
		});
		const shelved = draftId === SHELF;
		const elsewhere = shelved ? [] : keys.flatMap((key) => waiting.value.get(key) ?? []);
		return [...twice, ...elsewhere, ...again];
	}

	return {
		of(id) {
			return getOrCreate(byItem, id, () =>
				stableComputed(() => {
					const item = stored.item(id).value;
					return item ? repeatsIn(item) : NONE;
				}),
			);
		},
		isRead: computed(() => archive.data.value !== null || archive.error.value !== null),
		follow() {
			let endReading: (() => void) | null = null;
			// The lookup waits until the links of the draft are known.
			const endWaiting = effect(() => {
				if (stored.draft.value !== null) endReading ??= untracked(archive.follow);
			});
			return () => {
				endWaiting();
				endReading?.();
			};
		},
	};
}

/** Finds the repeats among addresses. Each entry is an address and its repeat. */
async function readRepeats({ urls, exempt }: Wanted): Promise<[string, Repeat][]> {
	const repeats = await repeatsOf(urls, exempt);
	return urls.flatMap((url, at): [string, Repeat][] => {
		const repeat = repeats[at];
		return repeat ? [[url, repeat]] : [];
	});
}
