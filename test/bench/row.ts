import type { BrowserName } from "../e2e/browsers/executables.ts";
import { figure } from "./figure.ts";

/** What the samples of a row are measured in; empty for numbers that have no unit. */
export type Unit = "ms" | "MB" | "";

/** The samples of one row, as a group of rows hands them over. */
export interface Measurement {
	what: string;
	unit: Unit;
	own: readonly number[];
	/** What the samples stand beside, from the same run; null where the bound is no ratio. */
	baseline: { what: string; samples: readonly number[] } | null;
	/** The highest ratio to the baseline, or the highest sample where there is none; null for none. */
	bound: number | null;
}

/** One line of the table. */
export interface Row {
	what: string;
	browser: BrowserName;
	unit: Unit;
	/** How many samples there are. */
	samples: number;
	median: number;
	p95: number;
	/** What the row stands beside; empty for nothing. */
	beside: string;
	/** The median of the baseline; null where there is none. */
	baseline: number | null;
	ratio: number | null;
	bound: number | null;
	/** Whether the bound holds; null where there is no bound. */
	holds: boolean | null;
}

/** Throws when the baseline measured nothing: a ratio to 0 says nothing of the row. */
export function rowOf(browser: BrowserName, measurement: Measurement): Row {
	const { what, unit, own, baseline, bound } = measurement;
	const { median, p95 } = figure(own);
	const base = baseline ? figure(baseline.samples).median : null;
	if (base !== null && !(base > 0)) {
		throw new Error(`“${what}” has no baseline: “${baseline?.what}” measured ${base}.`);
	}
	const ratio = base === null ? null : median / base;
	// Of what is counted or computed, no single sample may be beyond the bound.
	const judged = ratio ?? Math.max(...own);
	return {
		what,
		browser,
		unit,
		samples: own.length,
		median,
		p95,
		beside: baseline?.what ?? "",
		baseline: base,
		ratio,
		bound,
		holds: bound === null ? null : judged <= bound,
	};
}
