import { shownSections } from "../core/house-style/shown-sections.ts";
import { suggestSection } from "../core/suggestion/section-suggestion.ts";
import { SURE } from "../core/suggestion/suggest.ts";
import { houseStyle } from "../data/settings/settings.ts";
import { sectionModel } from "../data/suggestion/section-model.ts";
import type { SureSection } from "../extension/messages.ts";

/** The section that a page surely belongs to, or null where none is sure. */
export async function sureSection(page: {
	url: string;
	title: string;
}): Promise<SureSection | null> {
	const [style, model] = await Promise.all([houseStyle(), sectionModel()]);
	const found = suggestSection(model, shownSections(style), page);
	return found && found.sureness >= SURE
		? { section: found.section, sureness: found.sureness }
		: null;
}
