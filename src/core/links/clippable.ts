/** Why an address cannot be clipped; each reason has a sentence in the interface. */
export type Unclippable = "browserPage" | "store" | "file" | "script" | "notAnAddress";

const REASON_BY_SCHEME: Record<string, Unclippable> = {
	"about:": "browserPage",
	"chrome:": "browserPage",
	"chrome-extension:": "browserPage",
	"devtools:": "browserPage",
	"edge:": "browserPage",
	"moz-extension:": "browserPage",
	"view-source:": "browserPage",
	"file:": "file",
	"javascript:": "script",
	"data:": "script",
	"blob:": "script",
};

/** Where browsers keep extensions out, and nobody's newsletter links to. */
const STORES = [
	/^https:\/\/chromewebstore\.google\.com\//,
	/^https:\/\/chrome\.google\.com\/webstore/,
	/^https:\/\/addons\.mozilla\.org\//,
	/^https:\/\/microsoftedge\.microsoft\.com\/addons/,
];

/** The reason why an address cannot be clipped, or null when it can. */
export function unclippable(address: string | undefined): Unclippable | null {
	if (!address || !URL.canParse(address)) return "notAnAddress";
	const { protocol, href } = new URL(address);
	if (protocol === "http:" || protocol === "https:") {
		return STORES.some((store) => store.test(href)) ? "store" : null;
	}
	return REASON_BY_SCHEME[protocol] ?? "notAnAddress";
}
