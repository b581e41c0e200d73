import type { Desk } from "../../app/desk.ts";
import type { ItemList } from "../order/item-list.ts";

export interface ItemProps {
	desk: Desk;
	list: ItemList;
	id: string;
	section: string;
}

/** The controls of an item are in the Tab order only if the item itself is. */
export interface ControlProps extends ItemProps {
	tabIndex: number;
}
