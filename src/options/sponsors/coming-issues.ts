import { nextIssueDate, WEEKLY } from "../../core/calendar/interval.ts";
import { isIssueDate } from "../../core/calendar/numbering.ts";
import { type DraftRecord, SHELF, type SponsorRecord } from "../../data/db/records.ts";
import { chooseSponsors } from "../../data/sponsors/sponsors-of-draft.ts";
import { type Calendar, isPastDay, isPastNumber } from "./parse-issue.ts";

/** A future issue, or a day that has a booking, with its sponsors. */
export interface ComingIssue {
	/** Stays the same while it is the same issue. */
	key: string;
	/** Null for a day on which no issue is expected. */
	number: number | null;
	/**
	 * As `2019-12-15`. For an issue without a draft it is computed from the usual interval; empty if that
	 * is not possible.
	 */
	issueDate: string;
	draftId: string | null;
	sponsors: readonly SponsorRecord[];
	/** The sponsors of the last issue. They run again if this issue has no booking. */
	carried: readonly SponsorRecord[];
}

/** All sponsors that have not run, grouped by what happens to them. */
export interface ComingIssues {
	issues: readonly ComingIssue[];
	/** Booked for an issue that is already published or for a past day. They will never run. */
	missed: readonly SponsorRecord[];
	/** Booked for no issue. */
	kept: readonly SponsorRecord[];
}

/** How many issues are shown even if they have no booking. */
const SHOWN = 8;

/** The number of issues after which the search for a booked day ends: twenty years of weekly issues. */
const WEEKS = 52 * 20;

/**
 * The future issues with their sponsors: the open drafts, the next issues, and all other booked numbers
 * and days.
 *
 * @param drafts the open drafts except the sample, the lowest number first; at least one
 */
export function comingIssues(
	drafts: readonly DraftRecord[],
	sponsors: readonly SponsorRecord[],
	calendar: Calendar,
): ComingIssues {
	const bookings = sponsors.filter(({ draftId }) => draftId === null || draftId === SHELF);
	const isMissed = ({ number, issueDate }: SponsorRecord) =>
		number === null
			? issueDate !== null && isPastDay(issueDate, calendar)
			: isPastNumber(number, calendar);
	const kept = bookings.filter(({ number, issueDate }) => number === null && issueDate === null);
	const rows = rowsOf(drafts, calendar, bookings);
	const taken = new Set(rows.flatMap((row) => takenBy(row, sponsors).map(({ id }) => id)));
	const open = bookings.filter((booking) => !taken.has(booking.id) && !kept.includes(booking));
	const days = [...new Set(open.filter((one) => !isMissed(one)).map(({ issueDate }) => issueDate))]
		.filter((day) => day !== null)
		.map((day): Row => ({ key: `day ${day}`, number: null, issueDate: day, draftId: null }));
	const issues = [...rows, ...days].sort(byDay).map((row): ComingIssue => {
		const those = takenBy(row, sponsors);
		const wanted = those.filter(({ carriedFrom }) => carriedFrom === null);
		return { ...row, sponsors: wanted, carried: wanted.length > 0 ? [] : those };
	});
	return { issues, missed: open.filter(isMissed), kept };
}

/** Whether an issue gets a sponsor with this booking. */
export function hasBooking(row: Row, sponsor: SponsorRecord): boolean {
	return takenBy(row, [sponsor]).length > 0;
}

type Row = Pick<ComingIssue, "key" | "number" | "issueDate" | "draftId">;

/** Uses the same rule that decides which sponsors are in a draft. */
function takenBy(
	{ draftId, number, issueDate }: Row,
	sponsors: readonly SponsorRecord[],
): SponsorRecord[] {
	return chooseSponsors({ id: draftId ?? "", number, issueDate: issueDate || null }, sponsors);
}

/** All issues to show: the drafts, the next few issues, and those with bookings. */
function rowsOf(
	drafts: readonly DraftRecord[],
	{ next, published, interval = WEEKLY }: Calendar,
	bookings: readonly SponsorRecord[],
): Row[] {
	const rows: Row[] = drafts.map(({ id, number, issueDate }) => ({
		key: `draft ${id}`,
		number,
		issueDate: issueDate ?? "",
		draftId: id,
	}));
	// Without numbers, an issue is identified only by its day.
	if (next.number === null) return rows;
	const numbers = new Set(bookings.map((booking) => booking.number));
	const days = new Set(bookings.map((booking) => booking.issueDate));
	const last = Math.max(0, ...bookings.map((booking) => booking.number ?? 0));
	const lastDay = [...days].reduce<string>((late, day) => (day && day > late ? day : late), "");
	let { number } = next;
	let issueDate = next.issueDate ?? "";
	let shown = 0;
	for (let week = 0; week < WEEKS; week += 1) {
		if (shown >= SHOWN && number > last && issueDate > lastDay) break;
		const draft = drafts.find((one) => one.number === number);
		if (draft) issueDate = draft.issueDate ?? "";
		const isFree = !draft && !published.has(number);
		if (isFree && (shown < SHOWN || numbers.has(number) || days.has(issueDate))) {
			rows.push({ key: `issue ${number}`, number, issueDate, draftId: null });
		}
		if (!published.has(number)) shown += 1;
		number += 1;
		if (issueDate === "") continue;
		issueDate = nextIssueDate(issueDate, interval) ?? "";
		if (issueDate !== "" && !isIssueDate(issueDate)) break;
	}
	const counted = number;
	for (const far of numbers) {
		// Too far in the future to compute its date.
		if (far !== null && far >= counted) {
			rows.push({ key: `issue ${far}`, number: far, issueDate: "", draftId: null });
		}
	}
	return rows;
}

/** The earliest first. Issues without a date come last. */
function byDay(a: Row, b: Row): number {
	if (a.issueDate === b.issueDate) return (a.number ?? 0) - (b.number ?? 0);
	return (a.issueDate || "~") < (b.issueDate || "~") ? -1 : 1;
}
