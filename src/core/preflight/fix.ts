import { withAddress } from "../links/addresses.ts";
import { findWords } from "./words.ts";

/** The kinds of fixes. Each has a name in the interface, `preflightFix_…`. */
export type FixName = "useTarget" | "removeTracking" | "useHttps" | "deleteWord" | "addFooter";

/** What one click changes to fix a finding: it replaces a text or an address by another. */
export interface Fix {
	does: FixName;
	from: string;
	to: string;
}

/** Applies a fix to a text. */
export function fixedText(text: string, { does, from, to }: Fix): string {
	if (does === "addFooter") return text.trim() === "" ? to : text;
	if (does !== "deleteWord") return withAddress(text, from, to);
	const span = findWords(text, from);
	return span ? text.slice(0, span.start) + to + text.slice(span.end) : text;
}

/** Applies a fix to links. */
export function fixedLinks<L extends { url: string }>(links: readonly L[], { from, to }: Fix): L[] {
	return links.map((link) => (link.url === from ? { ...link, url: to } : link));
}
