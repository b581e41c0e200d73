import { ignoreComposition } from "../ui/composition.ts";
import { isClipKey, isModifier, sectionForKey } from "./keys.ts";
import type { Popup } from "./state.ts";

const isMac = /^Mac/.test(navigator.platform);

/** Handles the keys for clipping and choosing sections, wherever the focus is in the popup. */
export function listenToPopupKeys(popup: Popup): void {
	ignoreComposition();
	document.addEventListener("keydown", (event) => {
		if (popup.stage.value === "done") {
			// A key that is still held down after clipping does not keep the popup open.
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
