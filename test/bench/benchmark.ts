/** Runs the groups of rows, one browser after the other, and converts their findings to rows. */
import type { BrowserName } from "../e2e/browsers/browser.ts";
import { openBrowserPool } from "./browser-pool.ts";
import type { Context, Group } from "./group.ts";
import { GROUPS } from "./groups.ts";
import { exponentMeasurement, type Growth } from "./growth.ts";
import { type Measurement, type Row, rowOf } from "./row.ts";

/** What was measured of one group in one browser. */
export interface GroupFigures {
	group: string;
	browser: BrowserName;
	rows: Row[];
	growths: Growth[];
	/** What could not be measured, each with the reason. */
	failures: string[];
}

export interface BenchmarkOptions {
	/** Whether to use only Chromium, archives of up to 10,000 links and five samples of each figure. */
	quick: boolean;
	/**
	 * Another number of samples, and another greatest number of links, for trying a change; undefined for
	 * the usual ones.
	 */
	samples?: number;
	links?: number;
	/** The names of the groups to run; all groups if empty. */
	only: readonly string[];
	browsers: readonly BrowserName[];
	/** Called with each row as soon as it is measured. */
	tell(row: Row): void;
	tellFailure(failure: string): void;
}

const QUICK = { repetitions: 5, sizes: [0, 100, 1_000, 10_000] };
const WHOLE = { repetitions: 20, sizes: [0, 100, 1_000, 10_000, 100_000] };

/** Measures the built extension. Throws if a requested group does not exist. */
export async function benchmark(options: BenchmarkOptions): Promise<GroupFigures[]> {
	const { quick, only, browsers } = options;
	const unknown = only.filter((name) => !GROUPS.some((group) => group.name === name));
	if (unknown.length > 0) {
		const names = GROUPS.map(({ name }) => name).join(", ");
		throw new Error(`There is no group ${unknown.join(", ")} of rows. There are ${names}.`);
	}
	const groups = GROUPS.filter(({ name }) => only.length === 0 || only.includes(name));
	const figures: GroupFigures[] = [];
	for (const browser of browsers) {
		const pool = await openBrowserPool(browser);
		try {
			const { repetitions, sizes } = quick ? QUICK : WHOLE;
			const { samples = repetitions, links = Number.POSITIVE_INFINITY } = options;
			const context = {
				pool,
				repetitions: samples,
				sizes: sizes.filter((size) => size <= links),
			};
			for (const group of groups) {
				if (!group.browsers.includes(browser)) continue;
				figures.push(await runGroup(group, context, options));
			}
		} finally {
			await pool.close();
		}
	}
	return figures;
}

async function runGroup(
	group: Group,
	context: Context,
	{ tell, tellFailure }: BenchmarkOptions,
): Promise<GroupFigures> {
	const { browser } = context.pool;
	const figures: GroupFigures = {
		group: group.name,
		browser,
		rows: [],
		growths: [],
		failures: [],
	};
	const attempt = async (what: string, work: () => Promise<void> | void) => {
		try {
			await work();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			const failure = `${what} (${browser}) could not be measured. ${reason}`;
			figures.failures.push(failure);
			tellFailure(failure);
		}
	};
	const add = (measurement: Measurement) =>
		attempt(measurement.what, () => {
			const row = rowOf(browser, measurement);
			figures.rows.push(row);
			tell(row);
		});
	await attempt(group.name, async () => {
		const { measurements, growths = [] } = await group.measure(context);
		for (const measurement of measurements) await add(measurement);
		for (const growth of growths) {
			figures.growths.push(growth);
			await attempt(growth.what, () => add(exponentMeasurement(growth)));
		}
	});
	return figures;
}
