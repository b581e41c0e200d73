/**
 * Numbers and dates of the next issue. Dates are ISO 8601 text throughout: an issue date has no time
 * zone, and a publication time keeps the offset with which it was written.
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MOMENT =
	/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})$/;
const WEEK_DAYS = 7;
const SUNDAY = 0;

/**
 * The number after the highest published one; 1 if nothing is published. It never exceeds the largest
 * exact integer, so after that number the same number is returned again and the editor has to set one.
 */
export function nextNumber(published: readonly number[]): number {
	const highest = published.reduce((high, number) => Math.max(high, number), 0);
	return Math.min(highest + 1, Number.MAX_SAFE_INTEGER);
}

/** Whether the text is an existing day, as `2019-12-15`. */
export function isIssueDate(text: string): boolean {
	const parts = ISO_DATE.exec(text);
	if (!parts) return false;
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	const date = new Date(Date.UTC(year, month - 1, day));
	date.setUTCFullYear(year);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is a time with its offset, as `2019-12-22T13:40:01+00:00`. */
export function isPublicationTime(text: string): boolean {
	const parts = ISO_MOMENT.exec(text);
	return parts?.[1] !== undefined && isIssueDate(parts[1]) && !Number.isNaN(Date.parse(text));
}

/**
 * The issue date one week after `issueDate`, both as `2019-12-15`. A date after the year 9999 does not
 * fit this form, so the result is then not a valid issue date.
 */
export function addWeek(issueDate: string): string {
	return daysAfter(issueDate, WEEK_DAYS);
}

/** The next Sunday in the local calendar of `now`; today if it is a Sunday. */
export function nextSunday(now: Date): string {
	const today = localDate(now);
	const weekday = now.getDay();
	return daysAfter(today, weekday === SUNDAY ? 0 : WEEK_DAYS - weekday);
}

/**
 * The initial publication time of a new draft: its issue date at the local time of day of the last
 * publication (or of `now`), with the offset of the local time zone on that day.
 */
export function publicationTimeOn(issueDate: string, now: Date, last?: string): string {
	const [year, month, day] = issueDate.split("-").map(Number) as [number, number, number];
	const clock = last ? /T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(last) : null;
	const moment = new Date(
		year,
		month - 1,
		day,
		clock ? Number(clock[1]) : now.getHours(),
		clock ? Number(clock[2]) : now.getMinutes(),
		clock ? Number(clock[3] ?? 0) : now.getSeconds(),
	);
	return isoWithOffset(moment);
}

/** A time in the local time zone, as `2019-12-22T13:40:01+00:00`. */
export function isoWithOffset(moment: Date): string {
	const minutes = -moment.getTimezoneOffset();
	const sign = minutes < 0 ? "-" : "+";
	const offset = `${sign}${twoDigits(Math.floor(Math.abs(minutes) / 60))}:${twoDigits(Math.abs(minutes) % 60)}`;
	const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(twoDigits);
	return `${localDate(moment)}T${clock.join(":")}${offset}`;
}

function localDate(moment: Date): string {
	const year = String(moment.getFullYear()).padStart(4, "0");
	return `${year}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

function daysAfter(issueDate: string, days: number): string {
	const [year, month, day] = issueDate.split("-").map(Number) as [number, number, number];
	return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
	return String(value).padStart(2, "0");
}
