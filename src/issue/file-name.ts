import { isIssueDate } from "./numbering.ts";
import type { Stated } from "./pattern.ts";

/**
 * What an issue's file name says of it: `2013-02-10-110.markdown` is issue 110 of that day. For
 * files that do not say so themselves.
 */
export function statedByName(path: string): Partial<Stated> {
	const name = (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "");
	const day = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
	const number = /(?<!\d)(\d+)\D*$/.exec(day === undefined ? name : name.slice(day.length))?.[1];
	return {
		...(day !== undefined && isIssueDate(day) && { issueDate: day }),
		...(number !== undefined && { number: Number(number) }),
	};
}
