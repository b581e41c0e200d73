import { SHELF } from "../../../data/db/records.ts";
import { translate, translateCount } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { afterRender } from "../../ui/focus.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { MoveButtons } from "../../ui/move-buttons.tsx";
import type { ItemList } from "./item-list.ts";

/** The number of selected items, and actions on them. */
export function SelectionBar({ desk, list }: { desk: Desk; list: ItemList }) {
	const { selection } = list;
	const ids = selection.ids.value;
	const count = ids.length > 0 ? translateCount("optionsSelected", ids.length) : "";

	/** Takes them out of the list. The next item gets the focus. */
	async function takeOut(work: () => Promise<string | null>): Promise<void> {
		const next = await work();
		await afterRender();
		const main = document.querySelector("main");
		(document.getElementById(`item-${next}`) ?? main)?.focus();
	}

	/** Clears the selection. The first of the items gets the focus. */
	async function clear(): Promise<void> {
		const [first] = ids;
		selection.clear();
		await afterRender();
		document.getElementById(`item-${first}`)?.focus();
	}

	return (
		<>
			<p class="visually-hidden" role="status">
				{count}
			</p>
			{ids.length > 0 && (
				<section class="selection" aria-label={translate("optionsSelection")}>
					<p class="count">{count}</p>
					<button
						type="button"
						id="selection-move"
						aria-haspopup="menu"
						onClick={() => list.openMenu({ ids, anchor: "selection-move" })}
					>
						{translate("optionsMoveTo")}
					</button>
					<MoveButtons class="small" move={(direction) => desk.items.move(ids, direction)} />
					{list.name === "draft" ? (
						<button type="button" onClick={() => void takeOut(() => desk.items.send(ids, SHELF))}>
							{translate("optionsShelve")}
						</button>
					) : (
						<button
							type="button"
							onClick={() =>
								void takeOut(() => desk.items.send(ids, desk.stored.currentDraft.peek() ?? ""))
							}
						>
							{translate("optionsUnshelve")}
						</button>
					)}
					<button type="button" onClick={() => void takeOut(() => desk.items.delete(ids))}>
						{translate("optionsDelete")}
					</button>
					<IconButton icon="close" label={translate("optionsClearSelection")} act={clear} />
				</section>
			)}
		</>
	);
}
