/** A summary of several samples of one quantity. */
export interface Figure {
	median: number;
	/** The 95th percentile. */
	p95: number;
}

/** Throws if there is no sample, or if a sample is not a number. */
export function figure(samples: readonly number[]): Figure {
	if (samples.length === 0 || !samples.every(Number.isFinite)) {
		throw new Error(`These samples are no figure: ${samples.join(", ") || "none"}`);
	}
	const sorted = samples.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { median: at(0.5), p95: at(0.95) };
}
