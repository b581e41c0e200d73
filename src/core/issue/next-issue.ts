import { daysBetween, daysLater, isoDay, isoMoment, wallClockOf } from "../house-style/calendar.ts";
import type { HouseStyle } from "../house-style/house-style.ts";
import { fillText, type Stated } from "../house-style/text-pattern.ts";
import type { DraftText } from "./draft-issue.ts";
import type { Issue } from "./issue.ts";

/** Days between two issues of a newsletter that has too few to tell. */
const WEEK = 7;

/** What a new draft begins with. */
export interface NextIssue extends Stated {
	texts: DraftText[];
}

/** What of a published issue counts for the next one. */
export type Published = Pick<Issue, "number" | "date"> & { publishedAt?: string | null };

/**
 * Number, dates, fields and standing text of the issue after these: the number after the highest,
 * the date as far from the latest as issues usually are from each other.
 *
 * @param published the archive in its order, the latest last
 */
export function nextIssue(published: readonly Published[], style: HouseStyle): NextIssue {
	const numbers = published.flatMap(({ number }) => (number === null ? [] : [number]));
	const number = style.numbered
		? Math.min(Math.max(0, ...numbers) + 1, Number.MAX_SAFE_INTEGER)
		: null;
	const date = style.dated ? nextDate(published.flatMap(({ date: day }) => day ?? [])) : null;
	const stated: Stated = {
		number,
		date,
		publishedAt: date === null ? null : nextMoment(date, published),
		fields: {},
	};
	for (const { name, initial } of style.fields)
		stated.fields[name] = fillText(initial, stated, style.language);
	const texts = style.standing.map(
		({ id, section, text }): DraftText => ({
			kind: "text",
			section,
			text: fillText(text, stated, style.language),
			standing: id,
		}),
	);
	return { ...stated, texts };
}

/** The day after the latest at the usual distance; null where there is none before it. */
export function nextDate(days: readonly string[]): string | null {
	const clocks = days
		.flatMap((day) => wallClockOf(day) ?? [])
		.sort((one, other) => daysBetween(other, one));
	const last = clocks.at(-1);
	if (!last) return null;
	const steps = clocks.slice(-9).flatMap((clock, at, all) => {
		const before = all[at - 1];
		const step = before ? daysBetween(before, clock) : 0;
		return step > 0 ? [step] : [];
	});
	steps.sort((one, other) => one - other);
	return isoDay(daysLater(last, steps[steps.length >> 1] ?? WEEK));
}

/** The moment on a day, at the time of day of the latest publication; the day alone where it has none. */
function nextMoment(date: string, published: readonly Published[]): string {
	const last = published.findLast(
		({ publishedAt }) => publishedAt && publishedAt.length > 10,
	)?.publishedAt;
	const time = last ? wallClockOf(last) : null;
	const day = wallClockOf(date);
	if (!time || !day) return date;
	return isoMoment({ ...time, year: day.year, month: day.month, day: day.day });
}

/** The file's name, with its folders. */
export function issueFileName(stated: Stated, style: HouseStyle): string {
	const name = fillText(style.fileName, stated, style.language);
	const parts = name
		.split("/")
		.map((part) => part.replace(/[\\:*?"<>|\p{Cc}]+/gu, "-").replace(/^\.+|[. ]+$/g, ""));
	return parts.filter((part) => part !== "").join("/") || "issue.md";
}
