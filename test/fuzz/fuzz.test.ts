import { afterAll, describe, test, vi } from "vitest";
import { hostileText } from "../core/issue/arbitrary.ts";
import { ALL_HOSTILE, HOSTILE_LINES } from "../hostile-strings.ts";
import fc from "../property-tests.ts";
import { atAMegabyte, type Cost, withinBudget } from "./budget.ts";
import { LONG, RUNS, saveCounts } from "./runs.ts";
import { anyShape, plainShapes, textOf, UNITS } from "./shapes.ts";
import { SUBJECTS } from "./subjects.ts";

// The sanitizer needs a browser's document, so it is tested in browsers.
vi.mock("dompurify", () => ({
	default: () => ({ addHook: () => {}, sanitize: (html: string) => html }),
}));
vi.stubGlobal("window", {});

const SHORT = 400;
/** Run repeatedly first, so that the code is already compiled. */
const WARMING = "a\n\n[b](http://c.example/) d\n".repeat(50);

let cases = 0;
const worst: Record<string, { msAtAMegabyte: number; shape: string }> = {};

function note(name: string, cost: Cost): void {
	cases += 1;
	const ms = Math.round(atAMegabyte(cost));
	// Shorter times are too inexact.
	if (cost.ms < 2 || ms <= (worst[name]?.msAtAMegabyte ?? 0)) return;
	worst[name] = { msAtAMegabyte: ms, shape: JSON.stringify(cost.shape) };
}

afterAll(() => saveCounts({ cases, subjects: SUBJECTS.length, worst }));

describe.each(SUBJECTS)("Any text given to: $name", { timeout: 3_600_000 }, (subject) => {
	const units = [...new Set([...UNITS, ...(subject.alphabet ?? [])])];

	test("is processed in less than a second for a megabyte", async () => {
		for (let times = 0; times < 20; times += 1) await subject.run(WARMING);
		const plain = plainShapes(units);
		if (LONG) {
			for (const shape of plain) note(subject.name, await withinBudget(subject, shape, false));
		}
		const shapes = fc.oneof(anyShape(units), fc.constantFrom(...plain));
		await fc.assert(
			fc.asyncProperty(shapes, async (shape) => {
				note(subject.name, await withinBudget(subject, shape, LONG));
			}),
			{ numRuns: RUNS, endOnFailure: true },
		);
	});

	test("is processed without an exception, and the result follows the subject's rules", async () => {
		const short = fc.oneof(
			fc.constantFrom(...ALL_HOSTILE),
			fc.array(fc.constantFrom(...HOSTILE_LINES), { maxLength: 6 }).map((all) => all.join("\n")),
			hostileText,
			anyShape(units).map((shape) => textOf(shape, SHORT)),
			fc.string({ unit: "binary", maxLength: SHORT }),
		);
		await fc.assert(
			fc.asyncProperty(short, async (text) => {
				cases += 1;
				await subject.run(text);
				await subject.holds?.(text);
			}),
			{ numRuns: RUNS * 10 },
		);
	});
});
