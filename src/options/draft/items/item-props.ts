import type { Desk } from "../../app/desk.ts";
import type { ItemList } from "../order/item-list.ts";

export interface ItemProps {
	desk: Desk;
	list: ItemList;
	id: string;
	section: string;
}

/** An item's own controls are stops of Tab only where the item is one. */
export interface ControlProps extends ItemProps {
	tabIndex: number;
}
