import { sectionPath, shownSections } from "../core/house-style/shown-sections.ts";
import { houseStyle } from "../data/settings/settings.ts";
import { showMenus } from "../extension/menus.ts";
import { translate } from "../extension/strings.ts";

/**
 * The prefix of an entry's id. It is followed by the section's id, so that a renamed section keeps its
 * entry.
 */
const ENTRY = "clip:";

/**
 * Updates the context menus to the house style: one entry for each section that is not hidden. Called by
 * the background worker and also by the page that changes the style, because the worker may be stopped, and
 * a broadcast does not start it.
 *
 * @param force creates the menus again even if they are up to date, for example after an update of Galley
 */
export async function showSectionMenus(force = false): Promise<void> {
	const sections = shownSections(await houseStyle());
	await showMenus(
		sections.map((section) => ({
			id: ENTRY + section.id,
			title: translate("menuAddTo", sectionPath(sections, section).join(" › ")),
		})),
		force,
	);
}

/** The id of the section that an entry adds to. */
export function sectionOfEntry(entry: string): string {
	return entry.slice(ENTRY.length);
}
