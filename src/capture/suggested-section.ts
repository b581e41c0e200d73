import { shownSections } from "../core/house-style/shown-sections.ts";
import { suggestSection } from "../core/suggestion/section-suggestion.ts";
import { MIN_PROBABILITY } from "../core/suggestion/suggest.ts";
import { hostSections } from "../data/archive/host-sections.ts";
import { houseStyle } from "../data/settings/settings.ts";
import { sectionModel } from "../data/suggestion/section-model.ts";
import type { SuggestedSection } from "../extension/messages.ts";

/** With fewer links, the statistics of a host are not worth showing. */
const MIN_LINKS = 2;

/** The section that a page very probably belongs to, or null if that is uncertain. */
export async function suggestedSection(page: {
	url: string;
	title: string;
}): Promise<SuggestedSection | null> {
	const [style, model] = await Promise.all([houseStyle(), sectionModel()]);
	const sections = shownSections(style);
	const found = suggestSection(model, sections, page);
	if (!found || found.probability < MIN_PROBABILITY) return null;
	const heading = sections.find(({ id }) => id === found.section)?.heading ?? "";
	const counts = await hostSections(page.url, heading);
	// Words of the title or the address may have outweighed the host.
	const isHostDecisive = counts.all >= MIN_LINKS && counts.inSection * 2 > counts.all;
	return { section: found.section, learnedFrom: isHostDecisive ? counts : null };
}
