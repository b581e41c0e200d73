import type { BrowserName } from "../e2e/browsers/browser.ts";
import type { BrowserPool } from "./browser-pool.ts";
import type { Growth } from "./growth.ts";
import type { Measurement } from "./row.ts";

/** What a group of rows needs for measuring. */
export interface Context {
	pool: BrowserPool;
	/** The number of samples of each figure after the warm-up. */
	repetitions: number;
	/** The numbers of links in the archives, from none to the most. */
	sizes: readonly number[];
}

/** Rows that are measured together. Each group is one file in `rows/`. */
export interface Group {
	name: string;
	browsers: readonly BrowserName[];
	measure(context: Context): Promise<Findings>;
}

export interface Findings {
	measurements: readonly Measurement[];
	/** The growth of figures with the size of the archive. */
	growths?: readonly Growth[];
}

export const BOTH: readonly BrowserName[] = ["chromium", "firefox"];

/** The first rounds fill caches and are not counted. */
const WARM_UP = 3;

/**
 * Takes samples of several quantities alternately, so that a busy moment of the machine affects all of
 * them. Every second round has the reverse order.
 */
export async function interleaved<Name extends string>(
	repetitions: number,
	take: Readonly<Record<Name, (round: number) => Promise<number>>>,
	warmUp = WARM_UP,
): Promise<Record<Name, number[]>> {
	const names = Object.keys(take) as Name[];
	const samples = Object.fromEntries(names.map((name) => [name, [] as number[]]));
	for (let round = 0; round < repetitions + warmUp; round += 1) {
		for (const name of round % 2 === 0 ? names : names.toReversed()) {
			const sample = await take[name](round);
			if (round >= warmUp) samples[name]?.push(sample);
		}
	}
	return samples as Record<Name, number[]>;
}

/** The number of links as it is written in the names of rows. */
export function linksIn(size: number): string {
	return size === 0 ? "no archive" : `${size.toLocaleString("en")} links`;
}
