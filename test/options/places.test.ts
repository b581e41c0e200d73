import { describe, expect, test } from "vitest";
import {
	isSamePlace,
	neighbour,
	type Order,
	placeAbove,
	placeBelow,
} from "../../src/options/state/places.ts";

const ORDER: Order[] = [
	{ section: "news", items: ["a", "b", "c"] },
	{ section: "events", items: [] },
	{ section: "tools", items: ["d", "e"] },
];

describe("An item moved up", () => {
	test("goes before the one above it", () => {
		expect(placeAbove(ORDER, ["b"])).toEqual({ section: "news", before: "a" });
	});

	test("leaves the top of its section for the end of the one before, even an empty one", () => {
		expect(placeAbove(ORDER, ["d"])).toEqual({ section: "events", before: null });
	});

	test("stays at the very top", () => {
		expect(placeAbove(ORDER, ["a"])).toBeNull();
	});
});

describe("An item moved down", () => {
	test("goes behind the one below it", () => {
		expect(placeBelow(ORDER, ["a"])).toEqual({ section: "news", before: "c" });
		expect(placeBelow(ORDER, ["b"])).toEqual({ section: "news", before: null });
	});

	test("leaves the end of its section for the top of the next", () => {
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

test("The attention goes to the next item, else to the one before", () => {
	expect(neighbour(ORDER, ["b"])).toBe("c");
	expect(neighbour(ORDER, ["c"])).toBe("b");
	expect(neighbour([{ section: "news", items: ["a"] }], ["a"])).toBeNull();
});
