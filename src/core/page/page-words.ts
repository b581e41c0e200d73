import { NO_DETAILS, type PageDetails } from "./page-details.ts";

/** What is read from a page beyond its address and the title of its tab. */
export interface PageWords {
	/** The selection in markdown, empty where there is none. */
	selection: string;
	/** Whether something may be selected that no extension may read. */
	selectionUnreadable: boolean;
	/** What the page says of itself. */
	details: PageDetails;
}

export const NO_WORDS: PageWords = {
	selection: "",
	selectionUnreadable: false,
	details: NO_DETAILS,
};
