import { isSamePage } from "./canonical.ts";
import { foldedHeading } from "./heading-key.ts";
import type { Mention } from "./mentions.ts";

/** What the editor does not want to be warned about: events recur, and so do some hosts. */
export interface Exemptions {
	/** Hosts, which also stand for their subdomains. */
	hosts: string[];
	/** Headings of sections, in any case. */
	sections: string[];
}

export const DEFAULT_EXEMPTIONS: Exemptions = { hosts: [], sections: ["Events", "Jobs"] };

/**
 * The mentions that make a link a repeat, in the order given: sponsors' links may run as often
 * as they are paid for, and what the editor exempts is not warned about.
 *
 * @param url the address that is about to run
 */
export function repeatsAmong<M extends Mention>(
	mentions: readonly M[],
	url: string,
	{ hosts, sections }: Exemptions,
): M[] {
	const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
	const exempt = (name: string) => host === name || host.endsWith(`.${name}`);
	if (hosts.some((name) => exempt(name.trim().toLowerCase()))) return [];
	const quiet = new Set(sections.map(foldedHeading));
	return mentions.filter(
		({ sponsored, section }) => !sponsored && !quiet.has(foldedHeading(section)),
	);
}

/** Whether an address is the same page as one of the links. */
export function isAmong(url: string, links: readonly { url: string }[]): boolean {
	return links.some((link) => isSamePage(link.url, url));
}
