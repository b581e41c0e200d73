import { contentsOf, textsAround } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { weekdayOf } from "./calendar.ts";
import type { Usual } from "./preflight-input.ts";
import { proseOf } from "./prose.ts";
import { hasEnd } from "./sentences.ts";

/** This many of the latest issues are compared. Older ones may have had another day or style. */
export const RECENT_ISSUES = 12;

/** With fewer issues or notes, or less agreement, nothing counts as usual. */
const MIN_ISSUES = 4;
const MIN_NOTES = 12;
const MOST = 3 / 4;

/** The value when nothing is known to be usual. */
export const NOTHING_USUAL: Usual = {
	weekday: null,
	endsSentences: null,
	sponsored: null,
	intro: null,
	footer: null,
	items: null,
};

/** Finds what recent issues have in common. The issues are ordered from the latest to the oldest. */
export function usualOf(recent: readonly Pick<Issue, "date" | "parts">[]): Usual {
	const issues = recent
		.slice(0, RECENT_ISSUES)
		.map(({ date, parts }) => ({ date, ...contentsOf({ parts }), ...textsAround({ parts }) }));
	const notes = issues.flatMap(({ sections }) =>
		sections.flatMap(({ items }) => items.map(({ note }) => proseOf(note))),
	);
	const ended = notes.filter(hasEnd).length;
	const isKnown = issues.length >= MIN_ISSUES;
	const mostHave = (which: "intro" | "footer") =>
		issues.filter((issue) => issue[which] !== "").length >= issues.length * MOST;
	const counts = issues.map(({ sections }) =>
		sections.reduce((sum, { items }) => sum + items.length, 0),
	);
	return {
		weekday: usualWeekday(issues.flatMap(({ date }) => date ?? [])),
		endsSentences: notes.length < MIN_NOTES ? null : ended >= notes.length * MOST,
		sponsored: isKnown ? issues.some(({ sponsors }) => sponsors.length > 0) : null,
		intro: isKnown ? mostHave("intro") : null,
		footer:
			isKnown && mostHave("footer")
				? (issues.find(({ footer }) => footer !== "")?.footer ?? null)
				: null,
		items: isKnown ? { fewest: Math.min(...counts), most: Math.max(...counts) } : null,
	};
}

function usualWeekday(dates: readonly string[]): number | null {
	if (dates.length < MIN_ISSUES) return null;
	const counts = new Array<number>(7).fill(0);
	for (const date of dates) {
		const day = weekdayOf(date);
		if (day !== null) counts[day] = (counts[day] ?? 0) + 1;
	}
	const most = Math.max(...counts);
	return most >= dates.length * MOST ? counts.indexOf(most) : null;
}
