import { inTime } from "../capture/in-time.ts";
import { issueLabel } from "../core/archive/issue-label.ts";
import { toConsole } from "../core/errors/to-console.ts";
import type { SectionStyle } from "../core/house-style/house-style.ts";
import { shownSections } from "../core/house-style/shown-sections.ts";
import { linkKey } from "../core/links/canonical.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { type Repeat, repeatIn } from "../data/archive/repeats.ts";
import type { ItemRecord, TypedClip } from "../data/db/records.ts";
import { currentDraft } from "../data/drafts/drafts.ts";
import { itemsOf, itemsWithLink, newestItem } from "../data/items/items.ts";
import { typedFor } from "../data/items/typed.ts";
import { houseStyle, lastSection } from "../data/settings/settings.ts";
import type { SureSection } from "../extension/messages.ts";

/** What is kept about the draft and about one page, as far as the popup shows it. */
export interface Surroundings {
	/** Those that are shown, and the one that the page is in already. */
	sections: SectionStyle[];
	/** Id of the section to start with: the one suggested if that is sure, else the last choice. */
	section: string;
	/** The suggestion; null when it is the last choice instead. */
	suggestion: SureSection | null;
	/** What the current draft's issue is called; empty while there is no draft. */
	issue: string | number;
	count: number;
	/** The item the page is in already. */
	existing: ItemRecord | null;
	/** Another item, with a related page. */
	related: ItemRecord | null;
	/** The item added last. */
	last: ItemRecord | null;
	/** What was typed for the page and not clipped. */
	typed: TypedClip | null;
	/** Where the page ran before. */
	repeat: Repeat | null;
}

/** How long is waited for a suggestion, in milliseconds: it is a convenience. */
const SUGGESTION_MS = 1_000;

/**
 * Reads them for a page. Rejects with the browser's error where storage is refused.
 *
 * @param suggestion where the page belongs, by whoever learns about sections
 */
export async function surroundingsOf(
	url: string,
	suggestion: Promise<SureSection | null>,
): Promise<Surroundings> {
	const [style, lastUsed, draft, typed, sure] = await Promise.all([
		houseStyle(),
		lastSection(),
		currentDraft(),
		typedFor(linkKey(url)),
		inTime(suggestion.catch(unsure), SUGGESTION_MS),
	]);
	const [repeat, items, there, last] = await Promise.all([
		repeatIn(draft, tidyAddress(url)),
		draft ? itemsOf(draft.id) : [],
		draft && itemsWithLink(draft.id, tidyAddress(url)),
		draft && newestItem(draft.id),
	]);
	const existing = there?.same ?? null;
	const sections = shownSections(style, existing?.section);
	const lastChoice = sections.find(({ id }) => id === lastUsed) ?? sections[0];
	return {
		sections,
		section: sure?.section ?? lastChoice?.id ?? "",
		suggestion: sure,
		issue: draft ? issueLabel(draft) : "",
		count: items.length,
		existing,
		related: there?.related ?? null,
		last,
		typed,
		repeat,
	};
}

/** The last choice is as good a beginning. */
function unsure(error: unknown): null {
	toConsole(error);
	return null;
}
