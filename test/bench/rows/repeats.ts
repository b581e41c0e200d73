import { bySize } from "../by-size.ts";
import { BOTH, type Group } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

/** Finding out whether links ran before. */
export const repeatRows: Group = {
	name: "repeats",
	browsers: BOTH,
	measure: (context) =>
		bySize(context, {
			what: "Look 30 links up as repeats",
			unit: "ms",
			bound: 1.1,
			beside: 0,
			exponent: EXPONENTS.readsPart,
			take: ({ run }, round) => run("lookUp", round),
		}),
};
