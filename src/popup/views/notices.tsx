import { relatedKey } from "../../core/links/canonical.ts";
import { addressParts, shortAddress } from "../../core/links/readable.ts";
import type { ItemRecord } from "../../data/db/records.ts";
import { say } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";
import type { Pages } from "./page-link.tsx";
import { RepeatNotice } from "./repeat-notice.tsx";

/** What is to be known before clipping: that the page ran, or a related one is there. One line is kept for it. */
export function Notices({ popup, pages }: { popup: Popup; pages: Pages }) {
	return (
		<div class="notices">
			<RepeatNotice popup={popup} pages={pages} />
			<Related popup={popup} />
			<LastItem popup={popup} />
		</div>
	);
}

/** That a related page is in the draft: whether this one is to stand beside it, the editor decides. */
function Related({ popup }: { popup: Popup }) {
	const item = popup.surroundings.value?.related;
	if (!item || popup.existing.value) return null;
	const key = relatedKey(popup.fields.page.value.url);
	const url = item.links.find((link) => relatedKey(link.url) === key)?.url ?? "";
	const section = popup.headingOf(item.section) ?? item.section;
	return <p class="last related">{say("popupAlreadyAs", section, shortAddress(url))}</p>;
}

/** Which item is the last one, for the button that adds to it. */
function LastItem({ popup }: { popup: Popup }) {
	const { existing, surroundings } = popup;
	if (existing.value || !surroundings.value) return null;
	const { last, repeat, related } = surroundings.value;
	return (
		// What warns of a repeat is worth more there.
		<p class={repeat || related ? "visually-hidden" : "last"} id="last">
			{last ? say("popupLastItem", shortly(last)) : say("popupNoLastItem")}
		</p>
	);
}

/** An item in a few words: what its note begins with, else its first page. */
function shortly({ note, links: [first] }: ItemRecord): string {
	const line = note.split("\n").find((text) => text.trim() !== "");
	return line ?? (first?.title || (first ? addressParts(first.url).host : ""));
}
