import { BOTH, type Group, interleaved, linksIn } from "../group.ts";

/**
 * The number of links in the issues that sections are learned from, as large as the sizes of the archives
 * allow.
 */
const LINKS = 28_000;

/** Learning the sections of pages, compared with reading the same issues. */
export const sectionRows: Group = {
	name: "sections",
	browsers: BOTH,
	async measure({ pool, repetitions, sizes }) {
		const links = Math.min(LINKS, Math.max(...sizes));
		const { run, issues } = await pool.withArchive(links);
		const samples = await interleaved(repetitions, {
			train: () => run("trainSections"),
			read: () => run("readIssues"),
		});
		return {
			measurements: [
				{
					what: `Learn the sections of ${issues.toLocaleString("en")} issues (${linksIn(links)})`,
					unit: "ms",
					own: samples.train,
					baseline: { what: "reading them", samples: samples.read },
					bound: 3,
				},
			],
		};
	},
};
