import type { HouseStyle, Spacing } from "../house-style/house-style.ts";

/** What stands above or below a place, as far as spacing goes. */
export interface Spaced {
	kind: "title" | "heading" | "item" | "text";
	/** Its text. */
	text: string;
	sponsorAtFoot: boolean;
}

const LISTED = /^[ \t]{0,3}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const ROW = /^[ \t]{0,3}\|/;
const HEADED = /^#{1,6}[ \t]/;

/** Which of the style's spacings is between two parts; null between rows of a table. */
export function spaceKey(above: Spaced, part: Spaced): keyof Spacing | null {
	if (ROW.test(part.text) && ROW.test(lastLine(above.text))) return null;
	if (part.kind === "heading" || part.kind === "title" || HEADED.test(part.text))
		return "beforeHeading";
	if (above.kind === "heading" || above.kind === "title") return "afterHeading";
	if (part.sponsorAtFoot) return "beforeSponsorAtFoot";
	if (part.kind !== "item" || above.kind !== "item") return "aroundText";
	return LISTED.test(part.text) && LISTED.test(above.text) ? "betweenListItems" : "betweenItems";
}

/** Blank lines between two parts in the house style; a part that would join the one above has one at least. */
export function spaceBetween(above: Spaced | null, part: Spaced, { spacing }: HouseStyle): number {
	const key = above && spaceKey(above, part);
	if (!key) return 0;
	const joins = key === "beforeSponsorAtFoot" || key === "aroundText" || key === "betweenItems";
	return Math.max(joins ? 1 : 0, spacing[key]);
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}
