import { withTimeout } from "../capture/with-timeout.ts";
import { issueLabel } from "../core/archive/issue-label.ts";
import { logError } from "../core/errors/log-error.ts";
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
import { countUnshared } from "../data/sharing/unshared.ts";
import type { SuggestedSection } from "../extension/messages.ts";

/** The stored data about the draft and one page that the popup shows. */
export interface Surroundings {
	/** The sections that are shown, and also the section of the item with this page. */
	sections: SectionStyle[];
	/**
	 * Id of the section chosen at first: the suggested one if it is certain, or else that of the last clip.
	 */
	section: string;
	/** The suggestion; null if the section of the last clip is used. */
	suggestion: SuggestedSection | null;
	/** The label of the current draft's issue; empty while there is no draft. */
	issue: string | number;
	count: number;
	/** How many changes have not been shared yet. */
	unshared: number;
	/** The item that contains the page. */
	existing: ItemRecord | null;
	/** Another item that contains a related page. */
	related: ItemRecord | null;
	/** The item added last. */
	last: ItemRecord | null;
	/** What was typed for the page and not clipped. */
	typed: TypedClip | null;
	/** Where the page ran before. */
	repeat: Repeat | null;
}

/** How many milliseconds to wait for a suggestion. It is only a convenience. */
const SUGGESTION_MS = 1_000;

/**
 * Reads the surroundings of a page. Rejects with the browser's error if storage is refused.
 *
 * @param suggestion the section that the page probably belongs to
 */
export async function surroundingsOf(
	url: string,
	suggestion: Promise<SuggestedSection | null>,
): Promise<Surroundings> {
	const [style, lastUsed, draft, typed, suggested] = await Promise.all([
		houseStyle(),
		lastSection(),
		currentDraft(),
		typedFor(linkKey(url)),
		withTimeout(suggestion.catch(noSuggestion), SUGGESTION_MS),
	]);
	const [repeat, items, there, last, unshared] = await Promise.all([
		repeatIn(draft, tidyAddress(url)),
		draft ? itemsOf(draft.id) : [],
		draft && itemsWithLink(draft.id, tidyAddress(url)),
		draft && newestItem(draft.id),
		countUnshared(),
	]);
	const existing = there?.same ?? null;
	const sections = shownSections(style, existing?.section);
	const lastChoice = sections.find(({ id }) => id === lastUsed) ?? sections[0];
	return {
		sections,
		section: suggested?.section ?? lastChoice?.id ?? "",
		suggestion: suggested,
		issue: draft ? issueLabel(draft) : "",
		count: items.length,
		unshared,
		existing,
		related: there?.related ?? null,
		last,
		typed,
		repeat,
	};
}

/** Without a suggestion, the section of the last clip is used. */
function noSuggestion(error: unknown): null {
	logError(error);
	return null;
}
