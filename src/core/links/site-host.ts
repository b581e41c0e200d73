/** The host of an address without `www.`; empty where it has none. */
export function siteHost(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
