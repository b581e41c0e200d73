import { describe, expect, test } from "vitest";
import {
	anchorOf,
	type ItemPlace,
	isSamePlace,
	neighborOf,
	type Order,
	orderAfterMove,
	placeAbove,
	placeBelow,
	placeInSection,
} from "../../../../src/options/draft/order/places.ts";

const ORDER: Order[] = [
	{ section: "news", items: ["a", "b", "c"] },
	{ section: "events", items: [] },
	{ section: "tools", items: ["d", "e"] },
];

describe("An item moved up", () => {
	test("goes before the one above it", () => {
		expect(placeAbove(ORDER, ["b"])).toEqual({ section: "news", before: "a" });
	});

	test("moves from the top of its section to the end of the previous one, even an empty one", () => {
		expect(placeAbove(ORDER, ["d"])).toEqual({ section: "events", before: null });
	});

	test("stays at the very top", () => {
		expect(placeAbove(ORDER, ["a"])).toBeNull();
	});
});

describe("An item moved down", () => {
	test("goes after the one below it", () => {
		expect(placeBelow(ORDER, ["a"])).toEqual({ section: "news", before: "c" });
		expect(placeBelow(ORDER, ["b"])).toEqual({ section: "news", before: null });
	});

	test("moves from the end of its section to the top of the next", () => {
		expect(placeBelow(ORDER, ["c"])).toEqual({ section: "events", before: null });
		const full = ORDER.filter(({ items }) => items.length > 0);
		expect(placeBelow(full, ["c"])).toEqual({ section: "tools", before: "d" });
	});

	test("stays at the very end", () => {
		expect(placeBelow(ORDER, ["e"])).toBeNull();
	});
});

test("An item dropped on itself, or just before the next, has not moved", () => {
	expect(isSamePlace(ORDER, ["a"], { section: "news", before: "a" })).toBe(true);
	expect(isSamePlace(ORDER, ["a"], { section: "news", before: "b" })).toBe(true);
	expect(isSamePlace(ORDER, ["c"], { section: "news", before: null })).toBe(true);
	expect(isSamePlace(ORDER, ["a"], { section: "news", before: null })).toBe(false);
	expect(isSamePlace(ORDER, ["c"], { section: "tools", before: null })).toBe(false);
});

test("The focus goes to the next item, or else to the previous one", () => {
	expect(neighborOf(ORDER, ["b"])).toBe("c");
	expect(neighborOf(ORDER, ["c"])).toBe("b");
	expect(neighborOf([{ section: "news", items: ["a"] }], ["a"])).toBeNull();
});

describe("Several items", () => {
	test("move together, and are then adjacent in their order", () => {
		const place = placeAbove(ORDER, ["c", "b"]);
		expect(place).toEqual({ section: "news", before: "a" });
		expect(orderAfterMove(ORDER, ["c", "b"], place as ItemPlace)[0]?.items).toEqual([
			"b",
			"c",
			"a",
		]);
		expect(placeBelow(ORDER, ["a", "d"])).toEqual({ section: "tools", before: null });
		expect(orderAfterMove(ORDER, ["a", "d"], { section: "tools", before: null })).toEqual([
			{ section: "news", items: ["b", "c"] },
			{ section: "events", items: [] },
			{ section: "tools", items: ["e", "a", "d"] },
		]);
	});

	test("that are not adjacent at the very top become adjacent there, and then stay", () => {
		const place = placeAbove(ORDER, ["a", "c"]);
		expect(orderAfterMove(ORDER, ["a", "c"], place as ItemPlace)[0]?.items).toEqual([
			"a",
			"c",
			"b",
		]);
		expect(placeAbove(ORDER, ["a", "b"])).toBeNull();
		expect(placeBelow(ORDER, ["d", "e"])).toBeNull();
		expect(placeBelow(ORDER, ["c", "e"])).toEqual({ section: "tools", before: null });
	});

	test("dropped on one of themselves go before the next item that is not moved", () => {
		expect(anchorOf(ORDER, ["a", "b"], { section: "news", before: "b" })).toEqual({
			section: "news",
			before: "c",
		});
		expect(isSamePlace(ORDER, ["a", "b"], { section: "news", before: "b" })).toBe(true);
		expect(isSamePlace(ORDER, ["a", "c"], { section: "news", before: "c" })).toBe(false);
	});

	test("give the focus to the item after them, or else before them", () => {
		expect(neighborOf(ORDER, ["a", "b"])).toBe("c");
		expect(neighborOf(ORDER, ["b", "c"])).toBe("a");
		expect(neighborOf(ORDER, ["a", "b", "c"])).toBeNull();
	});
});

test("An item enters the next section at its top, and the previous one at its end", () => {
	expect(placeInSection(ORDER, ["a"], "down")).toEqual({ section: "events", before: null });
	expect(placeInSection(ORDER, ["d"], "up")).toEqual({ section: "events", before: null });
	const full = ORDER.filter(({ items }) => items.length > 0);
	expect(placeInSection(full, ["a"], "down")).toEqual({ section: "tools", before: "d" });
	expect(placeInSection(full, ["a"], "up")).toBeNull();
	expect(placeInSection(full, ["e"], "down")).toBeNull();
});
