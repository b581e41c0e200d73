import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { onChange, type StoreName } from "../../data/db/changes.ts";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../../data/db/records.ts";
import { DEFAULT_STYLE, type HouseStyle } from "../../issue/style.ts";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { createOrdered, type Ordered } from "../draft/order/ordered.ts";
import type { Order } from "../draft/order/places.ts";
import { madeOnce } from "../signals/made-once.ts";
import { type Reading, readDesk } from "./reading.ts";

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
	/** The items of the draft by sections. */
	readonly ordered: Ordered;
	/** The sections of the draft with their items, in order. */
	readonly order: ReadonlySignal<readonly Order[]>;
	/** What waits on the shelf. */
	readonly shelf: Ordered;
	/** The items of the open drafts that are not shown. */
	readonly elsewhere: ReadonlySignal<Reading["elsewhere"]>;
	readonly undoable: ReadonlySignal<Reading["steps"]>;
	/** The items of one section; the same array as long as they are the same items. */
	itemsIn(section: string): ReadonlySignal<readonly string[]>;
	/** One item of the draft or of the shelf; undefined once it is in neither. */
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
	const waiting = signal<readonly ItemRecord[]>([]);
	const elsewhere = signal<Reading["elsewhere"]>([]);
	const steps = signal<Reading["steps"]>({ undo: null, redo: null });
	const failure = signal<Sentence | null>(null);
	const byId = new Map<string, Signal<ItemRecord | undefined>>();

	const ordered = createOrdered(items, style);
	const shelf = createOrdered(waiting, style);

	function item(id: string): Signal<ItemRecord | undefined> {
		return madeOnce(byId, id, () =>
			signal([...items.peek(), ...waiting.peek()].find((record) => record.id === id)),
		);
	}

	async function load(): Promise<void> {
		const now = await readDesk(shown.peek());
		batch(() => {
			draft.value = kept(draft.peek(), now.draft);
			drafts.value = kept(drafts.peek(), now.drafts);
			currentDraft.value = now.current;
			sponsors.value = kept(sponsors.peek(), now.sponsors);
			style.value = kept(style.peek(), now.style);
			steps.value = kept(steps.peek(), now.steps);
			elsewhere.value = kept(elsewhere.peek(), now.elsewhere);
			// What has not changed stays the same object, so that nothing is drawn again for it.
			const known = new Map([...items.peek(), ...waiting.peek()].map((one) => [one.id, one]));
			const keptItem = (record: ItemRecord) => kept(known.get(record.id), record);
			items.value = sameOrNew(items.peek(), now.items.map(keptItem));
			waiting.value = sameOrNew(waiting.peek(), now.shelf.map(keptItem));
			const here = new Map([...items.value, ...waiting.value].map((one) => [one.id, one]));
			for (const [id, one] of byId) one.value = here.get(id);
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
						failure.value = failureSentence("readDraft", error);
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
		ordered,
		order: ordered.order,
		shelf,
		elsewhere,
		undoable: steps,
		failure,
		itemsIn: ordered.in,
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

function kept<T>(before: T | null | undefined, now: T): T {
	return before !== undefined && before !== null && JSON.stringify(before) === JSON.stringify(now)
		? before
		: now;
}

function sameOrNew<T>(before: readonly T[], now: readonly T[]): readonly T[] {
	const same = before.length === now.length && before.every((one, index) => one === now[index]);
	return same ? before : now;
}

/** The heading over a section; one the house style no longer has goes by its id. */
export function headingOf(stored: Pick<Stored, "style">, section: string): string {
	return stored.style.value.sections.find(({ id }) => id === section)?.heading ?? section;
}
