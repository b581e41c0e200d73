import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { learnInterval, WEEKLY } from "../../core/calendar/interval.ts";
import { isoWithOffset } from "../../core/calendar/numbering.ts";
import { publishedNumbersFrom } from "../../data/archive/archive.ts";
import { recentDatesIn } from "../../data/archive/recent-dates.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import { readTransaction } from "../../data/db/read-transaction.ts";
import type { DraftRecord, SponsorRecord } from "../../data/db/records.ts";
import { openDraftsFrom } from "../../data/drafts/draft-list.ts";
import { sponsorsAheadFrom } from "../../data/sponsors/sponsors-ahead.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import { failureOf } from "../signals/failure-of.ts";
import { stableList } from "../signals/stable-computed.ts";
import { type ComingIssues, comingIssues } from "./coming-issues.ts";
import type { Calendar } from "./parse-issue.ts";

/** All sponsors that have not run, as signals that follow the changes of this page and all others. */
export interface Bookings {
	readonly sponsors: ReadonlySignal<readonly SponsorRecord[]>;
	/** The open drafts except the sample, the lowest number first. */
	readonly drafts: ReadonlySignal<readonly DraftRecord[]>;
	/** Which issues are in the future; null until that has been read. */
	readonly calendar: ReadonlySignal<Calendar | null>;
	/** The bookings by issue; null until they have been read. */
	readonly ahead: ReadonlySignal<ComingIssues | null>;
	/** Keeps an open booking where it was opened, even if its issue is changed there; null to stop. */
	hold(held: SponsorRecord | null): void;
	readonly failure: ReadonlySignal<Sentence | null>;
	refresh(): Promise<void>;
	/** Reads them and follows their changes, until the returned function is called. */
	follow(): () => void;
}

/** An import adds hundreds of issues in a row. The data is read again at most once in this time. */
const PAUSE_MS = 400;

/** @param stored the interval between issues, if the editor has set one */
export function createBookings({ interval: chosen }: Pick<Stored, "interval">): Bookings {
	const booked = liveQuery(["sponsors", "drafts", "archive"], readBookings, {
		pause: PAUSE_MS,
	});
	const held = signal<SponsorRecord | null>(null);
	const sponsors = stableList(() => booked.data.value?.sponsors ?? []);
	const drafts = stableList(() => booked.data.value?.drafts ?? []);

	const calendar = computed((): Calendar | null => {
		const next = drafts.value[0];
		const { published, today, learned = WEEKLY } = booked.data.value ?? {};
		const interval = chosen.value ?? learned;
		return next && published && today
			? { next, published: new Set(published), today, interval }
			: null;
	});

	const ahead = computed(() => {
		if (!calendar.value) return null;
		const shown = sponsors.value.map((sponsor) => asHeld(sponsor, held.value));
		return comingIssues(drafts.value, shown, calendar.value);
	});

	return {
		sponsors,
		drafts,
		calendar,
		ahead,
		hold(sponsor) {
			held.value = sponsor;
		},
		failure: failureOf(booked, "readSponsors"),
		refresh: booked.refresh,
		follow: booked.follow,
	};
}

/** Reads all sponsors that have not run, and the data that says which issues are in the future. */
async function readBookings() {
	const reading = await readTransaction(["sponsors", "drafts", "archive"]);
	const [open, sponsors] = await Promise.all([openDraftsFrom(reading), sponsorsAheadFrom(reading)]);
	const drafts = open.filter(({ sample }) => !sample);
	const next = drafts[0];
	const published = next ? await publishedNumbersFrom(reading, next.number ?? 0) : null;
	const learned = learnInterval(await recentDatesIn(reading));
	return { sponsors, drafts, published, learned, today: isoWithOffset(new Date()).slice(0, 10) };
}

function asHeld(sponsor: SponsorRecord, held: SponsorRecord | null): SponsorRecord {
	if (sponsor.id !== held?.id) return sponsor;
	const { draftId, number, issueDate, place } = held;
	return { ...sponsor, draftId, number, issueDate, place };
}
