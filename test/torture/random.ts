/** Random choices that can be repeated: the same seed makes the same choices. */
import { randomOf } from "../random-of.ts";
import { seedOf } from "../seed-of.ts";

export interface Random {
	/** An integer from 0 to `end`, without `end`. */
	below(end: number): number;
	/** One element of a list; undefined only for an empty list. */
	pick<T>(list: readonly [T, ...T[]]): T;
	pick<T>(list: readonly T[]): T | undefined;
	/** True with this probability, from 0 to 1. */
	boolean(share: number): boolean;
}

/** The seed of this run: the value of `GALLEY_TORTURE_SEED`, else a new one. */
export const SEED =
	process.env.GALLEY_TORTURE_SEED || Math.random().toString(36).slice(2, 10).padEnd(8, "0");

/**
 * Makes choices from a seed. Each part of a run has its own generator, so that parts do not influence each
 * other.
 */
export function seededRandom(seed: string): Random {
	const next = randomOf(seedOf(seed));
	const below = (end: number) => Math.floor(next() * end);
	return {
		below,
		pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
		boolean: (share) => next() < share,
	};
}
