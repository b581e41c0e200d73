/** Random choices that can be repeated: the same seed makes the same choices. */

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
	let state = hash(seed);
	/** The generator "mulberry32" by Tommy Ettinger, from 0 to 1. */
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (end: number) => Math.floor(next() * end);
	return {
		below,
		pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
		boolean: (share) => next() < share,
	};
}

/** FNV-1a, 32 bits. Seeds that differ in one letter give very different numbers. */
function hash(text: string): number {
	let sum = 0x811c9dc5;
	for (const character of text) {
		sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return sum;
}
