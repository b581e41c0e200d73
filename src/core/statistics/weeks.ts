import { type IssueSummary, itemsIn } from "./summary.ts";

/** A period of time, with the average number of items per week. */
interface Period {
	/**
	 * `2019-12-15` is the week that begins on that day, `2019-12` a month, `2019 Q4` a quarter, `2019` a
	 * year.
	 */
	name: string;
	/** The average over the weeks in which an issue appeared; 0 if there are none. */
	itemsPerWeek: number;
	issues: number;
}

export type PeriodKind = "week" | "month" | "quarter" | "year";

/** The greatest number of columns that can be distinguished on a narrow screen. */
const MAX_PERIODS = 80;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A Monday from which weeks are counted. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5);

/**
 * For each kind of period: the number of the period that contains a date, and the name of a period by
 * its number.
 */
const KINDS: Record<PeriodKind, { count(date: Date): number; name(count: number): string }> = {
	week: {
		count: weekOf,
		name: (count) => new Date(FIRST_MONDAY + count * WEEK_MS).toISOString().slice(0, 10),
	},
	month: {
		count: (date) => date.getUTCFullYear() * 12 + date.getUTCMonth(),
		name: (count) => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`,
	},
	quarter: {
		count: (date) => date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3),
		name: (count) => `${Math.floor(count / 4)} Q${(count % 4) + 1}`,
	},
	year: { count: (date) => date.getUTCFullYear(), name: String },
};

/**
 * The items per week from the first issue to the last, in the shortest kind of period that gives few
 * enough columns. Periods without an issue are included, so that gaps are visible.
 */
export function itemsPerWeek(summaries: readonly IssueSummary[]): {
	kind: PeriodKind;
	periods: Period[];
} {
	const dated = summaries
		.map((summary) => ({ date: new Date(`${summary.issueDate}T00:00:00Z`), summary }))
		.filter(({ date }) => !Number.isNaN(date.getTime()));
	const kinds = Object.keys(KINDS) as PeriodKind[];
	const spanIn = (kind: PeriodKind) => {
		const counts = dated.map(({ date }) => KINDS[kind].count(date));
		return { first: Math.min(...counts), last: Math.max(...counts) };
	};
	const fits = (kind: PeriodKind) => spanIn(kind).last - spanIn(kind).first < MAX_PERIODS;
	const kind = dated.length === 0 ? "week" : (kinds.find(fits) ?? "year");
	if (dated.length === 0) return { kind, periods: [] };
	const { first, last } = spanIn(kind);
	const found = new Map<number, { items: number; weeks: Set<number>; issues: number }>();
	for (const { date, summary } of dated) {
		const count = KINDS[kind].count(date);
		const period = found.get(count) ?? { items: 0, weeks: new Set(), issues: 0 };
		period.items += itemsIn(summary);
		period.weeks.add(weekOf(date));
		period.issues += 1;
		found.set(count, period);
	}
	const from = Math.max(first, last - MAX_PERIODS + 1);
	const periods = Array.from({ length: last - from + 1 }, (_, at) => {
		const { items = 0, weeks, issues = 0 } = found.get(from + at) ?? {};
		return {
			name: KINDS[kind].name(from + at),
			itemsPerWeek: weeks ? items / weeks.size : 0,
			issues,
		};
	});
	return { kind, periods };
}

function weekOf(date: Date): number {
	return Math.floor((date.getTime() - FIRST_MONDAY) / WEEK_MS);
}
