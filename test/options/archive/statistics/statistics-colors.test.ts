import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = (path: string) =>
	readFileSync(new URL(`../../../../src/${path}`, import.meta.url), "utf8").matchAll(
		/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
	);
const colors = [...css("ui/theme.css"), ...css("options/archive/statistics/statistics.css")];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

describe.each(["day", "night"])("In the theme for %s, the colors of the charts", (time) => {
	const named = new Map(
		colors.map(([, name, day, night]) => [name, (time === "day" ? day : night) as string]),
	);
	const series = [...named].filter(([name]) => name?.startsWith("series-")).map(([, hex]) => hex);

	test("can be distinguished from their neighbors", () => {
		expect(series).toHaveLength(6);
		for (const [at, color] of series.slice(1).entries()) {
			expect(contrast(color, series[at] as string)).toBeGreaterThanOrEqual(3);
		}
	});

	test("can be distinguished from the background", () => {
		for (const color of series) {
			expect(contrast(color, named.get("paper") as string)).toBeGreaterThanOrEqual(3);
		}
	});
});
