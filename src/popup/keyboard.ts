import { leaveCompositionAlone } from "../ui/composition.ts";
import { isClipKey, isModifier, sectionForKey } from "./keys.ts";
import type { Popup } from "./state.ts";

const isMac = /^Mac/.test(navigator.platform);

/** Clips and chooses sections by key, wherever in the popup the focus is. */
export function listenToPopupKeys(popup: Popup): void {
	leaveCompositionAlone();
	document.addEventListener("keydown", (event) => {
		if (popup.stage.value === "done") {
			// A key still held from clipping is no wish to stay.
			if (!event.repeat && !isModifier(event)) popup.stay();
			return;
		}
		if (popup.stage.value !== "form") return;
		if (isClipKey(event)) {
			event.preventDefault();
			void popup.submit();
			return;
		}
		const sections = popup.surroundings.value?.sections ?? [];
		const section = sectionForKey(event, sections, isTextField(event.target), isMac);
		if (section === null) return;
		event.preventDefault();
		void popup.fields.type("section", section);
	});
}

function isTextField(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLTextAreaElement ||
		(target instanceof HTMLInputElement && target.type !== "radio")
	);
}
