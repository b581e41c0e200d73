import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { publishedNumbers } from "../../data/archive/archive.ts";
import { onChange, type StoreName } from "../../data/db/changes.ts";
import type { DraftRecord, SponsorRecord } from "../../data/db/records.ts";
import { openDrafts } from "../../data/drafts/draft-list.ts";
import { sponsorsAhead } from "../../data/sponsors/sponsors-ahead.ts";
import { isoWithOffset } from "../../issue/numbering.ts";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { type Ahead, issuesAhead } from "./issues-ahead.ts";
import type { Calendar } from "./parse-issue.ts";

/** Every sponsor that has not run, as signals that follow every change of this and other pages. */
export interface Bookings {
	readonly sponsors: ReadonlySignal<readonly SponsorRecord[]>;
	/** The drafts a real issue can come from, the lowest number first. */
	readonly drafts: ReadonlySignal<readonly DraftRecord[]>;
	/** Which issues are still to come; null until that has been read. */
	readonly calendar: ReadonlySignal<Calendar | null>;
	/** Who has booked which; null until that has been read. */
	readonly ahead: ReadonlySignal<Ahead | null>;
	/** A booking that is open is shown where it was opened, however its issue is changed there. */
	hold(held: SponsorRecord | null): void;
	readonly failure: ReadonlySignal<Sentence | null>;
	refresh(): Promise<void>;
	/** Reads them, and follows changes until the returned function is called. */
	follow(): () => void;
}

/** The stores that say who has booked what. */
const LOOKED_AT: ReadonlySet<StoreName> = new Set(["sponsors", "drafts", "archive"]);

export function createBookings(): Bookings {
	const sponsors = signal<readonly SponsorRecord[]>([]);
	const drafts = signal<readonly DraftRecord[]>([]);
	const calendar = signal<Calendar | null>(null);
	const failure = signal<Sentence | null>(null);
	const held = signal<SponsorRecord | null>(null);

	const ahead = computed(() => {
		if (!calendar.value) return null;
		const shown = sponsors.value.map((sponsor) => asHeld(sponsor, held.value));
		return issuesAhead(drafts.value, shown, calendar.value);
	});

	async function load(): Promise<void> {
		const [open, found] = await Promise.all([openDrafts(), sponsorsAhead()]);
		const real = open.filter(({ sample }) => !sample);
		const next = real[0];
		const published = next ? new Set(await publishedNumbers(next.number)) : null;
		const today = isoWithOffset(new Date()).slice(0, "2019-12-15".length);
		batch(() => {
			sponsors.value = found;
			drafts.value = real;
			calendar.value = next && published ? { next, published, today } : null;
		});
	}

	let reading: Promise<void> | null = null;
	let stale = false;
	function refresh(): Promise<void> {
		stale = true;
		reading ??= (async () => {
			while (stale) {
				stale = false;
				try {
					await load();
					failure.value = null;
				} catch (error) {
					failure.value = failureSentence("readSponsors", error);
				}
			}
			reading = null;
		})();
		return reading;
	}

	return {
		sponsors,
		drafts,
		calendar,
		ahead,
		hold(sponsor) {
			held.value = sponsor;
		},
		failure,
		refresh,
		follow() {
			void refresh();
			return onChange((stores) => {
				if (stores.some((store) => LOOKED_AT.has(store))) void refresh();
			});
		},
	};
}

function asHeld(sponsor: SponsorRecord, held: SponsorRecord | null): SponsorRecord {
	if (sponsor.id !== held?.id) return sponsor;
	const { draftId, number, issueDate, place } = held;
	return { ...sponsor, draftId, number, issueDate, place };
}
