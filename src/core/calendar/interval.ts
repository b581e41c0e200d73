import { addWeek, isIssueDate, nextSunday } from "./numbering.ts";

/** How often issues appear. */
export type Interval =
	| { every: "week" | "twoWeeks" }
	/** `day` counts from 1. In a shorter month, the last day is used instead. */
	| { every: "month"; day: number }
	/** `weekday` is 0 for Sunday. `nth` counts from 1; 5 means the last one in the month. */
	| { every: "month"; weekday: number; nth: number }
	| { every: "none" };

export const WEEKLY: Interval = { every: "week" };

/** The interval is learned from this many of the latest issues. */
export const INTERVAL_ISSUES = 13;

/** With fewer gaps between issues than this, nothing is learned. */
const MIN_GAPS = 2;
/** The share of gaps that must agree. */
const MOST = 0.6;
/** With at least this many gaps and no common length, issues are irregular. */
const IRREGULAR_GAPS = 5;

const DAY_MS = 86_400_000;

/**
 * Learns the interval between issues from their dates, written as `2019-12-15`, in any order. It is
 * weekly if there are too few dates.
 */
export function learnInterval(dates: readonly string[]): Interval {
	const sorted = [...new Set(dates.filter(isIssueDate))].sort().slice(-INTERVAL_ISSUES);
	const gaps = sorted.slice(1).map((date, at) => daysBetween(sorted[at] as string, date));
	if (gaps.length < MIN_GAPS) return WEEKLY;
	const isMost = (count: number) => count >= gaps.length * MOST;
	const within = (low: number, high: number) =>
		isMost(gaps.filter((gap) => gap >= low && gap <= high).length);
	if (within(5, 9)) return WEEKLY;
	if (within(12, 16)) return { every: "twoWeeks" };
	if (within(25, 38)) return learnMonthly(sorted);
	// Every two months or every quarter, for example. Galley has no such interval.
	if (within(39, Number.POSITIVE_INFINITY)) return { every: "none" };
	return gaps.length < IRREGULAR_GAPS ? WEEKLY : { every: "none" };
}

/** Monthly by day of the month or by weekday, whichever more issues share. */
function learnMonthly(dates: readonly string[]): Interval {
	const days = mostFrequent(
		dates.flatMap((date) => {
			const { day, isEnd } = partsOf(date);
			return isEnd && day < 31 ? [String(day), "31"] : [String(day)];
		}),
	);
	const weekdays = mostFrequent(
		dates.flatMap((date) => {
			const { weekday, nth, isLast } = partsOf(date);
			return isLast && nth < 5 ? [`${weekday} ${nth}`, `${weekday} 5`] : [`${weekday} ${nth}`];
		}),
	);
	if (days.count >= weekdays.count) return { every: "month", day: Number(days.value) };
	const [weekday = 0, nth = 1] = weekdays.value.split(" ").map(Number);
	return { every: "month", weekday, nth };
}

/** The issue date that follows another, both as `2019-12-15`; null if issues have no interval. */
export function nextIssueDate(issueDate: string, interval: Interval): string | null {
	if (interval.every === "none") return null;
	if (interval.every !== "month") {
		const later = addWeek(issueDate);
		return interval.every === "week" ? later : addWeek(later);
	}
	const { year, month } = partsOf(issueDate);
	const next = new Date(Date.UTC(year, month + 1, 1));
	next.setUTCDate("day" in interval ? dayIn(next, interval.day) : weekdayIn(next, interval));
	return next.toISOString().slice(0, 10);
}

/** The date of a first issue as `2019-12-15`: today or later in the local calendar of `now`. */
export function firstIssueDate(now: Date, interval: Interval): string {
	if (interval.every !== "month") return nextSunday(now);
	const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
	const inMonth = (later: number) => {
		const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() + later, 1));
		month.setUTCDate("day" in interval ? dayIn(month, interval.day) : weekdayIn(month, interval));
		return month;
	};
	const here = inMonth(0);
	const first = here.getTime() >= today ? here : inMonth(1);
	return first.toISOString().slice(0, 10);
}

function dayIn(month: Date, day: number): number {
	return Math.min(day, lastDayOf(month));
}

function weekdayIn(month: Date, { weekday, nth }: { weekday: number; nth: number }): number {
	const first = 1 + ((weekday - month.getUTCDay() + 7) % 7);
	const day = first + (nth - 1) * 7;
	return day > lastDayOf(month) ? day - 7 : day;
}

function lastDayOf(month: Date): number {
	return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
}

function partsOf(date: string) {
	const time = new Date(date);
	const day = time.getUTCDate();
	return {
		year: time.getUTCFullYear(),
		month: time.getUTCMonth(),
		day,
		weekday: time.getUTCDay(),
		nth: Math.ceil(day / 7),
		/** Whether it is the last such weekday in its month. */
		isLast: day + 7 > lastDayOf(time),
		/** Whether it is the last day of its month. */
		isEnd: day === lastDayOf(time),
	};
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function mostFrequent(values: readonly string[]): { value: string; count: number } {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.reduce((best, one) => (one.count > best.count ? one : best));
}
