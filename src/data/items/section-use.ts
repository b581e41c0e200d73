import { SHELF } from "../db/records.ts";
import { openDrafts } from "../drafts/draft-list.ts";
import { itemsOf } from "./items.ts";

/** The number of items in a section, in all open drafts (except the sample) and on the shelf. */
export async function itemsInSection(section: string): Promise<number> {
	const drafts = (await openDrafts()).filter(({ sample }) => !sample).map(({ id }) => id);
	const items = await Promise.all([...drafts, SHELF].map(itemsOf));
	return items.flat().filter((item) => item.section === section).length;
}
