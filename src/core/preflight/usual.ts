import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { weekdayOf } from "./calendar.ts";
import { proseOf } from "./prose.ts";
import { hasEnd } from "./sentences.ts";
import type { Usual } from "./subject.ts";

/** As many issues as say what is usual now: a newsletter may change its day. */
export const RECENT_ISSUES = 12;

/** Of fewer, or with less agreement, nothing is said to be usual. */
const FEWEST_ISSUES = 4;
const FEWEST_NOTES = 12;
const MOST = 3 / 4;

/** Nothing is usual yet. */
export const NOTHING_USUAL: Usual = { weekday: null, endsSentences: null, sponsored: null };

/** What the recent issues, the latest first, have in common. */
export function usualOf(recent: readonly Pick<Issue, "date" | "parts">[]): Usual {
	const issues = recent
		.slice(0, RECENT_ISSUES)
		.map(({ date, parts }) => ({ date, ...contentsOf({ parts }) }));
	const notes = issues.flatMap(({ sections }) =>
		sections.flatMap(({ items }) => items.map(({ note }) => proseOf(note))),
	);
	const ended = notes.filter(hasEnd).length;
	return {
		weekday: usualWeekday(issues.flatMap(({ date }) => date ?? [])),
		endsSentences: notes.length < FEWEST_NOTES ? null : ended >= notes.length * MOST,
		sponsored:
			issues.length < FEWEST_ISSUES ? null : issues.some(({ sponsors }) => sponsors.length > 0),
	};
}

function usualWeekday(dates: readonly string[]): number | null {
	if (dates.length < FEWEST_ISSUES) return null;
	const counts = new Array<number>(7).fill(0);
	for (const date of dates) {
		const day = weekdayOf(date);
		if (day !== null) counts[day] = (counts[day] ?? 0) + 1;
	}
	const most = Math.max(...counts);
	return most >= dates.length * MOST ? counts.indexOf(most) : null;
}
