import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../src/issue/read.ts";
import { settle } from "../../src/issue/settle.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";
import { issue, style } from "./arbitrary.ts";

const RUNS = Number(process.env.GALLEY_FUZZ_RUNS ?? 500);

describe("an issue that is written and read", { timeout: 600_000 }, () => {
	test("comes back the same, whatever is in it", () => {
		fc.assert(
			fc.property(issue, (made) => {
				expect(read(write(made, DEFAULT_STYLE)).issue).toEqual(settle(made));
			}),
			{ numRuns: RUNS },
		);
	});

	test("comes back the same in any house style, read with that style", () => {
		fc.assert(
			fc.property(issue, style, (made, hand) => {
				expect(read(write(made, hand), hand).issue).toEqual(settle(made));
			}),
			{ numRuns: RUNS },
		);
	});

	test("is written the same again after it was read", () => {
		fc.assert(
			fc.property(issue, style, (made, hand) => {
				const text = write(made, hand);
				expect(write(read(text, hand).issue, hand)).toBe(text);
			}),
			{ numRuns: RUNS },
		);
	});

	test("is settled once and for all", () => {
		fc.assert(
			fc.property(issue, (made) => {
				expect(settle(settle(made))).toEqual(settle(made));
			}),
			{ numRuns: RUNS },
		);
	});
});
