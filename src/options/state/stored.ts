import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { DEFAULT_STYLE, type HouseStyle } from "../../issue/style.ts";
import { undoable } from "../../storage/change.ts";
import { onChange, type StoreName } from "../../storage/changes.ts";
import { openDrafts } from "../../storage/draft-list.ts";
import { openDraft } from "../../storage/drafts.ts";
import { itemsOf } from "../../storage/items.ts";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../../storage/records.ts";
import { houseStyle } from "../../storage/settings.ts";
import { sponsorsOf } from "../../storage/sponsors-of-draft.ts";
import type { Order } from "./places.ts";
import { type Sentence, sentence } from "./sentence.ts";

/** What is on disk, as signals that follow every change of this page and all others. */
export interface Stored {
	/** The draft that is shown; null until it has been read. */
	readonly draft: ReadonlySignal<DraftRecord | null>;
	/** Every draft that can still be written, the lowest number first. */
	readonly drafts: ReadonlySignal<readonly DraftRecord[]>;
	/** The draft that clips go to; null until it has been read. */
	readonly currentDraft: ReadonlySignal<string | null>;
	/** The sponsors of the draft, in order. */
	readonly sponsors: ReadonlySignal<readonly SponsorRecord[]>;
	readonly style: ReadonlySignal<HouseStyle>;
	/** The items of the draft in order of place; sections are mixed. */
	readonly items: ReadonlySignal<readonly ItemRecord[]>;
	/**
	 * Every section in the order it is written, those the style no longer has at the end; hidden
	 * ones only while something is in them.
	 */
	readonly order: ReadonlySignal<readonly Order[]>;
	readonly undoable: ReadonlySignal<Awaited<ReturnType<typeof undoable>>>;
	/** The items of one section; the same array as long as they are the same items. */
	itemsIn(section: string): ReadonlySignal<readonly string[]>;
	/** One item; undefined once it is deleted. */
	item(id: string): ReadonlySignal<ItemRecord | undefined>;
	/** Why the last reading failed, if it did. */
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Reads what is on disk now. A reading that fails leaves what was read before. */
	refresh(): Promise<void>;
	/** Follows changes until the returned function is called. */
	follow(): () => void;
}

/** The stores of which nothing shows here: what is typed into the popup, and the archive. */
const ELSEWHERE: ReadonlySet<StoreName> = new Set(["typed", "archive", "mentions", "derived"]);

const NONE: readonly string[] = [];

/**
 * @param shown the draft that is asked for, by its id; null for the current one, which is also
 *   shown in place of one that is no longer open
 */
export function createStored(shown: ReadonlySignal<string | null> = signal(null)): Stored {
	const draft = signal<DraftRecord | null>(null);
	const drafts = signal<readonly DraftRecord[]>([]);
	const currentDraft = signal<string | null>(null);
	const sponsors = signal<readonly SponsorRecord[]>([]);
	const style = signal<HouseStyle>(DEFAULT_STYLE);
	const items = signal<readonly ItemRecord[]>([]);
	const steps = signal<Awaited<ReturnType<typeof undoable>>>({ undo: null, redo: null });
	const failure = signal<Sentence | null>(null);
	const byId = new Map<string, Signal<ItemRecord | undefined>>();
	const bySection = new Map<string, ReadonlySignal<readonly string[]>>();

	const order = computed(() => orderOf(items.value, style.value));

	function item(id: string): Signal<ItemRecord | undefined> {
		return entry(byId, id, () => signal(items.peek().find((record) => record.id === id)));
	}

	function itemsIn(section: string): ReadonlySignal<readonly string[]> {
		return entry(bySection, section, () => {
			let last = NONE;
			return computed(() => {
				const now = order.value.find((part) => part.section === section)?.items ?? NONE;
				last = sameList(last, now) ? last : now;
				return last;
			});
		});
	}

	async function load(): Promise<void> {
		const current = await openDraft();
		const open = await openDrafts();
		const here = open.find(({ id }) => id === shown.peek()) ?? current;
		const [records, sponsoring, hand, undoing] = await Promise.all([
			itemsOf(here.id),
			sponsorsOf(here),
			houseStyle(),
			undoable(),
		]);
		batch(() => {
			draft.value = kept(draft.peek(), here);
			drafts.value = kept(drafts.peek(), open);
			currentDraft.value = current.id;
			sponsors.value = kept(sponsors.peek(), sponsoring);
			style.value = kept(style.peek(), hand);
			steps.value = kept(steps.peek(), undoing);
			const known = new Map(items.peek().map((record) => [record.id, record]));
			// What has not changed stays the same object, so that nothing is drawn again for it.
			items.value = records.map((record) => kept(known.get(record.id), record));
			const now = new Map(items.value.map((record) => [record.id, record]));
			for (const [id, one] of byId) one.value = now.get(id);
		});
	}

	let reading: Promise<void> | null = null;
	let stale = false;
	/** One reading at a time; what changes meanwhile is read once more, by all who wait. */
	function refresh(): Promise<void> {
		if (reading) {
			stale = true;
			return reading;
		}
		reading = (async () => {
			do {
				stale = false;
				await load().then(
					() => {
						failure.value = null;
					},
					(error: unknown) => {
						const reason = error instanceof Error ? error.message : String(error);
						failure.value = sentence("optionsReadFailed", reason);
					},
				);
			} while (stale);
			reading = null;
		})();
		return reading;
	}

	return {
		draft,
		drafts,
		currentDraft,
		sponsors,
		style,
		items,
		order,
		undoable: steps,
		failure,
		itemsIn,
		item,
		refresh,
		follow() {
			const endChanges = onChange((stores) => {
				if (stores.some((store) => !ELSEWHERE.has(store))) void refresh();
			});
			const endShown = effect(() => {
				shown.value;
				void refresh();
			});
			return () => {
				endChanges();
				endShown();
			};
		},
	};
}

function orderOf(items: readonly ItemRecord[], style: HouseStyle): Order[] {
	const lists = new Map<string, string[]>(style.sections.map(({ id }) => [id, []]));
	for (const { id, section } of items) entry(lists, section, () => []).push(id);
	const hidden = new Set(style.sections.filter((one) => one.hidden).map(({ id }) => id));
	return [...lists]
		.filter(([section, ids]) => ids.length > 0 || !hidden.has(section))
		.map(([section, ids]) => ({ section, items: ids }));
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

function kept<T>(before: T | null | undefined, now: T): T {
	return before !== undefined && before !== null && JSON.stringify(before) === JSON.stringify(now)
		? before
		: now;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((id, index) => id === other[index]);
}
