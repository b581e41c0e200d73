import { nextIssueDate, WEEKLY } from "../../core/calendar/interval.ts";
import { isIssueDate } from "../../core/calendar/numbering.ts";
import { type DraftRecord, SHELF, type SponsorRecord } from "../../data/db/records.ts";
import { chooseSponsors } from "../../data/sponsors/sponsors-of-draft.ts";
import { type Calendar, isPastDay, isPastNumber } from "./parse-issue.ts";

/** An issue to come, or a day that something is booked for, and who has booked it. */
export interface IssueAhead {
	/** Stable as long as it is the same issue. */
	key: string;
	/** Null for a day on which no issue is expected. */
	number: number | null;
	/** As `2019-12-15`, counted on at the usual interval for what is no draft yet; empty where that cannot be said. */
	issueDate: string;
	draftId: string | null;
	sponsors: readonly SponsorRecord[];
	/** Those of the last issue, which would run again because nobody has booked this one. */
	carried: readonly SponsorRecord[];
}

/** All sponsors that have not run, by what becomes of them. */
export interface ComingIssues {
	issues: readonly IssueAhead[];
	/** Booked for an issue that is out or a day that is over: nothing takes them any more. */
	missed: readonly SponsorRecord[];
	/** Booked for no issue. */
	kept: readonly SponsorRecord[];
}

/** How many issues are shown whether or not anybody has booked them. */
const SHOWN = 8;

/** How many years of weeks a date is counted on before it is given up as no issue's. */
const WEEKS = 52 * 20;

/**
 * The issues to come with their sponsors: the open drafts, a week each for the next ones, and
 * whatever further numbers and days are booked.
 *
 * @param drafts those a real issue can come from, the lowest number first; at least one
 */
export function issuesAhead(
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
	const issues = [...rows, ...days].sort(byDay).map((row): IssueAhead => {
		const those = takenBy(row, sponsors);
		const wanted = those.filter(({ carriedFrom }) => carriedFrom === null);
		return { ...row, sponsors: wanted, carried: wanted.length > 0 ? [] : those };
	});
	return { issues, missed: open.filter(isMissed), kept };
}

/** Whether an issue takes a sponsor that is booked so. */
export function isBookedFor(row: Row, sponsor: SponsorRecord): boolean {
	return takenBy(row, [sponsor]).length > 0;
}

type Row = Pick<IssueAhead, "key" | "number" | "issueDate" | "draftId">;

/** By the rule that also says which sponsors stand in a draft. */
function takenBy(
	{ draftId, number, issueDate }: Row,
	sponsors: readonly SponsorRecord[],
): SponsorRecord[] {
	return chooseSponsors({ id: draftId ?? "", number, issueDate: issueDate || null }, sponsors);
}

/** Every issue there is something to say about: drafts, the next few, and those booked. */
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
	// Without numbers, nothing but a day says which issue it will be.
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
		// Too far ahead to say when that will be.
		if (far !== null && far >= counted) {
			rows.push({ key: `issue ${far}`, number: far, issueDate: "", draftId: null });
		}
	}
	return rows;
}

/** The earliest first, and last what is too far ahead to have a day. */
function byDay(a: Row, b: Row): number {
	if (a.issueDate === b.issueDate) return (a.number ?? 0) - (b.number ?? 0);
	return (a.issueDate || "~") < (b.issueDate || "~") ? -1 : 1;
}
