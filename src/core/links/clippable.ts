import rules from "virtual:link-rules";

/** Why an address cannot be clipped; the interface has a sentence for each reason. */
export type Unclippable = "browserPage" | "store" | "file" | "script" | "notAnAddress";

const stores = rules.stores.map((pattern) => new RegExp(pattern));

/** The reason why an address cannot be clipped; null if it can. */
export function unclippable(address: string | undefined): Unclippable | null {
	if (!address || !URL.canParse(address)) return "notAnAddress";
	const { protocol } = new URL(address);
	if (protocol === "http:" || protocol === "https:") return null;
	return rules.unclippable[protocol] ?? "notAnAddress";
}

/**
 * Like `unclippable`, for an open page. Browsers give extensions no access to the pages of their
 * stores.
 */
export function unclippablePage(address: string | undefined): Unclippable | null {
	const reason = unclippable(address);
	if (reason !== null || !address) return reason;
	const { href } = new URL(address);
	return stores.some((store) => store.test(href)) ? "store" : null;
}
