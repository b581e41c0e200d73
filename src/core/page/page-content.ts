import { NO_DETAILS, type PageDetails } from "./page-details.ts";

/** What is read from a page in addition to its address and the title of its tab. */
export interface PageContent {
	/** The selection in markdown; empty if there is none. */
	selection: string;
	/** Whether there may be a selection that extensions cannot read. */
	selectionUnreadable: boolean;
	/** The metadata of the page. */
	details: PageDetails;
}

export const NO_CONTENT: PageContent = {
	selection: "",
	selectionUnreadable: false,
	details: NO_DETAILS,
};
