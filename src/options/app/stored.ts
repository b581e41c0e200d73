import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Interval } from "../../core/calendar/interval.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../core/house-style/ready-made-styles.ts";
import { DEFAULT_EXEMPTIONS, type Exemptions } from "../../core/links/repeats.ts";
import type { StoreName } from "../../data/db/changes.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import type { DraftRecord, ItemRecord, SetUp, SponsorRecord } from "../../data/db/records.ts";
import { SETTING_DEFAULTS } from "../../data/settings/setting-defaults.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { createOrdered, type Ordered } from "../draft/order/ordered.ts";
import type { Order } from "../draft/order/places.ts";
import { failureOf } from "../signals/failure-of.ts";
import { madeOnce } from "../signals/made-once.ts";
import { stableComputed, stableList } from "../signals/stable-computed.ts";
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
	/** What repeats are not warned about. */
	readonly exemptions: ReadonlySignal<Exemptions>;
	/** The checks of preflight that are switched off, by their ids. */
	readonly preflightOff: ReadonlySignal<readonly string[]>;
	/** How far apart issues are, as the editor has set it; null to learn it from the archive. */
	readonly interval: ReadonlySignal<Interval | null>;
	readonly setUp: ReadonlySignal<SetUp>;
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

const SHOWN_STORES: readonly StoreName[] = ["drafts", "items", "sponsors", "settings", "history"];

const NO_STEPS: Reading["steps"] = { undo: null, redo: null };

/**
 * @param shown the draft that is asked for, by its id; null for the current one, which is also
 *   shown in place of one that is no longer open
 */
export function createStored(shown: ReadonlySignal<string | null> = signal(null)): Stored {
	const desk = liveQuery(SHOWN_STORES, readDesk, { key: () => shown.value });
	const now = desk.data;
	const style = stableComputed(() => now.value?.style ?? DEFAULT_HOUSE_STYLE);
	const items = stableList(() => now.value?.items ?? []);
	const waiting = stableList(() => now.value?.shelf ?? []);
	const records = computed(
		() => new Map([...items.value, ...waiting.value].map((record) => [record.id, record])),
	);
	const byId = new Map<string, ReadonlySignal<ItemRecord | undefined>>();
	const ordered = createOrdered(items, style);

	return {
		draft: stableComputed(() => now.value?.draft ?? null),
		drafts: stableList(() => now.value?.drafts ?? []),
		currentDraft: computed(() => now.value?.current ?? null),
		sponsors: stableList(() => now.value?.sponsors ?? []),
		style,
		exemptions: stableComputed(() => now.value?.exemptions ?? DEFAULT_EXEMPTIONS),
		preflightOff: stableComputed(() => now.value?.preflightOff ?? []),
		interval: stableComputed(() => now.value?.interval ?? null),
		setUp: stableComputed(() => now.value?.setUp ?? SETTING_DEFAULTS.setUp),
		items,
		ordered,
		order: ordered.order,
		shelf: createOrdered(waiting, style),
		elsewhere: stableComputed(() => now.value?.elsewhere ?? []),
		undoable: stableComputed(() => now.value?.steps ?? NO_STEPS),
		failure: failureOf(desk, "readDraft"),
		itemsIn: ordered.in,
		item: (id) => madeOnce(byId, id, () => computed(() => records.value.get(id))),
		refresh: desk.refresh,
		follow: desk.follow,
	};
}

/** The heading over a section; one the house style no longer has goes by its id. */
export function headingOf(stored: Pick<Stored, "style">, section: string): string {
	return stored.style.value.sections.find(({ id }) => id === section)?.heading ?? section;
}
