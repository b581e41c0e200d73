import type { Measured } from "./browser-pool.ts";
import { figure } from "./figure.ts";
import { type Context, type Findings, interleaved, linksIn } from "./group.ts";
import type { Unit } from "./row.ts";

interface BySize {
	what: string;
	unit: Unit;
	/** The highest allowed ratio of the largest archive to the one it is compared with. */
	bound: number;
	/** The size that the others are compared with. */
	beside: number;
	exponent: number;
	/** Takes one sample. */
	take(measured: Measured, round: number): Promise<number>;
}

/**
 * Takes samples of one quantity in archives of all sizes alternately. Returns a row for each larger size
 * than the compared one (the largest has the bound) and the growth.
 */
export async function bySize(
	{ pool, sizes, repetitions }: Context,
	{ what, unit, bound, beside, exponent, take }: BySize,
): Promise<Findings> {
	const takes: Record<string, (round: number) => Promise<number>> = {};
	for (const size of sizes) {
		const measured = await pool.withArchive(size);
		takes[`size ${size}`] = (round) => take(measured, round);
	}
	const samples = await interleaved(repetitions, takes);
	const of = (size: number) => samples[`size ${size}`] ?? [];
	const largest = Math.max(...sizes);
	const larger = sizes.filter((size) => size > beside);
	return {
		measurements: larger.map((size) => ({
			what: `${what}, ${linksIn(size)}`,
			unit,
			own: of(size),
			baseline: { what: `the same, ${linksIn(beside)}`, samples: of(beside) },
			bound: size === largest ? bound : null,
		})),
		growths: [
			{
				what,
				unit,
				points: sizes
					.filter((size) => size > 0)
					.map((each) => ({ size: each, median: figure(of(each)).median })),
				bound: exponent,
			},
		],
	};
}

/** Combines several findings. */
export function together(findings: readonly Findings[]): Findings {
	return {
		measurements: findings.flatMap(({ measurements }) => measurements),
		growths: findings.flatMap(({ growths = [] }) => growths),
	};
}
