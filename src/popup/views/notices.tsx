import { relatedKey } from "../../core/links/canonical.ts";
import { addressParts, shortAddress } from "../../core/links/readable.ts";
import type { ItemRecord } from "../../data/db/records.ts";
import { translate } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";
import type { Pages } from "./page-link.tsx";
import { RepeatNotice } from "./repeat-notice.tsx";

/**
 * What to know before clipping: that the page ran before, or that the draft has a related page. One line is
 * reserved for it.
 */
export function Notices({ popup, pages }: { popup: Popup; pages: Pages }) {
	return (
		<div class="notices">
			<RepeatNotice popup={popup} pages={pages} />
			<Related popup={popup} />
			<LastItem popup={popup} />
		</div>
	);
}

/** Says that a related page is in the draft. The editor decides whether to clip this page too. */
function Related({ popup }: { popup: Popup }) {
	const item = popup.surroundings.value?.related;
	if (!item || popup.existing.value) return null;
	const key = relatedKey(popup.fields.page.value.url);
	const url = item.links.find((link) => relatedKey(link.url) === key)?.url ?? "";
	const section = popup.headingOf(item.section) ?? item.section;
	return <p class="last related">{translate("popupAlreadyAs", section, shortAddress(url))}</p>;
}

/** Names the last item, for the button that adds to it. */
function LastItem({ popup }: { popup: Popup }) {
	const { existing, surroundings } = popup;
	if (existing.value || !surroundings.value) return null;
	const { last, repeat, related } = surroundings.value;
	return (
		// A warning about a repeat is more important in this place.
		<p class={repeat || related ? "visually-hidden" : "last"} id="last">
			{last ? translate("popupLastItem", shortDescription(last)) : translate("popupNoLastItem")}
		</p>
	);
}

/** A short description of an item: the beginning of its note, or else of its first page. */
function shortDescription({ note, links: [first] }: ItemRecord): string {
	const line = note.split("\n").find((text) => text.trim() !== "");
	return line ?? (first?.title || (first ? addressParts(first.url).host : ""));
}
