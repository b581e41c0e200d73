import { HOSTILE_ISSUES } from "../../hostile-issues.ts";
import { figure } from "../figure.ts";
import { BOTH, type Context, type Group, interleaved } from "../group.ts";
import { EXPONENTS, exponentOf } from "../growth.ts";
import type { Measurement } from "../row.ts";

/** The lengths at which hostile issues are measured, in eighths of their full length. */
const EIGHTHS = [1, 2, 4, 8] as const;
/** A hostile issue takes up to some seconds, so it is measured fewer times. */
const FEWER = 3;

/** How the time for each kind of hostile issue grows with its length, one exponent for each kind. */
async function hostileGrowth({ pool, repetitions }: Context): Promise<Measurement> {
	const { run } = await pool.withArchive(0);
	const exponents: number[] = [];
	for (const [kind, make] of Object.values(HOSTILE_ISSUES).entries()) {
		const take = (eighths: number) => () => run("hostile", kind, eighths);
		const samples = await interleaved(
			Math.min(repetitions, FEWER),
			Object.fromEntries(EIGHTHS.map((eighths) => [eighths, take(eighths)])),
			1,
		);
		const points = EIGHTHS.map((eighths) => ({
			size: make(eighths / 8).length,
			median: figure(samples[eighths] ?? []).median,
		}));
		exponents.push(exponentOf(points));
	}
	return {
		what: `Hostile issues, ${exponents.length} kinds: exponent of the growth with their length`,
		unit: "",
		own: exponents,
		baseline: null,
		bound: EXPONENTS.readsAll,
	};
}

/** Parsing, formatting and learning, compared with the CommonMark parser alone on the same text. */
export const engineRows: Group = {
	name: "engine",
	browsers: BOTH,
	async measure(context) {
		const { pool, repetitions } = context;
		const { run } = await pool.withArchive(0);
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
				await hostileGrowth(context),
			],
		};
	},
};
