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
import { getOrCreate } from "../signals/get-or-create.ts";
import { stableComputed, stableList } from "../signals/stable-computed.ts";
import { type DeskData, readDesk } from "./desk-data.ts";

/** The stored data as signals. They follow the changes of this page and of all other pages. */
export interface Stored {
	/** The draft that is shown; null until it has been read. */
	readonly draft: ReadonlySignal<DraftRecord | null>;
	/** All open drafts, the lowest number first. */
	readonly drafts: ReadonlySignal<readonly DraftRecord[]>;
	/** The id of the current draft; null until it has been read. */
	readonly currentDraft: ReadonlySignal<string | null>;
	/** The sponsors of the draft, in order. */
	readonly sponsors: ReadonlySignal<readonly SponsorRecord[]>;
	readonly style: ReadonlySignal<HouseStyle>;
	/** Links for which no repeats are reported. */
	readonly exemptions: ReadonlySignal<Exemptions>;
	/** The ids of the preflight checks that are switched off. */
	readonly preflightOff: ReadonlySignal<readonly string[]>;
	/** The interval between issues that the editor has set; null to learn it from the archive. */
	readonly interval: ReadonlySignal<Interval | null>;
	readonly setUp: ReadonlySignal<SetUp>;
	/** The items of the draft sorted by position. Items of different sections are mixed. */
	readonly items: ReadonlySignal<readonly ItemRecord[]>;
	/** The items of the draft by section. */
	readonly ordered: Ordered;
	/** The sections of the draft with their items, in order. */
	readonly order: ReadonlySignal<readonly Order[]>;
	/** The items on the shelf. */
	readonly shelf: Ordered;
	/** The items of the other open drafts. */
	readonly elsewhere: ReadonlySignal<DeskData["elsewhere"]>;
	readonly undoable: ReadonlySignal<DeskData["steps"]>;
	/** The ids of the items of one section. The array stays the same object while the ids are the same. */
	itemsIn(section: string): ReadonlySignal<readonly string[]>;
	/** One item of the draft or of the shelf; undefined if it is in neither. */
	item(id: string): ReadonlySignal<ItemRecord | undefined>;
	/** Why the last read failed; null if it succeeded. */
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Reads what is stored now. If that fails, the signals keep their values. */
	refresh(): Promise<void>;
	/** Follows changes until the returned function is called. */
	follow(): () => void;
}

const SHOWN_STORES: readonly StoreName[] = ["drafts", "items", "sponsors", "settings", "history"];

const NO_STEPS: DeskData["steps"] = { undo: null, redo: null };

/**
 * @param shown the id of the requested draft; the current draft is shown if this is null or if that draft
 *   is no longer open
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
		item: (id) => getOrCreate(byId, id, () => computed(() => records.value.get(id))),
		refresh: desk.refresh,
		follow: desk.follow,
	};
}

/** The heading of a section, or its id if the house style no longer has the section. */
export function headingOf(stored: Pick<Stored, "style">, section: string): string {
	return stored.style.value.sections.find(({ id }) => id === section)?.heading ?? section;
}
