import { bySize } from "../by-size.ts";
import type { Group } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

const BYTES_A_MB = 1_000_000;

/** The memory used by the scripts of the options page with the draft shown, without workers. */
export const memoryRows: Group = {
	name: "memory",
	browsers: ["chromium"],
	measure: (context) => {
		const publish = context.pool.copies.message("optionsPublish");
		return bySize(context, {
			what: "Memory of the options page",
			unit: "MB",
			bound: 1.5,
			beside: 0,
			exponent: EXPONENTS.readsPart,
			take: async ({ driven, openUntil }) => {
				const { tab } = await openUntil("", ["about thing 29,", publish]);
				const bytes = await driven.heapBytes(tab);
				await tab.close();
				return bytes / BYTES_A_MB;
			},
		});
	},
};
