import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveFigures } from "../torture/figures.ts";
import { type KillRounds, startKillRounds } from "../torture/kill-rounds.ts";
import { SEED } from "../torture/random.ts";
import { browsersToTest } from "./browsers/browser.ts";

/** How many times each browser is killed. */
const KILLS = Number(process.env.GALLEY_TORTURE_KILLS ?? 3);
const ROUND_MS = 90_000;

/**
 * Clips by popup and menu, and two options pages that add, write, move, delete, import and undo,
 * all at the same time, until the browser is killed. After each start with the same profile, everything
 * that was acknowledged is stored once, and nothing is stored partly.
 */
describe.each(browsersToTest())(`In %s, killed at random (seed ${SEED})`, (name) => {
	let rounds: KillRounds;
	let kills = 0;
	beforeAll(async () => {
		rounds = await startKillRounds(name);
	});
	afterAll(async () => {
		if (rounds) saveFigures(`kills-${name}`, { seed: SEED, kills, ...rounds.facts.count });
		await rounds?.close();
	});

	test.each(Array.from({ length: KILLS }, (_, at) => at + 1))(
		"everything acknowledged is stored once after kill %i, and nothing partly",
		async (number) => {
			const { moment, wrong } = await rounds.round(number);
			expect(wrong, `Seed ${SEED}, killed after ${JSON.stringify(moment)}`).toEqual([]);
			kills += 1;
		},
		ROUND_MS,
	);
});
