import type { Repeat } from "../data/archive/repeats.ts";
import { say, sayCount, sayDay } from "../extension/strings.ts";

/** Where a link ran before, as "Ran in News, #173, 6 April 2014, and 2 more". */
export function repeatSentence({ latest, more }: Repeat): string {
	const where = [latest.section, latest.number, sayDay(latest.issueDate)] as const;
	return more === 0 ? say("ranIn", ...where) : sayCount("ranInMore", more, ...where);
}
