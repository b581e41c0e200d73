/**
 * The metadata of a page, used for the slots of an item. A text is empty if the page lacks it; none has
 * surrounding white space or line breaks.
 */
export interface PageDetails {
	/** The title of the document, including what the site adds to it. */
	title: string;
	/** One or two sentences, intended for search engines and for sharing. */
	description: string;
	/** Names, separated by commas if there are several. */
	author: string;
	/** The name of the site or the publication. */
	siteName: string;
	/** BCP 47 tag, such as `en` or `pt-BR`. */
	language: string;
}

/** What is read from a page before anything is clipped. */
export interface PageReading {
	details: PageDetails;
	/** Whether there is a selection that can be read. */
	selected: boolean;
	/**
	 * Whether there may be a selection that extensions cannot read: the focus is in a frame of another
	 * origin, or in a document shown by a viewer, such as a PDF.
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
