/**
 * fast-check for the property tests. In `npm test` they always try the same inputs, so that a change of the
 * code alone decides whether they pass. `npm run torture` tries new inputs, and more of them:
 * `GALLEY_TORTURE_SEED` repeats those of an earlier run.
 */
import fc from "fast-check";
import { seedOf } from "./seed-of.ts";

const USUAL_SEED = 20;
const USUAL_RUNS = 100;

const { GALLEY_TORTURE_SEED: named, GALLEY_PROPERTY_FACTOR: factor } = process.env;

/** The number of inputs of a property: `usual` in `npm test`, and a multiple of it in a longer run. */
export function numRuns(usual: number): number {
	return usual * Number(factor ?? 1);
}

fc.configureGlobal({
	seed: named === undefined ? USUAL_SEED : seedOf(named),
	numRuns: numRuns(USUAL_RUNS),
});

export default fc;
