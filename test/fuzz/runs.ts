/** How much is tried, and how much has been. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type fc from "fast-check";

const { env } = process;

/** Texts of a megabyte tried on each subject; ten times as many short ones. */
export const RUNS = Number(env.GALLEY_FUZZ_RUNS ?? 8);
/** In the long form every shape is tried, and those made up by chance at their whole length. */
export const LONG = env.GALLEY_TORTURE_LONG !== undefined;

const COUNTS = new URL("../../out/fuzz-counts.json", import.meta.url);

/** For fast-check: the same texts again for the same GALLEY_TORTURE_SEED. */
export function parameters(runs: number): fc.Parameters<unknown> {
	const named = env.GALLEY_TORTURE_SEED;
	const numbers = [...(named ?? "")].map((character) => character.charCodeAt(0));
	const seed = numbers.reduce((sum, number) => (sum * 31 + number) | 0, 7);
	return { numRuns: runs, ...(named !== undefined && { seed }) };
}

/** Puts the figures down in `out/`, for whoever tells them. */
export function putDown(counts: { cases: number; subjects: number; worst: object }): void {
	mkdirSync(fileURLToPath(new URL(".", COUNTS)), { recursive: true });
	writeFileSync(COUNTS, `${JSON.stringify(counts, null, "\t")}\n`);
}
