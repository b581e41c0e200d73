import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { say } from "../../browser/strings.ts";
import { Address } from "../../components/address.tsx";
import { Icon } from "../../components/icon.tsx";
import { focusById, keepingFocus } from "../focus.ts";
import type { Desk } from "../state/desk.ts";
import { draggableItem, dropAt } from "./dragging.ts";
import { ItemControls } from "./item-controls.tsx";
import { ItemEditor } from "./item-editor.tsx";
import { ItemRepeats } from "./item-repeats.tsx";

export interface ItemProps {
	desk: Desk;
	id: string;
	section: string;
}

/** One item: its note and addresses at a glance, or open for editing. */
export function ItemView({ desk, id, section }: ItemProps) {
	const element = useRef<HTMLLIElement>(null);
	const head = useRef<HTMLDivElement>(null);
	const dragged = useSignal(false);
	const isOpen = useComputed(() => desk.items.isOpen(id)).value;
	const dropsHere = useComputed(() => dropAt.value?.before === id).value;
	const item = desk.stored.item(id).value;

	useEffect(() => {
		if (!element.current || !head.current) return;
		const ends = { element: element.current, handle: head.current };
		return draggableItem(ends, { id, section }, (dragging) => {
			dragged.value = dragging;
		});
	}, [id, section, dragged]);

	function onKeyDown(event: KeyboardEvent): void {
		if (event.key === "Escape" && isOpen) {
			desk.items.close(id);
			void focusById(`item-${id}-edit`);
			return;
		}
		if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
		event.preventDefault();
		const direction = event.key === "ArrowUp" ? "up" : "down";
		void keepingFocus(() => desk.items.move(id, direction));
	}

	if (!item) return null;
	const names = ["item", isOpen && "open", dragged.value && "dragged", dropsHere && "drop-here"];
	return (
		<li
			ref={element}
			class={names.filter(Boolean).join(" ")}
			data-item={id}
			onKeyDown={onKeyDown}
			onFocusCapture={() => desk.items.attend(id)}
		>
			<div class="head" ref={head}>
				<span class="grip">
					<Icon name="grip" />
				</span>
				<div class="summary" id={`item-${id}-summary`}>
					<p class="note">
						{item.note.trim() || <span class="missing">{say("optionsNoNote")}</span>}
					</p>
					<p class="links">
						{item.links.length === 0 && <span class="missing">{say("optionsNoLink")}</span>}
						{item.links.map(({ url }) => (
							<Address key={url} url={url} />
						))}
					</p>
					<ItemRepeats desk={desk} id={id} />
				</div>
				<ItemControls desk={desk} id={id} section={section} />
			</div>
			{isOpen && <ItemEditor desk={desk} id={id} section={section} />}
		</li>
	);
}
