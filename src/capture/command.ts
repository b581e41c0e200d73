import { shownSections } from "../core/house-style/shown-sections.ts";
import { unclippablePage } from "../core/links/clippable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { NO_DETAILS } from "../core/page/page-details.ts";
import { houseStyle } from "../data/settings/settings.ts";
import { pageWords } from "../extension/page-text.ts";
import type { TabPage } from "../extension/tabs.ts";
import { clip } from "./clip.ts";
import { type CaptureFailure, failure, failureFrom, UNCLIPPABLE } from "./failures.ts";
import { notify } from "./notify.ts";
import { quote } from "./quote.ts";
import { SELECTION_MS, withTimeout } from "./with-timeout.ts";

/** The commands in the manifest that clip, each with the index of its section among those shown. */
const SECTION_OF: Record<string, number> = { "clip-to-first": 0, "clip-to-second": 1 };

/** Clips a page to the section of a command, with the selection as a quote. */
export async function clipFromCommand(command: string, page: TabPage): Promise<void> {
	const section = await sectionFor(command);
	if (typeof section !== "string") return notify(page.tabId, section);
	const refused = unclippablePage(page.url);
	if (refused) return notify(page.tabId, failure(UNCLIPPABLE[refused]));
	const words = page.tabId === null ? null : await withTimeout(pageWords(page.tabId), SELECTION_MS);
	const result = await clip({
		url: tidyAddress(page.url),
		title: page.title,
		note: quote(words?.selection ?? ""),
		section,
		details: words?.details ?? NO_DETAILS,
	});
	// A page that does not answer may also have a selection.
	await notify(page.tabId, result, page.url, words?.selectionUnreadable ?? page.tabId !== null);
}

async function sectionFor(command: string): Promise<string | CaptureFailure> {
	try {
		const sections = shownSections(await houseStyle());
		return sections[SECTION_OF[command] ?? -1]?.id ?? failure("failureNoSection");
	} catch (error) {
		return failureFrom(error);
	}
}
