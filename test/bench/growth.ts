import type { Measurement, Unit } from "./row.ts";

/** The growth of a quantity with the size of what it is measured on. */
export interface Growth {
	what: string;
	unit: Unit;
	/** The median at each size, such as the number of links in the archive, the smallest first. */
	points: readonly { size: number; median: number }[];
	/** The highest allowed exponent. */
	bound: number;
}

/** The bounds for work that reads the whole archive, and for work that reads a part of it. */
export const EXPONENTS = { readsAll: 1.1, readsPart: 0.1 } as const;

/**
 * The exponent of the power of the size that fits the points best: 1 if ten times the size takes
 * ten times as long, 0 if the time is constant. It is the slope of the least-squares line through the
 * logarithms. Throws if there are fewer than two points, or if a point is not above 0.
 */
export function exponentOf(points: Growth["points"]): number {
	if (points.length < 2 || points.some(({ size, median }) => !(size > 0 && median > 0))) {
		throw new Error("An exponent needs two sizes or more, and a figure above 0 at each.");
	}
	const logs = points.map(({ size, median }) => ({ x: Math.log(size), y: Math.log(median) }));
	const mean = (pick: (log: { x: number; y: number }) => number) =>
		logs.reduce((sum, log) => sum + pick(log), 0) / logs.length;
	const x = mean((log) => log.x);
	const y = mean((log) => log.y);
	const spread = logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
	return logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0) / spread;
}

/** The row of the table for an exponent. */
export function exponentMeasurement({ what, points, bound }: Growth): Measurement {
	return {
		what: `${what}: exponent of its growth`,
		unit: "",
		own: [exponentOf(points)],
		baseline: null,
		bound,
	};
}
