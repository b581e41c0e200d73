import { say } from "../browser/strings.ts";
import { addressParts } from "../components/address.tsx";
import type { ItemRecord } from "../storage/records.ts";
import type { Popup } from "./state.ts";

const CLIP_KEYS = navigator.userAgent.includes("Mac") ? "⌘↵" : "Ctrl ↵";

/** What can be done with the page, and what became of it. */
export function Actions({ popup }: { popup: Popup }) {
	const { existing, stage, surroundings } = popup;
	const last = surroundings.value?.last;
	const idle = stage.value === "form";
	return (
		<>
			<p class="said" aria-live="polite">
				<Said popup={popup} />
			</p>
			<div class="actions">
				<button type="submit" class="primary" disabled={!idle}>
					{say(existing.value ? "popupSave" : "popupClip")}
					<span class="key" aria-hidden="true">
						{CLIP_KEYS}
					</span>
				</button>
				{!existing.value && (
					<button
						type="button"
						disabled={!idle || !last}
						onClick={() => void popup.addToLast()}
						aria-describedby="last"
					>
						{say("popupAddToLast")}
					</button>
				)}
			</div>
			<p class="last" id="last">
				{!existing.value && surroundings.value
					? last
						? say("popupLastItem", shortly(last))
						: say("popupNoLastItem")
					: null}
			</p>
		</>
	);
}

function Said({ popup }: { popup: Popup }) {
	const { existing, said, stage, surroundings } = popup;
	if (said.value) {
		const { key, tone, heading } = said.value;
		const failed = tone === "bad" && key !== "popupNotKept";
		return (
			<span class={tone}>
				{tone === "good" && <span aria-hidden="true">✓ </span>}
				{say(key, heading)}
				{failed && ` ${say("popupWordsStay")}`}
			</span>
		);
	}
	if (!existing.value || stage.value === "done") return null;
	const { section, links } = existing.value;
	const heading = surroundings.value?.sections.find(({ id }) => id === section)?.heading;
	return (
		<>
			{say("clipAlready", heading ?? section)}
			{links.length > 1 && ` · ${links.map(({ url }) => addressParts(url).host).join(", ")}`}
		</>
	);
}

/** An item in a few words: what its note begins with, else its first page. */
function shortly({ note, links: [first] }: ItemRecord): string {
	const line = note.split("\n").find((text) => text.trim() !== "");
	return line ?? (first?.title || (first ? addressParts(first.url).host : ""));
}
