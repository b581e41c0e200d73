import type { SectionModel } from "../../core/suggestion/suggest.ts";
import { derived } from "../db/derived.ts";

/** What is kept of what has been learned about sections. */
export interface LearnedSections {
	/** The `SectionModel` as JSON: one text is read many times faster than its thousands of rows. */
	model: string;
	/** The items of the draft that it has learned from, and the section each was in. */
	taught: Record<string, string>;
}

/** What has been learned so far, by the keys of headings; null before anything was. */
export async function sectionModel(): Promise<SectionModel | null> {
	const kept = (await derived("sections"))?.value as LearnedSections | undefined;
	return kept ? JSON.parse(kept.model) : null;
}
