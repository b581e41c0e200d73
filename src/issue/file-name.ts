import { isIssueDate } from "../core/calendar/numbering.ts";
import { NUMBER, type Stated } from "./pattern.ts";

const LAST_NUMBER = new RegExp(String.raw`(${NUMBER})\D*$`);

/**
 * What an issue's file name says of it: `2013-02-10-110.markdown` is issue 110 of that day. For
 * files that do not say so themselves.
 */
export function statedByName(path: string): Partial<Stated> {
	const name = (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "");
	const day = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
	const number = LAST_NUMBER.exec(day === undefined ? name : name.slice(day.length))?.[1];
	return {
		...(day !== undefined && isIssueDate(day) && { issueDate: day }),
		...(number !== undefined && { number: Number(number) }),
	};
}
