import type { HouseStyle, Spacing } from "../house-style/house-style.ts";

/** The properties of a part that determine the spacing around it. */
export interface Spaced {
	kind: "title" | "heading" | "item" | "text";
	text: string;
	sponsorAtFoot: boolean;
}

const LISTED = /^[ \t]{0,3}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const ROW = /^[ \t]{0,3}\|/;
const HEADED = /^#{1,6}[ \t]/;

/** The kind of spacing between two parts; null between rows of a table. */
export function spaceKey(above: Spaced, part: Spaced): keyof Spacing | null {
	if (ROW.test(part.text) && ROW.test(lastLine(above.text))) return null;
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

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}
