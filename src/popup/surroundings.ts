import type { SectionStyle } from "../issue/style.ts";
import { linkKey } from "../links/canonical.ts";
import { currentDraft } from "../storage/drafts.ts";
import { itemsOf, itemWithLink, newestItem } from "../storage/items.ts";
import type { ItemRecord, TypedClip } from "../storage/records.ts";
import { houseStyle, lastSection } from "../storage/settings.ts";
import { typedFor } from "../storage/typed.ts";

/** What is kept about the draft and about one page, as far as the popup shows it. */
export interface Surroundings {
	sections: SectionStyle[];
	/** Id of the section to start with. */
	section: string;
	/** Number of the current draft; null while there is none. */
	number: number | null;
	count: number;
	/** The item the page is in already. */
	existing: ItemRecord | null;
	/** The item added last. */
	last: ItemRecord | null;
	/** What was typed for the page and not clipped. */
	typed: TypedClip | null;
}

/** Reads them for a page. Rejects with the browser's error where storage is refused. */
export async function surroundingsOf(url: string): Promise<Surroundings> {
	const [{ sections }, lastUsed, draft, typed] = await Promise.all([
		houseStyle(),
		lastSection(),
		currentDraft(),
		typedFor(linkKey(url)),
	]);
	const [items, existing, last] = draft
		? await Promise.all([itemsOf(draft.id), itemWithLink(draft.id, url), newestItem(draft.id)])
		: [[], null, null];
	const start = sections.find(({ id }) => id === lastUsed) ?? sections[0];
	return {
		sections,
		section: start?.id ?? "",
		number: draft?.number ?? null,
		count: items.length,
		existing,
		last,
		typed,
	};
}
