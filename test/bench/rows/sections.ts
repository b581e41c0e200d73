import { BOTH, type Group, interleaved, linksIn } from "../group.ts";

/** Issues that the sections are learned from, as many as the sizes of archives allow. */
const LINKS = 28_000;

/** Learning which section pages go into, beside reading the same issues. */
export const sectionRows: Group = {
	name: "sections",
	browsers: BOTH,
	async measure({ stage, repetitions, sizes }) {
		const links = Math.min(LINKS, Math.max(...sizes));
		const { run, issues } = await stage.withArchive(links);
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
