import type { HouseStyle } from "../house-style/house-style.ts";

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

/** Blank lines between two parts in the house style; a part that would join the one above has one at least. */
export function spaceBetween(above: Spaced | null, part: Spaced, { spacing }: HouseStyle): number {
	if (!above) return 0;
	if (ROW.test(part.text) && ROW.test(lastLine(above.text))) return 0;
	const heading = part.kind === "heading" || part.kind === "title" || HEADED.test(part.text);
	if (heading) return spacing.beforeHeading;
	if (above.kind === "heading" || above.kind === "title") return spacing.afterHeading;
	if (part.sponsorAtFoot) return Math.max(1, spacing.beforeSponsorAtFoot);
	const listed = LISTED.test(part.text) && LISTED.test(above.text);
	if (part.kind === "item" && above.kind === "item")
		return listed ? spacing.betweenListItems : Math.max(1, spacing.betweenItems);
	return Math.max(1, spacing.aroundText);
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}
