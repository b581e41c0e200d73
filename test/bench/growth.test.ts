import { expect, test } from "vitest";
import { exponentMeasurement, exponentOf } from "./growth.ts";

const SIZES = [100, 1_000, 10_000, 100_000];

function points(of: (links: number) => number) {
	return SIZES.map((links) => ({ size: links, median: of(links) }));
}

test("a time that is ten times as long with ten times the links has the exponent 1", () => {
	expect(exponentOf(points((links) => 0.07 * links))).toBeCloseTo(1);
});

test("a constant time has the exponent 0", () => {
	expect(exponentOf(points(() => 140))).toBeCloseTo(0);
});

test("a time that grows with the square of the links has the exponent 2", () => {
	expect(exponentOf(points((links) => links ** 2))).toBeCloseTo(2);
});

test("there is no exponent for a single size, or for a figure of 0", () => {
	expect(() => exponentOf([{ size: 100, median: 3 }])).toThrow("two sizes");
	expect(() => exponentOf(points((links) => (links === 100 ? 0 : 1)))).toThrow("above 0");
});

test("an exponent becomes a row with its own bound", () => {
	const growth = {
		what: "Import",
		unit: "ms" as const,
		points: points((links) => links),
		bound: 1.1,
	};
	expect(exponentMeasurement(growth)).toMatchObject({ baseline: null, bound: 1.1 });
});
