import { relatedKey } from "../core/links/canonical.ts";
import { addressParts, shortAddress } from "../core/links/readable.ts";
import type { ItemRecord } from "../data/db/records.ts";
import { say } from "../extension/strings.ts";
import { Address } from "../ui/address.tsx";
import type { Pages } from "./page-link.tsx";
import { Ran } from "./ran.tsx";
import type { Popup } from "./state.ts";

const CLIP_KEYS = navigator.userAgent.includes("Mac") ? "⌘↵" : "Ctrl ↵";

/** What can be done with the page, and below it what became of it. */
export function Actions({ popup, pages }: { popup: Popup; pages: Pages }) {
	const { existing, stage, surroundings } = popup;
	const idle = stage.value === "form";
	return (
		<>
			<div class="actions">
				<button type="submit" class="primary" disabled={!idle}>
					{say("popupClip")}
					<span class="key" aria-hidden="true">
						{CLIP_KEYS}
					</span>
				</button>
				{!existing.value && (
					<button
						type="button"
						disabled={!idle || !surroundings.value?.last}
						onClick={() => void popup.addToLast()}
						aria-describedby="last"
					>
						{say("popupAddToLast")}
					</button>
				)}
			</div>
			<p class="said" aria-live="polite">
				<Outcome popup={popup} />
			</p>
			<LastItem popup={popup} />
			<Ran popup={popup} pages={pages} />
		</>
	);
}

/** What became of the page, now or when it was clipped before. */
function Outcome({ popup }: { popup: Popup }) {
	const { existing, fields, said } = popup;
	if (said.value) {
		const { key, tone, heading } = said.value;
		return (
			<span class={tone}>
				{tone === "good" && <span aria-hidden="true">✓ </span>}
				{say(key, heading)}
				{tone === "bad" && key !== "popupNotKept" && ` ${say("popupWordsStay")}`}
			</span>
		);
	}
	if (!existing.value) return <Related popup={popup} />;
	const others = existing.value.links.filter(({ url }) => url !== fields.inItem.value);
	return (
		<>
			{say("popupAlready", popup.headingOf(existing.value.section) ?? existing.value.section)}
			{others.map(({ url }) => (
				<Address key={url} url={url} />
			))}
		</>
	);
}

/** That a related page is in the draft: whether this one is to stand beside it, the editor decides. */
function Related({ popup }: { popup: Popup }) {
	const item = popup.surroundings.value?.related;
	if (!item) return null;
	const key = relatedKey(popup.fields.page.value.url);
	const url = item.links.find((link) => relatedKey(link.url) === key)?.url ?? "";
	return say("popupAlreadyAs", popup.headingOf(item.section) ?? item.section, shortAddress(url));
}

/** Which item is the last one, unless something else is to be said. */
function LastItem({ popup }: { popup: Popup }) {
	const { existing, said, surroundings } = popup;
	if (existing.value || said.value || !surroundings.value) return null;
	const { last, repeat } = surroundings.value;
	return (
		// One line is kept below: that the page ran before is worth more there.
		<p class={repeat ? "visually-hidden" : "last"} id="last">
			{last ? say("popupLastItem", shortly(last)) : say("popupNoLastItem")}
		</p>
	);
}

/** An item in a few words: what its note begins with, else its first page. */
function shortly({ note, links: [first] }: ItemRecord): string {
	const line = note.split("\n").find((text) => text.trim() !== "");
	return line ?? (first?.title || (first ? addressParts(first.url).host : ""));
}
