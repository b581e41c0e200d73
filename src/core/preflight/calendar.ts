import type { Check } from "./check.ts";
import type { Found } from "./finding.ts";
import type { Numbered } from "./preflight-input.ts";

/** Checks that number, dates and times are right for the next issue. */

const DAY_MS = 86_400_000;
/** An issue may be published some days late, but rarely after the next one is due. */
const LATE_DAYS = 7;
/** Nobody plans further ahead than this; the year is probably wrong. */
const FAR_DAYS = 366;

export const number: Check = {
	severity: "wrong",
	run: ({ number, published, otherDrafts }): Found[] => {
		if (number === null) return [];
		const found = (sentence: Found["sentence"], ...values: Found["values"]): Found[] => [
			{ place: { at: "draft", field: "number" }, about: `${sentence} ${number}`, sentence, values },
		];
		if (otherDrafts.some((other) => other.number === number)) {
			return found("numberOfOtherDraft", number);
		}
		if (published?.number == null) return [];
		if (number <= published.number) return found("numberBehind", number, published.number);
		const next = nextFree(published.number, otherDrafts, number);
		return next === number ? [] : found("numberSkips", published.number, next, number);
	},
};

/** The next number that is not used by another open draft. */
function nextFree(published: number, drafts: readonly Numbered[], number: number): number {
	const taken = new Set(drafts.map((draft) => draft.number));
	let next = published + 1;
	while (next < number && taken.has(next)) next += 1;
	return next;
}

export const date: Check = {
	severity: "wrong",
	run: ({ issueDate, published, number, today }): Found[] => {
		if (issueDate === null) return [];
		const found = (sentence: Found["sentence"], ...values: Found["values"]): Found[] => [
			{
				place: { at: "draft", field: "issueDate" },
				about: `${sentence} ${issueDate}`,
				sentence,
				values,
			},
		];
		const here = { day: issueDate };
		const { number: last = null, issueDate: lastDay = null } = published ?? {};
		const isNext = number !== null && last !== null && last < number;
		if (isNext && lastDay !== null && issueDate <= lastDay) {
			return found("dateNotAfter", here, last, { day: lastDay });
		}
		const ahead = daysBetween(today, issueDate);
		if (ahead <= -LATE_DAYS) return found("datePast", here);
		return ahead > FAR_DAYS ? found("dateFar", here) : [];
	},
};

/** A publication time this close to the current time counts as now. */
const NOW_MS = 60_000;

/**
 * The publication time should be on the issue date and, at the time of publication, not in the future:
 * some site builders leave out pages with a future date. As long as the issue is planned for a later
 * day, a time on that day is right.
 */
export const publicationTime: Check = {
	severity: "doubtful",
	run: ({ publishedAt, issueDate, usual, today, now }): Found[] => {
		const day = publishedAt?.slice(0, 10) ?? "";
		const dayOfWeek = weekdayOf(day);
		if (publishedAt === null || dayOfWeek === null) return [];
		const found = (sentence: Found["sentence"], ...values: Found["values"]): Found[] => [
			{ place: { at: "draft", field: "publishedAt" }, about: publishedAt, sentence, values },
		];
		const isPlanned = day === issueDate || (issueDate === null && day > today);
		if (Date.parse(publishedAt) > now + NOW_MS) {
			if (!isPlanned || day === today) return found("timeAhead", { day });
		} else if (day < today) {
			// An issue may be published some days late; the check of the date reports when it is too late.
			return day === issueDate ? [] : found("timePast", { day });
		}
		if (issueDate !== null) {
			return isPlanned ? [] : found("timeNotOnDate", { day }, { day: issueDate });
		}
		if (usual.weekday === null || dayOfWeek === usual.weekday) return [];
		return found("timeWeekday", { day }, { weekday: dayOfWeek }, { weekday: usual.weekday });
	},
};

export const weekday: Check = {
	severity: "doubtful",
	run: ({ issueDate, usual }): Found[] => {
		if (issueDate === null) return [];
		const day = weekdayOf(issueDate);
		if (usual.weekday === null || day === null || day === usual.weekday) return [];
		return [
			{
				place: { at: "draft", field: "issueDate" },
				about: issueDate,
				sentence: "weekday",
				values: [{ day: issueDate }, { weekday: day }, { weekday: usual.weekday }],
			},
		];
	},
};

/** The weekday of a day such as `2019-12-15`; 0 is Sunday. Null if the text is not a day. */
export function weekdayOf(day: string): number | null {
	const weekday = new Date(day).getUTCDay();
	return Number.isNaN(weekday) ? null : weekday;
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
