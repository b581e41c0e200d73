/** A time that was measured several times. */
export interface Figure {
	what: string;
	/** Median, in milliseconds. */
	median: number;
	/** The 95th percentile, in milliseconds. */
	p95: number;
}

/** @param times in milliseconds, at least one */
export function figure(what: string, times: readonly number[]): Figure {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { what, median: at(0.5), p95: at(0.95) };
}
