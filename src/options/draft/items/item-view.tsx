import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../../ui/icon.tsx";
import { draggableItem, dragged, dropAt } from "../order/dragging.ts";
import { PreflightMark } from "../preflight/preflight-mark.tsx";
import { ItemControls } from "./item-controls.tsx";
import { ItemEditor } from "./item-editor.tsx";
import type { ItemProps } from "./item-props.ts";
import { ItemRepeats } from "./item-repeats.tsx";
import { ItemSelect } from "./item-select.tsx";
import { ItemSummary } from "./item-summary.tsx";

/** One item: its summary, or its fields when it is open. */
export function ItemView({ desk, list, id, section }: ItemProps) {
	const element = useRef<HTMLLIElement>(null);
	const head = useRef<HTMLDivElement>(null);
	const isOpen = useComputed(() => desk.items.isOpen(id)).value;
	const isStop = useComputed(() => list.stopIn(section).value === id).value;
	const isSelected = list.selection.has(id).value;
	const isDragged = useComputed(() => dragged.value.includes(id)).value;
	const dropsHere = useComputed(() => dropAt.value?.before === id).value;
	const item = desk.stored.item(id).value;

	useEffect(() => {
		if (!element.current || !head.current) return;
		const ends = { element: element.current, handle: head.current };
		return draggableItem(ends, { id, section, around: list.selection.around });
	}, [id, section, list]);

	if (!item) return null;
	const names = [
		"item",
		isOpen && "open",
		isSelected && "selected",
		isDragged && "dragged",
		dropsHere && "drop-here",
	];
	const controls = { desk, list, id, section, tabIndex: isStop ? 0 : -1 };
	return (
		<li
			ref={element}
			id={`item-${id}`}
			class={names.filter(Boolean).join(" ")}
			data-item={id}
			tabIndex={controls.tabIndex}
			aria-labelledby={`item-${id}-summary`}
			onFocusCapture={() => desk.items.attend(id)}
		>
			<div class="head" ref={head}>
				<ItemSelect {...controls} />
				<span class="grip">
					<Icon name="grip" />
				</span>
				<div class="summary" id={`item-${id}-summary`}>
					<ItemSummary item={item} tabIndex={controls.tabIndex} pageId={`item-${id}-page`} />
					{!isOpen && <ItemRepeats desk={desk} id={id} />}
				</div>
				<PreflightMark desk={desk} id={id} />
				<ItemControls {...controls} isOpen={isOpen} />
			</div>
			{isOpen && <ItemEditor desk={desk} list={list} id={id} section={section} />}
		</li>
	);
}
