/**
 * Measures how much work a text causes. It measures the processor time of this thread, which other work on
 * the machine does not change. This is only a guard against texts for which the work hardly ends; the
 * benchmark measures speed.
 */
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { GFM, parser } from "@lezer/markdown";
import { type Shape, textOf } from "./shapes.ts";
import type { Subject } from "./subject.ts";

/**
 * The allowed time for a text of a megabyte. On a slower or busier machine, it is proportionally longer.
 */
export const BUDGET_MS = 1_000;
export const MEGABYTE = 1 << 20;

/** The lengths that are tried. Each is four times the length before, except the last. */
const LENGTHS = [1 << 13, 1 << 15, 1 << 17, 1 << 19, MEGABYTE] as const;
/**
 * In a short run, a shape is accepted early if its time is far below the budget and has grown by no more
 * than this factor since a quarter of the length. Linear growth gives a factor of 4, quadratic growth 16.
 */
const LINEAR_GROWTH = 5;
/**
 * From half a megabyte to a whole one, n log n grows by less than this factor, and quadratic growth is 4.
 * Below the floor, garbage collection and compilation influence the times too much.
 */
const MAX_GROWTH = 3.3;
const GROWTH_FLOOR_MS = 500;
/**
 * The number of measurements if the first one is too slow, because compilation and garbage collection do
 * not depend on the text.
 */
const TRIES = 3;
/**
 * A subject that parses markdown may take this many times the time of the markdown parser alone for the
 * same text. A megabyte of one-letter headings, or of empty links (a quarter of a million each), takes that
 * parser longer than the budget.
 */
const MAX_OVER_PARSER = 5;
/**
 * Stops work that does not end, so that the subject and the text can be reported. Only the clock can do
 * this.
 */
const HANG_MS = 30_000;

const script = new Script("run()");
const sandbox = createContext({ run: () => {} });

/** Milliseconds of processor time that `work` takes. Throws if it does not end. */
export async function costOf(work: () => unknown): Promise<number> {
	let waited: unknown;
	sandbox.run = () => {
		waited = work();
	};
	const before = processorMs();
	// This is the only way to interrupt a regular expression.
	script.runInContext(sandbox, { timeout: HANG_MS });
	await waited;
	return processorMs() - before;
}

/**
 * The time of this thread if the system reports it (Linux), else of the process, which includes garbage
 * collection.
 */
function processorMs(): number {
	try {
		return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
	} catch {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1000;
	}
}

/** Work similar to that of the subjects, and its time on the machine for which the budget was chosen. */
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
 * How many times slower this thread is now than on that machine, from 1 to 5. Processors that share their
 * caches with other work take two or three times as long for the same work.
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

const markdownParser = parser.configure(GFM);
/** The parser's time grows with the square of a paragraph's links, so its text is cut into pieces. */
const MAX_PIECE_LENGTH = 4_000;

/** Milliseconds that the subject may take for a text, without the present slowness of this thread. */
async function budgetFor(subject: Subject, text: string): Promise<number> {
	if (!subject.parsesMarkdown) return BUDGET_MS;
	const pieces = text.replace(new RegExp(`[^]{${MAX_PIECE_LENGTH}}`, "g"), "$&\n\n");
	const own = await costOf(() => markdownParser.parse(pieces));
	return Math.max(BUDGET_MS, own * MAX_OVER_PARSER);
}

/** The time of a subject for a shape, and the length of the text. */
export interface Cost {
	shape: Shape;
	ms: number;
	length: number;
}

/**
 * Tries a shape with increasing lengths. Unless `whole` is set, stops early if even quadratic growth could
 * not reach the budget at a megabyte, or if growth is linear. Throws with the shape if the budget is
 * exceeded or the growth is quadratic.
 */
export async function withinBudget(subject: Subject, shape: Shape, whole: boolean): Promise<Cost> {
	let cost: Cost = { shape, ms: 0, length: 0 };
	for (const length of LENGTHS) {
		const text = textOf(shape, length);
		const before = cost.ms;
		let budget = BUDGET_MS;
		let floor = GROWTH_FLOOR_MS;
		const isBad = (ms: number) =>
			ms > budget || (length === MEGABYTE && ms > floor && ms > before * MAX_GROWTH);
		let ms = Number.POSITIVE_INFINITY;
		for (let tries = 0; tries < TRIES && isBad(ms); tries += 1) {
			ms = Math.min(ms, await costOf(() => subject.run(text)));
			if (!isBad(ms)) break;
			const own = await budgetFor(subject, text);
			if (own > BUDGET_MS) {
				// If the parser alone takes this long, the growth is also the parser's.
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

/** The time at a megabyte if it grows in proportion to the length. */
export function atAMegabyte({ ms, length }: Cost): number {
	return length === 0 ? 0 : ms * (MEGABYTE / length);
}
