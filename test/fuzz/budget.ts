/**
 * How much work a text makes. It is measured as processor time of this thread, which other work on
 * the machine does not count into, and only as a guard against hangs: nothing else tells apart a
 * text that takes long from one that takes for ever. Speed is measured in the bench.
 */
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { blockParser } from "../../src/core/markdown/blocks.ts";
import { type Shape, textOf } from "./shapes.ts";
import type { Subject } from "./subject.ts";

/** What a text of a megabyte may take; on a machine that is slower or busier, as much longer. */
export const BUDGET_MS = 1_000;
export const MEGABYTE = 1 << 20;

/** The lengths tried, each four times the one before but for the last. */
const LENGTHS = [1 << 13, 1 << 15, 1 << 17, 1 << 19, MEGABYTE] as const;
/**
 * In the short form, a text that made so much less work than the budget at its length, and grew no
 * faster than this since a quarter of it, is let be: linear growth is by 4, quadratic by 16.
 */
const LINEAR_GROWTH = 5;
/**
 * Growth by so much from half a megabyte to a whole one is no longer that of n log n; quadratic
 * growth is by 4. Below the floor, it is the collector and the compiler that is seen.
 */
const MOST_GROWTH = 3.3;
const GROWTH_FLOOR_MS = 500;
/** Measured so often where it looks bad: what is compiled or collected is not the text's doing. */
const TRIES = 3;
/**
 * A subject that parses markdown may take so many times what the block parser it is built on takes alone
 * for the same text. A megabyte of headings of one letter, a quarter of a million, takes that
 * parser longer than the budget.
 */
const MOST_OVER_PARSER = 5;
/** Ends what hangs, so that its name and its text are told; by the clock, as nothing else can. */
const HANG_MS = 30_000;

const script = new Script("run()");
const sandbox = createContext({ run: () => {} });

/** Milliseconds of processor time that `work` takes. Throws when it does not end. */
export async function costOf(work: () => unknown): Promise<number> {
	let waited: unknown;
	sandbox.run = () => {
		waited = work();
	};
	const before = processorMs();
	// Only so can a regular expression be interrupted.
	script.runInContext(sandbox, { timeout: HANG_MS });
	await waited;
	return processorMs() - before;
}

/** Of this thread where the system tells (Linux), else of the process with its collector. */
function processorMs(): number {
	try {
		return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
	} catch {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1000;
	}
}

/** Work like that of the subjects, and what it takes where the budget was drawn up. */
const MEASURE = "# a\n\nb [c](http://a.example/)\n".repeat(35_000);
const MEASURE_MS = 50;

function measured(): unknown[] {
	return MEASURE.split("\n").map((line, at) => ({
		at,
		heading: /^(#+)[ \t]+(\S.*)$/.exec(line),
		words: /^[ \t]*$/.test(line) ? [] : line.split(" ").map((word) => ({ word })),
	}));
}

/**
 * How many times slower than there this thread is now, 1 to 5: processors that share their caches
 * with other work take two or three times as long over the same.
 */
async function slowness(): Promise<number> {
	const kept: unknown[] = [];
	const costs: number[] = [];
	for (let tries = 0; tries < 5; tries += 1) {
		costs.push(await costOf(() => kept.push(measured())));
	}
	costs.sort((a, b) => a - b);
	return Math.min(5, Math.max(1, (costs[3] ?? 0) / MEASURE_MS));
}

/** Milliseconds that the subject may take for a text, apart from what slows this thread down now. */
async function budgetFor(subject: Subject, text: string): Promise<number> {
	if (!subject.parsesBlocks) return BUDGET_MS;
	const own = await costOf(() => blockParser.parse(text));
	return Math.max(BUDGET_MS, own * MOST_OVER_PARSER);
}

/** What a subject took for a shape, and at which length that was. */
export interface Cost {
	shape: Shape;
	ms: number;
	length: number;
}

/**
 * Takes a shape from short to long. Stops where even quadratic growth could not reach the budget
 * at a megabyte or growth is linear, unless `whole` is asked for. Throws, with the shape, where the budget is passed
 * or the growth is quadratic.
 */
export async function withinBudget(subject: Subject, shape: Shape, whole: boolean): Promise<Cost> {
	let cost: Cost = { shape, ms: 0, length: 0 };
	for (const length of LENGTHS) {
		const text = textOf(shape, length);
		const before = cost.ms;
		let budget = BUDGET_MS;
		let floor = GROWTH_FLOOR_MS;
		const isBad = (ms: number) =>
			ms > budget || (length === MEGABYTE && ms > floor && ms > before * MOST_GROWTH);
		let ms = Number.POSITIVE_INFINITY;
		for (let tries = 0; tries < TRIES && isBad(ms); tries += 1) {
			ms = Math.min(ms, await costOf(() => subject.run(text)));
			if (!isBad(ms)) break;
			const own = await budgetFor(subject, text);
			if (own > BUDGET_MS) {
				// As much as the parser, its growth is the parser's too.
				budget = own;
				floor = own;
			} else if (ms > BUDGET_MS) budget = BUDGET_MS * (await slowness());
		}
		if (isBad(ms)) {
			throw new Error(
				`${subject.name} took ${Math.round(ms)} ms for ${length} characters, ` +
					`${Math.round(before)} ms for ${cost.length}: ${JSON.stringify(shape)}`,
			);
		}
		cost = { shape, ms, length };
		const rest = MEGABYTE / length;
		const linear = before > 0 && ms < before * LINEAR_GROWTH && ms * rest * 1.5 < BUDGET_MS;
		if (!whole && (ms * rest ** 2 < BUDGET_MS || linear)) break;
	}
	return cost;
}

/** What a cost comes to at a megabyte, if it grows with the length. */
export function atAMegabyte({ ms, length }: Cost): number {
	return length === 0 ? 0 : ms * (MEGABYTE / length);
}
