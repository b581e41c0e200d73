/** Schemes that an issue may link to. Scripts are not among them. */
const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** Whether a text is an address that an item may link to: `http:`, `https:` or `mailto:`. */
export function isLinkable(text: string): boolean {
	return URL.canParse(text) && SCHEMES.has(new URL(text).protocol);
}
