import { expect, test } from "vitest";
import { converge } from "./convergence.ts";
import { useGitServer } from "./git-harness.ts";

const git = useGitServer();

const isLong = process.env.GALLEY_CONVERGENCE === "long";
/**
 * Every long run has a new seed, and can be repeated with it: `GALLEY_SEED=… npm run convergence`. The
 * short run of `npm test` has always the same.
 */
const given = Number(process.env.GALLEY_SEED ?? 0);
const seed = given || (isLong ? Math.floor(Math.random() * 1_000_000) : 20);

const RUNS = isLong
	? [
			{ machines: 3, edits: 1_000 },
			{ machines: 10, edits: 1_000 },
		]
	: [{ machines: 3, edits: 40 }];

test.each(RUNS)(
	"$machines machines with $edits random edits all end with the same records",
	{ timeout: isLong ? 3_600_000 : 120_000 },
	async (run) => {
		console.log(`seed ${seed}`);
		const result = await converge(git.server, { seed, ...run });
		console.log(JSON.stringify({ ...run, ...result }));
		expect(result.commits).toBeGreaterThan(0);
	},
);
