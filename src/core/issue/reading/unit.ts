import type { HeadingForm } from "../../house-style/house-style.ts";
import type { LinkAt } from "../../markdown/links.ts";

/** A range of an issue's text that is a heading, an item or a text block. */
export interface Unit {
	kind: "heading" | "item" | "text";
	from: number;
	to: number;
	/** Number of blank lines above it. */
	gap: number;
	/** Its links, with their offsets in the whole text. */
	links: LinkAt[];
	heading?: UnitHeading;
	/** Whether it is a list item or a table row. */
	listed?: boolean;
}

export interface UnitHeading {
	level: number;
	form: HeadingForm;
	textFrom: number;
	textTo: number;
}
