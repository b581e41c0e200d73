import { useSignal } from "@preact/signals";
import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { NEW_SECTION, NewSection } from "../../style/sections/new-section.tsx";
import { focusById } from "../../ui/focus.ts";

/** A button below the sections of the draft that opens a field for a further section. */
export function AddSection({ desk }: { desk: Desk }) {
	const isOpen = useSignal(false);
	if (isOpen.value) return <NewSection desk={desk} />;
	return (
		<button
			type="button"
			class="quiet add-section"
			onClick={() => {
				isOpen.value = true;
				void focusById(NEW_SECTION);
			}}
		>
			{translate("optionsNewSection")}
		</button>
	);
}
