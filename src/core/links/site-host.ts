/** The host of an address without `www.`; empty if the text is not an address. */
export function siteHost(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
