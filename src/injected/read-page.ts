import type { PageReading } from "../core/page/page-details.ts";
import { findFocus, findSelection } from "./find-selection.ts";
import { pageDetails } from "./page-details.ts";

/** Documents that the browser shows by a viewer of its own. */
const VIEWED = /^(?:application|image|audio|video)\/(?!xhtml\+xml|xml)/;

/** What a page says of itself, and whether there is a selection to be read by `readSelection`. */
export function readPage(page: Document): PageReading {
	return {
		details: pageDetails(page),
		selected: findSelection(page) !== null,
		selectionUnreadable: VIEWED.test(page.contentType) || findFocus(page).isElsewhere,
	};
}
