import { shownSections } from "../../../core/house-style/shown-sections.ts";
import { linkKey } from "../../../core/links/canonical.ts";
import { isLinkable } from "../../../core/links/linkable.ts";
import { archivedIssue } from "../../../data/archive/archive.ts";
import { openDraftFinder } from "../../../data/drafts/drafts.ts";
import { addItem } from "../../../data/items/items.ts";
import { itemAt, type SearchDocument } from "../../../data/search/documents.ts";
import { sentence } from "../../../sentences/sentence.ts";
import type { Desk } from "../../app/desk.ts";
import { headingOf } from "../../app/stored.ts";

/** Adds items of past issues to the draft again. */
export interface Reuse {
	/** Adds an item to the section of the draft that it was in, or else to the first section. */
	put(document: Pick<SearchDocument, "issueId" | "at" | "section">): Promise<void>;
	/** The heading of the section in which the draft already has one of the links, or null. */
	alreadyIn(document: Pick<SearchDocument, "urls">): string | null;
}

export function createReuse({ stored, saving, showNotice }: Desk): Reuse {
	return {
		async put({ issueId, at, section: heading }) {
			const style = stored.style.peek();
			const same = style.sections.find((one) => one.heading === heading);
			const section = (same ?? shownSections(style)[0])?.id;
			if (section === undefined) return;
			const put = await saving.run(async () => {
				const issue = await archivedIssue(issueId);
				const item = issue && itemAt(issue, at);
				if (!item) return null;
				// An old issue may have a link that an item cannot have. The note still says what it was about.
				const links = item.links
					.filter(({ url }) => isLinkable(url))
					.map(({ url, text = "" }, nth) => ({ url, title: (nth === 0 && item.title) || text }));
				const added = await addItem(
					{
						...{ section, links, title: item.title, note: item.note, slots: item.slots },
						asWritten: item.asWritten ?? "",
					},
					"addItem",
					openDraftFinder(stored.draft.peek()?.id ?? null),
				);
				await stored.refresh();
				return added;
			});
			if (!put) return;
			if (!put.done) showNotice(sentence("optionsSearchGone"));
			else {
				const { item, existing } = put.done;
				showNotice(
					sentence(
						existing ? "optionsSearchAlready" : "optionsSearchPutInto",
						headingOf(stored, item.section),
					),
				);
			}
		},
		alreadyIn({ urls }) {
			const keys = new Set(urls.map(linkKey));
			const item = stored.items.value.find((one) => one.keys.some((key) => keys.has(key)));
			return item ? headingOf(stored, item.section) : null;
		},
	};
}
