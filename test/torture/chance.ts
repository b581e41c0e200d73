/** Chance that can be repeated: the same seed makes the same choices. */

export interface Chance {
	/** A whole number from 0 up to, and without, `end`. */
	below(end: number): number;
	/** One of a list; undefined only for an empty one. */
	pick<T>(list: readonly [T, ...T[]]): T;
	pick<T>(list: readonly T[]): T | undefined;
	/** True this often, of 1. */
	often(share: number): boolean;
}

/** The seed of this run: what `GALLEY_TORTURE_SEED` names, else a new one. */
export const SEED =
	process.env.GALLEY_TORTURE_SEED || Math.random().toString(36).slice(2, 10).padEnd(8, "0");

/** Choices from a seed. Each part of a run takes one of its own, so that parts do not mix. */
export function chanceFrom(seed: string): Chance {
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
		often: (share) => next() < share,
	};
}

/** FNV-1a, 32 bits: seeds that differ in a letter are far apart. */
function hash(text: string): number {
	let sum = 0x811c9dc5;
	for (const character of text) {
		sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return sum;
}
