import { translate } from "../../extension/strings.ts";
import { Address } from "../../ui/address.tsx";
import type { Popup } from "../state.ts";

const CLIP_KEYS = navigator.userAgent.includes("Mac") ? "⌘↵" : "Ctrl ↵";

/** The buttons of the popup, and the result below them. */
export function PopupActions({ popup }: { popup: Popup }) {
	const { existing, stage, surroundings } = popup;
	const idle = stage.value === "form";
	return (
		<>
			<div class="actions">
				<button
					type="submit"
					class="primary"
					disabled={!idle}
					// The accessible name stays the same when the button shows another word, so that
					// programs can find it.
					aria-label={existing.value ? translate("popupClip") : undefined}
					aria-describedby="said"
				>
					{translate(existing.value ? "popupSave" : "popupClip")}
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
						{translate("popupAddToLast")}
					</button>
				)}
			</div>
			<p class="said" id="said" role="status">
				<Outcome popup={popup} />
			</p>
		</>
	);
}

/** The result for this page, from now or from an earlier clip. */
function Outcome({ popup }: { popup: Popup }) {
	const { existing, fields, said } = popup;
	if (said.value) {
		const { key, tone, heading } = said.value;
		return (
			<span class={tone}>
				{tone === "good" && <span aria-hidden="true">✓ </span>}
				{translate(key, heading)}
				{tone === "bad" && key !== "popupNotKept" && ` ${translate("popupWordsStay")}`}
			</span>
		);
	}
	if (!existing.value) return null;
	const others = existing.value.links.filter(({ url }) => url !== fields.inItem.value);
	return (
		<>
			{translate("popupAlready", popup.headingOf(existing.value.section) ?? existing.value.section)}
			{others.map(({ url }) => (
				<Address key={url} url={url} />
			))}
		</>
	);
}
