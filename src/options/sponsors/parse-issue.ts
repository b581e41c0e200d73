import type { Interval } from "../../core/calendar/interval.ts";
import { isIssueDate } from "../../core/calendar/numbering.ts";
import type { SponsorRecord } from "../../data/db/records.ts";
import type { ForIssue } from "../../data/sponsors/sponsor-moves.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Parsed } from "../fields/parse.ts";

/** The data that says which issues are in the future. */
export interface Calendar {
	/** The number and the date of the draft that is published next. */
	next: { number: number | null; issueDate: string | null };
	/** The numbers from that one on that are already in the archive. */
	published: ReadonlySet<number>;
	/** As `2019-12-15`. */
	today: string;
	/** The interval between issues; absent for a week. */
	interval?: Interval;
}

/**
 * Parses the issue of a booking: a number, a day such as `2019-12-15`, or nothing. Any future day is
 * valid. Published issues and past days are not.
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

/** The issue of a booking in the form of the field's text. */
export function forIssueText({ number, issueDate }: Pick<SponsorRecord, keyof ForIssue>): string {
	return number === null ? (issueDate ?? "") : String(number);
}

/** Whether no future issue has this number. */
export function isPastNumber(number: number, { next, published }: Calendar): boolean {
	return (next.number !== null && number < next.number) || published.has(number);
}

/** Whether this day is in the past and the next issue has a later date. */
export function isPastDay(day: string, { next, today }: Calendar): boolean {
	return day < (next.issueDate ?? today) && day < today;
}
