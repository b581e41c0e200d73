import type { HeadingForm } from "../../house-style/house-style.ts";
import type { LinkAt } from "../../markdown/links.ts";

/** A stretch of an issue's text that is a heading, an item or a text block. */
export interface Unit {
	kind: "heading" | "item" | "text";
	from: number;
	to: number;
	/** Blank lines above it. */
	gap: number;
	/** The links in it, with places in the whole text. */
	links: LinkAt[];
	heading?: UnitHeading;
	/** An item of a list, or a row of a table. */
	listed?: boolean;
}

export interface UnitHeading {
	level: number;
	form: HeadingForm;
	textFrom: number;
	textTo: number;
}
