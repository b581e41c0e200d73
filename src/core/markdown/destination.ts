import { unescapeMarks } from "./escape-marks.ts";

/*
 * Addresses as link destinations (CommonMark 0.31, section 6.3): how markdown spells them.
 */

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const DEEPEST_PARENTHESES = 32;

/** The address that a destination spells. */
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

/** What an address is seldom made of. */
const SPECIAL = /[\s\p{Cc}\\<>()]|&(?:amp|lt|gt|quot);/u;
const BLANKS = /[\s\p{Cc}]+/gu;

/** The usual spelling of an address: as it is wherever markdown reads it so. */
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
