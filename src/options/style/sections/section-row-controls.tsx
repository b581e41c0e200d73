import type { SectionStyle } from "../../../core/house-style/house-style.ts";
import type { Desk } from "../../app/desk.ts";
import { focusAfterwards, keepingFocus } from "../../ui/focus.ts";
import { RowControls } from "../row-controls.tsx";
import { NEW_SECTION } from "./new-section.tsx";

interface SectionRowControlsProps {
	desk: Desk;
	section: SectionStyle;
	/** The prefix of the ids of its buttons. */
	id: string;
	/** Whether a section is shown in the list of this row; by default all are. */
	isShown?: (section: SectionStyle) => boolean;
}

/** The buttons that move, hide or remove a section. */
export function SectionRowControls({ desk, section, id, isShown }: SectionRowControlsProps) {
	const { sections } = desk.styleState;
	const { hidden = false } = section;

	async function remove(): Promise<void> {
		const focus = focusAfterwards();
		const removed = await sections.remove(section.id);
		await focus(removed ? NEW_SECTION : `${id}-remove`);
	}

	return (
		<RowControls
			id={id}
			move={(direction) => void keepingFocus(() => sections.move(section.id, direction, isShown))}
			hiding={{
				hidden,
				hide: (hide) => void keepingFocus(() => sections.hide(section.id, hide)),
			}}
			remove={() => void remove()}
		/>
	);
}
