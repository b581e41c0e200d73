import { isSamePage } from "./canonical.ts";
import { foldedHeading } from "./heading-key.ts";
import type { Mention } from "./mentions.ts";

/** Repeats that the editor does not want to be warned about. */
export interface Exemptions {
	/** Hosts; their subdomains are exempt too. */
	hosts: string[];
	/** Headings of sections, in upper or lower case. */
	sections: string[];
}

export const DEFAULT_EXEMPTIONS: Exemptions = { hosts: [], sections: ["Events", "Jobs"] };

/**
 * Filters mentions to those that make a link a repeat, in the given order: mentions of sponsors and
 * those that the editor exempts are removed.
 *
 * @param url the address of the new link
 */
export function repeatsAmong<M extends Mention>(
	mentions: readonly M[],
	url: string,
	{ hosts, sections }: Exemptions,
): M[] {
	const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
	const exempt = (name: string) => host === name || host.endsWith(`.${name}`);
	if (hosts.some((name) => exempt(name.trim().toLowerCase()))) return [];
	const exemptSections = new Set(sections.map(foldedHeading));
	return mentions.filter(
		({ sponsored, section }) => !sponsored && !exemptSections.has(foldedHeading(section)),
	);
}

/** Whether an address is the same page as one of the links. */
export function includesPage(url: string, links: readonly { url: string }[]): boolean {
	return links.some((link) => isSamePage(link.url, url));
}
