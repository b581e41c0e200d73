import type { SectionModel } from "../../core/suggestion/suggest.ts";
import { derived } from "../db/derived.ts";

/** What has been learned about sections, as it is stored. */
export interface LearnedSections {
	/** The `SectionModel` as JSON: one string is read many times faster than thousands of small objects. */
	model: string;
	/** The section of each draft item at the time it was learned from, by the item's id. */
	taught: Record<string, string>;
}

/** The stored model, by the keys of headings; null if nothing has been learned yet. */
export async function sectionModel(): Promise<SectionModel | null> {
	const kept = (await derived("sections"))?.value as LearnedSections | undefined;
	return kept ? JSON.parse(kept.model) : null;
}
