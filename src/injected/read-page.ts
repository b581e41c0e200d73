import type { PageReading } from "../core/page/page-details.ts";
import { findFocus, findSelection } from "./find-selection.ts";
import { pageDetails } from "./page-details.ts";

/** Types of documents that the browser shows in a built-in viewer. */
const VIEWED = /^(?:application|image|audio|video)\/(?!xhtml\+xml|xml)/;

/** Reads the metadata of a page, and whether there is a selection that `readSelection` can read. */
export function readPage(page: Document): PageReading {
	return {
		details: pageDetails(page),
		selected: findSelection(page) !== null,
		selectionUnreadable: VIEWED.test(page.contentType) || findFocus(page).isElsewhere,
	};
}
