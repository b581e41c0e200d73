import { useEffect } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import { useKeptFocus } from "../draft/order/kept-focus.ts";
import { MoveMenu } from "../draft/order/move-menu.tsx";
import { SelectionBar } from "../draft/order/selection-bar.tsx";
import { SectionView } from "../draft/sections/section-view.tsx";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { BinView } from "./bin-view.tsx";

/** The items for a later issue, and what was deleted recently. */
export function ShelfPanel({ desk }: { desk: Desk }) {
	const list = desk.lists.shelf;
	const { bin } = desk;
	useKeptFocus(list);
	useEffect(() => bin.follow(), [bin]);
	const isDrawn = useDrawnOnceRead(() => bin.items.value !== null || bin.failure.value !== null);
	if (!isDrawn) return null;
	const sections = list.order.value.filter(({ items }) => items.length > 0);
	return (
		<div class={`shelf-panel${list.selection.any.value ? " selecting" : ""}`}>
			<section class="shelved" aria-labelledby="shelf-heading">
				<PanelHeading id="shelf-heading">{translate("optionsPanelShelf")}</PanelHeading>
				<p class="hint">
					{translate(sections.length > 0 ? "optionsShelfLead" : "optionsShelfEmpty")}
				</p>
				<FailureAlert desk={desk} />
				{sections.map(({ section }) => (
					<SectionView key={section} desk={desk} list={list} section={section} />
				))}
				<SelectionBar desk={desk} list={list} />
			</section>
			<BinView desk={desk} />
			<MoveMenu desk={desk} list={list} />
		</div>
	);
}
