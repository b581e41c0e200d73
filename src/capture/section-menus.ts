import { sectionPath, shownSections } from "../core/house-style/shown-sections.ts";
import { houseStyle } from "../data/settings/settings.ts";
import { showMenus } from "../extension/menus.ts";
import { say } from "../extension/strings.ts";

/** Entries carry the section's id behind this, so that a renamed section keeps its entry. */
const ENTRY = "clip:";

/**
 * Makes the right-click menus those of the house style: one entry a section that is not hidden. For the worker, and
 * for whichever page changes the style: the worker may be asleep, and a notice does not wake it.
 *
 * @param anew makes them again even if they are so already, as after an update
 */
export async function showSectionMenus(anew = false): Promise<void> {
	const sections = shownSections(await houseStyle());
	await showMenus(
		sections.map((section) => ({
			id: ENTRY + section.id,
			title: say("menuAddTo", sectionPath(sections, section).join(" › ")),
		})),
		anew,
	);
}

/** Id of the section that an entry adds to. */
export function sectionOfEntry(entry: string): string {
	return entry.slice(ENTRY.length);
}
