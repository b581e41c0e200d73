import { expect, test } from "vitest";
import { separateEqualPlaces } from "../../../src/core/merge/separate-equal-places.ts";

const at = (id: string, place: string, createdAt = 1, section = "news") => ({
	id,
	place,
	createdAt,
	section,
});

const separate = (...records: ReturnType<typeof at>[]) =>
	separateEqualPlaces(records, ({ section }) => section);

test("records with the same position get adjacent positions, the older first", () => {
	const [moved, ...others] = separate(at("a", "a0"), at("b", "a0", 2), at("c", "a1"));
	expect(others).toEqual([]);
	expect(moved?.id).toBe("b");
	expect((moved?.place ?? "") > "a0" && (moved?.place ?? "") < "a1").toBe(true);
});

test("equal positions in two groups do not conflict", () => {
	expect(separate(at("a", "a0"), at("b", "a0", 1, "tools"))).toEqual([]);
});

test("two machines separate the same records in the same way", () => {
	const records = [at("a", "a0"), at("b", "a0"), at("c", "a0"), at("d", "a0", 0)];
	expect(separate(...records)).toEqual(separate(...records.toReversed()));
});

test("many records with one position are separated quickly and get short positions", () => {
	const many = Array.from({ length: 10_000 }, (_, nth) =>
		at(String(nth).padStart(5, "0"), nth % 2 ? "a0" : "a1"),
	);
	const began = performance.now();
	const moved = separate(...many);
	expect(performance.now() - began).toBeLessThan(4_000);
	const places = new Map([...many, ...moved].map(({ id, place }) => [id, place]));
	expect(new Set(places.values()).size).toBe(many.length);
	expect(Math.max(...[...places.values()].map(({ length }) => length))).toBeLessThan(10);
});
