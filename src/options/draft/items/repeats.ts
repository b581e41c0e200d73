import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals";
import { type Exemptions, isAmong } from "../../../core/links/repeats.ts";
import { type Repeat, repeatsOf } from "../../../data/archive/repeats.ts";
import { liveQuery } from "../../../data/db/live-query.ts";
import { type DraftRecord, type ItemRecord, SHELF } from "../../../data/db/records.ts";
import type { Stored } from "../../app/stored.ts";
import { madeOnce } from "../../signals/made-once.ts";
import { stableComputed } from "../../signals/stable-computed.ts";

/**
 * That a link of an item is a repeat: of an archived issue, of an item made before, or of one
 * that waits on the shelf or in another draft.
 */
export type Repeated = { key: string } & (
	| { ran: Repeat }
	| { alreadyIn: string }
	| { onShelf: true }
	| { inDraft: DraftRecord }
);

/** Which links of the draft ran before, or stand in it twice. A repeat is a warning, no more. */
export interface Repeats {
	/** The repeats among the links of an item. */
	of(id: string): ReadonlySignal<readonly Repeated[]>;
	/** Whether they have been looked up, or cannot be. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Looks them up, again at each change, until the returned function is called. */
	follow(): () => void;
}

/** Archives grow by hundreds of issues at a time; between them the lookup waits this long. */
const PAUSE_MS = 500;

const NONE: readonly Repeated[] = [];

interface Wanted {
	urls: readonly string[];
	exempt: Exemptions;
}

export function createRepeats(stored: Stored): Repeats {
	const byItem = new Map<string, ReadonlySignal<readonly Repeated[]>>();

	/** The same object, so that nothing is looked up anew, while only notes are typed. */
	const wanted = stableComputed(() => ({
		urls: [...new Set(stored.items.value.flatMap(({ links }) => links.map(({ url }) => url)))],
		exempt: stored.exemptions.value,
	}));

	// The draft is as good without: what could not be looked up is not warned about.
	const archive = liveQuery(["mentions", "archive"], readRepeats, {
		key: () => wanted.value,
		pause: PAUSE_MS,
	});
	const found = computed(() => new Map(archive.data.value));

	const sponsored = computed(() => stored.sponsors.value.flatMap(({ links }) => links));

	/** The item that has a link first, by the link's key. */
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

	/** Where else each link waits, by its key. */
	const waiting = computed(() => {
		const places = new Map<string, Repeated[]>();
		const note = (items: readonly ItemRecord[], place: (key: string) => Repeated) => {
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

	function repeatsIn({ id, links, keys, draftId }: ItemRecord): Repeated[] {
		const twice = keys.flatMap((key) => {
			const first = firstWith.value.get(key);
			return first && first.id !== id ? [{ key: `draft ${key}`, alreadyIn: first.section }] : [];
		});
		const again = links.flatMap(({ url }) => {
			const ran = found.value.get(url);
			return ran && !isAmong(url, sponsored.value) ? [{ key: url, ran }] : [];
		});
		const shelved = draftId === SHELF;
		const elsewhere = shelved ? [] : keys.flatMap((key) => waiting.value.get(key) ?? []);
		return [...twice, ...elsewhere, ...again];
	}

	return {
		of(id) {
			return madeOnce(byItem, id, () =>
				stableComputed(() => {
					const item = stored.item(id).value;
					return item ? repeatsIn(item) : NONE;
				}),
			);
		},
		isRead: computed(() => archive.data.value !== null || archive.error.value !== null),
		follow() {
			let endReading: (() => void) | null = null;
			// Not before it is known what to look for.
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

/** The repeats among addresses, each by its address. */
async function readRepeats({ urls, exempt }: Wanted): Promise<[string, Repeat][]> {
	const repeats = await repeatsOf(urls, exempt);
	return urls.flatMap((url, at): [string, Repeat][] => {
		const repeat = repeats[at];
		return repeat ? [[url, repeat]] : [];
	});
}
