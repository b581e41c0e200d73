import { unescapeMarks } from "./escape-marks.ts";

/*
 * Reads and writes addresses as link destinations in markdown (CommonMark 0.31, section 6.3).
 */

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const DEEPEST_PARENTHESES = 32;

/** The address of a link destination. */
export function readDestination(spelled: string): string {
	if (!/[\\&\s]/.test(spelled)) return spelled;
	return unescapeMarks(
		spelled
			.trim()
			.replace(
				/(^|[^\\])(&(?:amp|lt|gt|quot);)/g,
				(_, before: string, entity: string) => before + ENTITIES[entity],
			),
	);
}

/** Characters of an address that have to be escaped in a destination. */
const SPECIAL = /[\s\p{Cc}\\<>()]|&(?:amp|lt|gt|quot);/u;
const BLANKS = /[\s\p{Cc}]+/gu;

/** Writes an address as a link destination. It is escaped only as far as markdown requires. */
export function writeDestination(url: string): string {
	if (!SPECIAL.test(url)) return url;
	const escaped = url
		.replace(BLANKS, (blanks) => encodeURIComponent(blanks))
		.replace(/[\\<>]/g, "\\$&")
		.replace(/&(?=(?:amp|lt|gt|quot);)/g, "\\&");
	return parenthesesBalance(escaped) ? escaped : escaped.replace(/[()]/g, "\\$&");
}

function parenthesesBalance(destination: string): boolean {
	let depth = 0;
	for (let at = 0; at < destination.length; at += 1) {
		const letter = destination[at];
		if (letter === "\\") at += 1;
		else if (letter === "(") depth += 1;
		else if (letter === ")") depth -= 1;
		if (depth < 0 || depth > DEEPEST_PARENTHESES) return false;
	}
	return depth === 0;
}
