import { diffArrays } from "diff";

/** A line of a text, and whether it differs from the other text or is in another position there. */
export interface ComparedLine {
	text: string;
	changed: boolean;
}

/** Compares two versions of a text. Lines that are not in both, in the same order, are marked. */
export function sideBySide(
	before: string,
	after: string,
): { before: ComparedLine[]; after: ComparedLine[] } {
	const runs = diffArrays(before.split("\n"), after.split("\n"));
	return {
		before: runs.filter(({ added }) => !added).flatMap(linesOf),
		after: runs.filter(({ removed }) => !removed).flatMap(linesOf),
	};
}

function linesOf({
	value,
	added,
	removed,
}: {
	value: string[];
	added: boolean;
	removed: boolean;
}): ComparedLine[] {
	return value.map((text) => ({ text, changed: added || removed }));
}
