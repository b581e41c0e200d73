import { expect, test } from "vitest";
import { figure } from "./figure.ts";
import { type Measurement, rowOf } from "./row.ts";

const MEASURED: Measurement = {
	what: "typing a letter",
	unit: "ms",
	own: [12, 11, 30],
	baseline: { what: "a bare field", samples: [10, 10, 11] },
	bound: 1.2,
};

test("a row compares its median with that of its baseline", () => {
	expect(rowOf("chromium", MEASURED)).toEqual({
		what: "typing a letter",
		browser: "chromium",
		unit: "ms",
		samples: 3,
		median: 12,
		p95: 30,
		beside: "a bare field",
		baseline: 10,
		ratio: 1.2,
		bound: 1.2,
		holds: true,
	});
});

test("a row that exceeds its bound fails", () => {
	expect(rowOf("chromium", { ...MEASURED, own: [13] }).holds).toBe(false);
});

test("a row whose baseline measured 0 is an error instead of an infinite ratio", () => {
	const baseline = { what: "a bare field", samples: [0, 0, 0] };
	expect(() => rowOf("chromium", { ...MEASURED, baseline })).toThrow(
		"“typing a letter” has no baseline: “a bare field” measured 0.",
	);
});

test("a row whose baseline has no samples, or a sample that is not a number, is an error", () => {
	for (const samples of [[], [Number.NaN], [Number.POSITIVE_INFINITY]]) {
		const baseline = { what: "a bare field", samples };
		expect(() => rowOf("chromium", { ...MEASURED, baseline })).toThrow("no figure");
	}
});

test("a row without a baseline is compared by its highest sample", () => {
	const counted = { ...MEASURED, unit: "" as const, baseline: null, own: [2, 2, 4], bound: 3 };
	expect(rowOf("firefox", counted)).toMatchObject({ ratio: null, baseline: null, holds: false });
	expect(rowOf("firefox", { ...counted, own: [0, 0], bound: 0 }).holds).toBe(true);
});

test("a row without a bound neither passes nor fails", () => {
	expect(rowOf("chromium", { ...MEASURED, bound: null }).holds).toBe(null);
});

test("the 95th percentile of twenty samples is the highest", () => {
	const samples = Array.from({ length: 20 }, (_, at) => 20 - at);
	expect(figure(samples)).toEqual({ median: 11, p95: 20 });
});
