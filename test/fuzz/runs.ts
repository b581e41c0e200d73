/** How many texts are tried, and the results. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { env } = process;

/** The number of texts of a megabyte for each subject. There are ten times as many short ones. */
export const RUNS = Number(env.GALLEY_FUZZ_RUNS ?? 8);
/** In a long run, every shape is tried, and random shapes are tried at full length. */
export const LONG = env.GALLEY_TORTURE_LONG !== undefined;

const COUNTS = new URL("../../out/fuzz-counts.json", import.meta.url);

/** Saves the figures in `out/`, where another program reads them. */
export function saveCounts(counts: { cases: number; subjects: number; worst: object }): void {
	mkdirSync(fileURLToPath(new URL(".", COUNTS)), { recursive: true });
	writeFileSync(COUNTS, `${JSON.stringify(counts, null, "\t")}\n`);
}
