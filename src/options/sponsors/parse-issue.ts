import type { Interval } from "../../core/calendar/interval.ts";
import { isIssueDate } from "../../core/calendar/numbering.ts";
import type { SponsorRecord } from "../../data/db/records.ts";
import type { ForIssue } from "../../data/sponsors/sponsor-moves.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Parsed } from "../fields/parse.ts";

/** Which issues are still to come. */
export interface Calendar {
	/** The number and the date of the draft that is published next. */
	next: { number: number | null; issueDate: string | null };
	/** Numbers from that one on that the archive has already. */
	published: ReadonlySet<number>;
	/** As `2019-12-15`. */
	today: string;
	/** How far issues are apart; absent for a week. */
	interval?: Interval;
}

/**
 * The issue a sponsor is booked for, as it is typed: a number, a day as `2019-12-15`, or nothing
 * for none. Any day to come will do; issues that are out, and days before, will not.
 */
export function parseForIssue(text: string, calendar: Calendar | null): Parsed<ForIssue> {
	const typed = text.trim();
	if (typed === "") return { value: { number: null, issueDate: null } };
	if (isIssueDate(typed)) {
		if (calendar?.next.issueDate && isPastDay(typed, calendar)) {
			return { problem: sentence("optionsBadIssueDayPast", calendar.next.issueDate) };
		}
		return { value: { number: null, issueDate: typed } };
	}
	const number = Number(typed);
	if (!/^\d+$/.test(typed) || number < 1 || !Number.isSafeInteger(number)) {
		return { problem: sentence("optionsBadIssue") };
	}
	if (calendar?.next.number && isPastNumber(number, calendar)) {
		return { problem: sentence("optionsBadIssuePast", number, calendar.next.number) };
	}
	return { value: { number, issueDate: null } };
}

/** The issue a sponsor is booked for, as it stands in a field. */
export function forIssueText({ number, issueDate }: Pick<SponsorRecord, keyof ForIssue>): string {
	return number === null ? (issueDate ?? "") : String(number);
}

/** Whether no issue with this number is still to come. */
export function isPastNumber(number: number, { next, published }: Calendar): boolean {
	return (next.number !== null && number < next.number) || published.has(number);
}

/** Whether this day is over, and the next issue is of a later one. */
export function isPastDay(day: string, { next, today }: Calendar): boolean {
	return day < (next.issueDate ?? today) && day < today;
}
