/** A line of a text, and whether the text beside it has none like it. */
export interface ComparedLine {
	text: string;
	changed: boolean;
}

/** Two forms of one text, each line marked that the other form does not have. */
export function sideBySide(
	before: string,
	after: string,
): { before: ComparedLine[]; after: ComparedLine[] } {
	const [left, right] = [before.split("\n"), after.split("\n")];
	const [inLeft, inRight] = [new Set(left), new Set(right)];
	return {
		before: left.map((text) => ({ text, changed: !inRight.has(text) })),
		after: right.map((text) => ({ text, changed: !inLeft.has(text) })),
	};
}
