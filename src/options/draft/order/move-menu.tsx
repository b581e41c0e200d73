import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { Floating } from "../../ui/floating.tsx";
import { type Destination, destinations, sendItemsTo } from "./destinations.ts";
import type { ItemList } from "./item-list.ts";
import { moveInMenu } from "./menu-keys.ts";

/** The menu of the destinations for the items that it was opened for. A list has one menu. */
export function MoveMenu({ desk, list }: { desk: Desk; list: ItemList }) {
	const menu = list.menu.value;
	if (!menu) return null;
	const { ids, anchor } = menu;
	const close = () => list.openMenu(null);

	async function choose(to: Destination): Promise<void> {
		// This comes before the move, so that the focus moves with the item.
		document.getElementById(anchor)?.focus();
		close();
		await sendItemsTo(desk, ids, to);
	}

	return (
		<Floating
			key={anchor}
			anchor={anchor}
			close={close}
			class="menu"
			role="menu"
			label={translate("optionsMoveTo")}
			onKeyDown={(event) => moveInMenu(event, close)}
		>
			{destinations(desk, list, ids).map((to) => (
				<button
					key={to.key}
					type="button"
					role="menuitem"
					tabIndex={-1}
					onClick={() => void choose(to)}
				>
					{nameOf(to)}
				</button>
			))}
		</Floating>
	);
}

function nameOf(to: Destination): string {
	if ("section" in to) return to.heading;
	if ("shelf" in to) return translate("optionsMoveMenuShelf");
	return translate("optionsDraftOf", to.issue);
}
