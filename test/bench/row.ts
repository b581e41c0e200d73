import type { BrowserName } from "../e2e/browsers/executables.ts";
import { figure } from "./figure.ts";

/** The unit of the samples of a row; empty for numbers without a unit. */
export type Unit = "ms" | "MB" | "";

/** The samples of one row, as returned by a group of rows. */
export interface Measurement {
	what: string;
	unit: Unit;
	own: readonly number[];
	/** The samples that the row is compared with, from the same run; null if the bound is not a ratio. */
	baseline: { what: string; samples: readonly number[] } | null;
	/**
	 * The highest allowed ratio to the baseline, or the highest allowed sample if there is none; null if
	 * there is no bound.
	 */
	bound: number | null;
}

/** One line of the table. */
export interface Row {
	what: string;
	browser: BrowserName;
	unit: Unit;
	/** The number of samples. */
	samples: number;
	median: number;
	p95: number;
	/** What the row is compared with; empty if there is nothing. */
	beside: string;
	/** The median of the baseline; null if there is none. */
	baseline: number | null;
	ratio: number | null;
	bound: number | null;
	/** Whether the bound is kept; null if there is no bound. */
	holds: boolean | null;
}

/** Throws if the baseline measured 0, because no ratio can be computed. */
export function rowOf(browser: BrowserName, measurement: Measurement): Row {
	const { what, unit, own, baseline, bound } = measurement;
	const { median, p95 } = figure(own);
	const base = baseline ? figure(baseline.samples).median : null;
	if (base !== null && !(base > 0)) {
		throw new Error(`“${what}” has no baseline: “${baseline?.what}” measured ${base}.`);
	}
	const ratio = base === null ? null : median / base;
	// For counted or computed values, no single sample may exceed the bound.
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
