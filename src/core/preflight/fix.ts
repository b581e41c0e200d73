import { withAddress } from "../links/addresses.ts";

/** What a fix does; each has a name in the interface, `preflightFix_…`. */
export type FixName = "useTarget" | "removeTracking" | "useHttps";

/** What one click does about a finding: it puts one text or address in place of another. */
export interface Fix {
	does: FixName;
	from: string;
	to: string;
}

/** A text as a fix leaves it. */
export function fixedText(text: string, { from, to }: Fix): string {
	return URL.canParse(from) ? withAddress(text, from, to) : text.replaceAll(from, () => to);
}

/** Links as a fix leaves them. */
export function fixedLinks<L extends { url: string }>(links: readonly L[], { from, to }: Fix): L[] {
	return links.map((link) => (link.url === from ? { ...link, url: to } : link));
}
