import { diffArrays } from "diff";

/** A line of a text, and whether it is another one, or stands elsewhere, in the text beside it. */
export interface ComparedLine {
	text: string;
	changed: boolean;
}

/** Two forms of one text, each with the lines marked that are not common to both in their order. */
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
