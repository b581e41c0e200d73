/** Several samples of one quantity, in brief. */
export interface Figure {
	median: number;
	/** The 95th percentile. */
	p95: number;
}

/** Throws when there is no sample, or one that is no number: nothing can be said of them. */
export function figure(samples: readonly number[]): Figure {
	if (samples.length === 0 || !samples.every(Number.isFinite)) {
		throw new Error(`These samples are no figure: ${samples.join(", ") || "none"}`);
	}
	const sorted = samples.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { median: at(0.5), p95: at(0.95) };
}
