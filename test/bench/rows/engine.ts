import { BOTH, type Group, interleaved } from "../group.ts";

/** Parsing, formatting and learning, compared with the CommonMark parser alone on the same text. */
export const engineRows: Group = {
	name: "engine",
	browsers: BOTH,
	async measure({ stage, repetitions }) {
		const { run } = await stage.withArchive(0);
		const samples = await interleaved(repetitions, {
			parse: () => run("parse"),
			format: () => run("format"),
			parseAlone: () => run("parseAlone"),
			learn: () => run("learn"),
			parseTenAlone: () => run("parseTenAlone"),
		});
		const one = { what: "the CommonMark parser alone", samples: samples.parseAlone };
		const ten = { what: "the CommonMark parser alone", samples: samples.parseTenAlone };
		return {
			measurements: [
				{
					what: "Parse an issue of 40 items, 20 times",
					unit: "ms",
					own: samples.parse,
					baseline: one,
					bound: 3,
				},
				{
					what: "Format an issue of 40 items, 20 times",
					unit: "ms",
					own: samples.format,
					baseline: one,
					bound: 3,
				},
				{
					what: "Learn a style from ten issues, 20 times",
					unit: "ms",
					own: samples.learn,
					baseline: ten,
					bound: 10,
				},
			],
		};
	},
};
