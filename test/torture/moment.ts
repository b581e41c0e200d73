import type { Random } from "./random.ts";

/** When the browser is killed: after a time, or near the beginning or the acknowledgment of a step. */
export type Moment =
	| { after: "time"; ms: number }
	| { after: "acknowledgement"; of: number }
	| { after: "beginning"; of: number; ms: number };

/** The greatest number of steps before a kill. */
const STEPS = 14;
const MAX_MS = 4_000;
/** About the duration of a change, so that the kill happens during it. */
const WITHIN_MS = 30;

export function momentFrom(random: Random): Moment {
	const kinds = ["time", "acknowledgement", "beginning"] as const;
	const after = random.pick(kinds);
	if (after === "time") return { after, ms: 200 + random.below(MAX_MS) };
	const of = 1 + random.below(STEPS);
	if (after === "acknowledgement") return { after, of };
	return { after, of, ms: random.below(WITHIN_MS) };
}

/** Counts the steps, and calls `kill` at the chosen moment. */
export interface Watch {
	/** Called immediately before each step. */
	begun(): void;
	/** Called when a step has been acknowledged. */
	acknowledged(): void;
	/** Whether the moment has been reached. */
	readonly over: boolean;
	/** Resolves when `kill` is done. */
	readonly killed: Promise<void>;
}

export function watchFor(moment: Moment, kill: () => Promise<void>): Watch {
	let over = false;
	let begun = 0;
	let acknowledged = 0;
	let resolve: (done: Promise<void>) => void = () => {};
	const killed = new Promise<void>((done) => {
		resolve = done;
	});
	const now = () => {
		if (over) return;
		over = true;
		// Immediately, because an acknowledged step must already be stored safely.
		resolve(kill());
	};
	if (moment.after === "time") setTimeout(now, moment.ms);
	return {
		begun() {
			begun += 1;
			if (moment.after === "beginning" && begun === moment.of) setTimeout(now, moment.ms);
		},
		acknowledged() {
			acknowledged += 1;
			if (moment.after === "acknowledgement" && acknowledged === moment.of) now();
		},
		get over() {
			return over;
		},
		killed,
	};
}
