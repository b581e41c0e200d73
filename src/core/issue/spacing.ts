import type { HouseStyle, Spacing } from "../house-style/house-style.ts";

/** The properties of a part that determine the spacing around it. */
export interface Spaced {
	kind: "title" | "heading" | "item" | "text";
	text: string;
	sponsorAtFoot: boolean;
}

const LISTED = /^[ \t]{0,3}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const HEADED = /^#{1,6}[ \t]/;

/** The kind of spacing between two parts; null between rows of a table. */
export function spaceKey(above: Spaced, part: Spaced): keyof Spacing | null {
	const [first = "", second = ""] = part.text.split("\n", 2);
	const beginsTable = isRow(second) && isBelowHead(second);
	if (isRow(first) && !beginsTable && isRow(lastLine(above.text))) return null;
	if (part.kind === "heading" || part.kind === "title" || HEADED.test(part.text))
		return "beforeHeading";
	if (above.kind === "heading" || above.kind === "title") return "afterHeading";
	if (part.sponsorAtFoot) return "beforeSponsorAtFoot";
	if (part.kind !== "item" || above.kind !== "item") return "aroundText";
	return LISTED.test(part.text) && LISTED.test(above.text) ? "betweenListItems" : "betweenItems";
}

/**
 * The number of blank lines between two parts in the house style: at least one if the part would
 * otherwise merge with the part above.
 */
export function spaceBetween(above: Spaced | null, part: Spaced, { spacing }: HouseStyle): number {
	const key = above && spaceKey(above, part);
	if (!key) return 0;
	const joins = key === "beforeSponsorAtFoot" || key === "aroundText" || key === "betweenItems";
	return Math.max(joins ? 1 : 0, spacing[key]);
}

/** Whether a line is a row of a table: it begins or ends with a bar, or is the line below the head. */
function isRow(line: string): boolean {
	const row = line.trim();
	return row.startsWith("|") || row.endsWith("|") || (row.includes("|") && isBelowHead(row));
}

/** Whether a line has only dashes, colons and bars, like the line below the head of a table. */
function isBelowHead(line: string): boolean {
	return /^[ \t:|-]*$/.test(line) && line.includes("-");
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}
