import { withAddress } from "../links/addresses.ts";
import { findWords } from "./words.ts";

/** What a fix does; each has a name in the interface, `preflightFix_…`. */
export type FixName = "useTarget" | "removeTracking" | "useHttps" | "deleteWord" | "addFooter";

/** What one click does about a finding: it puts one text or address in place of another. */
export interface Fix {
	does: FixName;
	from: string;
	to: string;
}

/** A text as a fix leaves it. */
export function fixedText(text: string, { does, from, to }: Fix): string {
	if (does === "addFooter") return text.trim() === "" ? to : text;
	if (does !== "deleteWord") return withAddress(text, from, to);
	const span = findWords(text, from);
	return span ? text.slice(0, span.start) + to + text.slice(span.end) : text;
}

/** Links as a fix leaves them. */
export function fixedLinks<L extends { url: string }>(links: readonly L[], { from, to }: Fix): L[] {
	return links.map((link) => (link.url === from ? { ...link, url: to } : link));
}
