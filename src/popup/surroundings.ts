import { issueLabel } from "../core/issue/issue-label.ts";
import { linkKey } from "../core/links/canonical.ts";
import type { Page } from "../core/suggestion/page-traits.ts";
import { suggestSection } from "../core/suggestion/section-suggestion.ts";
import { SURE } from "../core/suggestion/suggest.ts";
import { type Repeat, repeatIn } from "../data/archive/repeats.ts";
import type { ItemRecord, TypedClip } from "../data/db/records.ts";
import { currentDraft } from "../data/drafts/drafts.ts";
import { itemsOf, itemWithLink, newestItem } from "../data/items/items.ts";
import { typedFor } from "../data/items/typed.ts";
import { houseStyle, lastSection } from "../data/settings/settings.ts";
import { sectionModel } from "../data/suggestion/section-model.ts";
import { type SectionStyle, shownSections } from "../issue/style.ts";

/** What is kept about the draft and about one page, as far as the popup shows it. */
export interface Surroundings {
	/** Those that are shown, and the one that the page is in already. */
	sections: SectionStyle[];
	/** Id of the section to start with: the one suggested if that is sure, else the last choice. */
	section: string;
	/** How sure the suggestion is, 0 to 1; null when it was the last choice instead. */
	sureness: number | null;
	/** What the current draft's issue is called; empty while there is no draft. */
	issue: string | number;
	count: number;
	/** The item the page is in already. */
	existing: ItemRecord | null;
	/** The item added last. */
	last: ItemRecord | null;
	/** What was typed for the page and not clipped. */
	typed: TypedClip | null;
	/** Where the page ran before. */
	repeat: Repeat | null;
}

/** Reads them for a page. Rejects with the browser's error where storage is refused. */
export async function surroundingsOf({ url, title }: Page): Promise<Surroundings> {
	const [style, lastUsed, draft, typed, model] = await Promise.all([
		houseStyle(),
		lastSection(),
		currentDraft(),
		typedFor(linkKey(url)),
		sectionModel(),
	]);
	const [repeat, items, existing, last] = await Promise.all([
		repeatIn(draft, url),
		draft ? itemsOf(draft.id) : [],
		draft && itemWithLink(draft.id, url),
		draft && newestItem(draft.id),
	]);
	const sections = shownSections(style, existing?.section);
	const suggestion = suggestSection(model, sections, { url, title });
	const sure = suggestion && suggestion.sureness >= SURE ? suggestion : null;
	const lastChoice = sections.find(({ id }) => id === lastUsed) ?? sections[0];
	return {
		sections,
		section: sure?.section ?? lastChoice?.id ?? "",
		sureness: sure?.sureness ?? null,
		issue: draft ? issueLabel(draft) : "",
		count: items.length,
		existing,
		last,
		typed,
		repeat,
	};
}
