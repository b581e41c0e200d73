import { SHELF } from "../db/records.ts";
import { openDrafts } from "../drafts/draft-list.ts";
import { itemsOf } from "./items.ts";

/** How many items stand in a section: of every open draft but the sample, and of the shelf. */
export async function itemsInSection(section: string): Promise<number> {
	const drafts = (await openDrafts()).filter(({ sample }) => !sample).map(({ id }) => id);
	const items = await Promise.all([...drafts, SHELF].map(itemsOf));
	return items.flat().filter((item) => item.section === section).length;
}
