/**
 * What a page says of itself, for the slots of an item. Each text is empty where the page says
 * nothing, has no white space around it and no line breaks in it.
 */
export interface PageDetails {
	/** As the document names itself, with whatever the site adds to it. */
	title: string;
	/** One or two sentences, for search engines and for whoever shares the page. */
	description: string;
	/** Names, separated by commas where there are several. */
	author: string;
	/** Name of the site or the publication. */
	siteName: string;
	/** BCP 47 tag, as `en` or `pt-BR`. */
	language: string;
}

/** What is read from a page before anything is clipped. */
export interface PageReading {
	details: PageDetails;
	/** Whether something is selected that can be read. */
	selected: boolean;
	/**
	 * Whether something may be selected where no extension may look: the focus is in a frame of
	 * another origin, or in a document that a viewer shows, such as a PDF.
	 */
	selectionUnreadable: boolean;
}

export const NO_DETAILS: PageDetails = {
	title: "",
	description: "",
	author: "",
	siteName: "",
	language: "",
};
