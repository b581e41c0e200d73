import { figure } from "../figure.ts";
import { BOTH, type Findings, type Group, interleaved, linksIn } from "../group.ts";
import { EXPONENTS, type Growth } from "../growth.ts";

/** Fewer samples, because each backup of the largest archive takes seconds. */
const FEWER = 5;
const MANY_LINKS = 100_000;

/** Making and restoring backups, compared with JSON and one write of the same records. */
export const backupRows: Group = {
	name: "backups",
	browsers: BOTH,
	async measure({ pool, repetitions, sizes }) {
		const measurements: Findings["measurements"][number][] = [];
		const points: { made: Growth["points"][number][]; restored: Growth["points"][number][] } = {
			made: [],
			restored: [],
		};
		for (const links of sizes.filter((size) => size > 0)) {
			const { run } = await pool.withArchive(links);
			const times = links >= MANY_LINKS ? Math.min(repetitions, FEWER) : repetitions;
			const samples = await interleaved(
				times,
				{
					made: () => run("backUp"),
					stringified: () => run("stringifyAll"),
					restored: () => run("restoreAll"),
					written: () => run("parseAndPutRecords"),
				},
				1,
			);
			const bound = links === Math.max(...sizes) ? 2 : null;
			points.made.push({ size: links, median: figure(samples.made).median });
			points.restored.push({ size: links, median: figure(samples.restored).median });
			measurements.push(
				{
					what: `Make a backup, ${linksIn(links)}`,
					unit: "ms",
					own: samples.made,
					baseline: { what: "reading and JSON.stringify", samples: samples.stringified },
					bound,
				},
				{
					what: `Restore a backup, ${linksIn(links)}`,
					unit: "ms",
					own: samples.restored,
					baseline: { what: "JSON.parse and one write", samples: samples.written },
					bound,
				},
			);
		}
		const bound = EXPONENTS.readsAll;
		return {
			measurements,
			growths: [
				{ what: "Make a backup", unit: "ms", points: points.made, bound },
				{ what: "Restore a backup", unit: "ms", points: points.restored, bound },
			],
		};
	},
};
