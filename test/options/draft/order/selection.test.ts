import { effect, signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Order } from "../../../../src/options/draft/order/places.ts";
import { createSelection } from "../../../../src/options/draft/order/selection.ts";

const ORDER: Order[] = [
	{ section: "news", items: ["a", "b", "c"] },
	{ section: "tools", items: ["d", "e"] },
];

function open() {
	const order = signal<readonly Order[]>(ORDER);
	return { order, selection: createSelection(order) };
}

test("Items are selected and deselected, and are kept in the order of the list", () => {
	const { selection } = open();
	for (const id of ["d", "a", "c"]) selection.toggle(id);
	expect(selection.ids.value).toEqual(["a", "c", "d"]);
	selection.toggle("c");
	expect(selection.ids.value).toEqual(["a", "d"]);
	expect(selection.has("c").value).toBe(false);
});

test("A range is from the last selected item to another, also in another section", () => {
	const { selection } = open();
	selection.toggle("b");
	selection.extendTo("d");
	expect(selection.ids.value).toEqual(["b", "c", "d"]);
	selection.extendTo("a");
	expect(selection.ids.value).toEqual(["a", "b"]);
});

test("A section is selected completely, and deselected if all of it was selected", () => {
	const { selection } = open();
	selection.toggle("b");
	selection.toggleSection("news");
	expect(selection.ids.value).toEqual(["a", "b", "c"]);
	selection.toggleSection("news");
	expect(selection.any.value).toBe(false);
});

test("Selecting one item notifies only that item", () => {
	const { selection } = open();
	const told: string[] = [];
	for (const id of ["a", "b"]) {
		effect(() => {
			selection.has(id).value;
			told.push(id);
		});
	}
	told.length = 0;
	selection.toggle("b");
	expect(told).toEqual(["b"]);
});

test("An item that leaves the list is deselected, and is not selected when it returns", () => {
	const { order, selection } = open();
	const end = selection.follow();
	selection.toggle("a");
	selection.toggle("b");
	order.value = [{ section: "news", items: ["b", "c"] }];
	expect(selection.ids.value).toEqual(["b"]);
	order.value = ORDER;
	expect(selection.ids.value).toEqual(["b"]);
	// A range that began at a removed item starts again.
	selection.toggle("a");
	order.value = [{ section: "news", items: ["b", "c"] }];
	selection.extendTo("c");
	expect(selection.ids.value).toEqual(["c"]);
	end();
});

test("An action on an item applies to the whole selection only if the item is selected", () => {
	const { selection } = open();
	selection.toggle("a");
	selection.toggle("b");
	expect(selection.around("b")).toEqual(["a", "b"]);
	expect(selection.around("e")).toEqual(["e"]);
});
