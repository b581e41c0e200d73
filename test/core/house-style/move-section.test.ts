import { describe, expect, test } from "vitest";
import type { SectionStyle } from "../../../src/core/house-style/house-style.ts";
import { moveSection } from "../../../src/core/house-style/move-section.ts";

/** Sections written as `1 News`: the level, and a heading that is also the id. */
const sectionsOf = (...lines: string[]): SectionStyle[] =>
	lines.map((line) => {
		const [level = "1", heading = ""] = line.split(" ");
		return { id: heading, heading, level: Number(level), underline: null };
	});

const moved = (lines: string[], id: string, direction: "up" | "down") =>
	moveSection(sectionsOf(...lines), id, direction).map(({ heading }) => heading);

describe("a section that is moved", () => {
	test("changes places with its neighbor", () => {
		expect(moved(["1 A", "1 B", "1 C"], "B", "up")).toEqual(["B", "A", "C"]);
		expect(moved(["1 A", "1 B", "1 C"], "B", "down")).toEqual(["A", "C", "B"]);
	});

	test("stays at the ends of the list", () => {
		expect(moved(["1 A", "1 B"], "A", "up")).toEqual(["A", "B"]);
		expect(moved(["1 A", "1 B"], "B", "down")).toEqual(["A", "B"]);
		expect(moved(["1 A", "1 B"], "unknown", "down")).toEqual(["A", "B"]);
	});

	test("takes the sections inside it along", () => {
		const lines = ["1 A", "2 a", "3 aa", "1 B"];
		expect(moved(lines, "A", "down")).toEqual(["B", "A", "a", "aa"]);
		expect(moved(["1 B", "1 A", "2 a"], "A", "up")).toEqual(["A", "a", "B"]);
	});

	test("moves past a neighbor with the sections inside that", () => {
		const lines = ["1 A", "2 a", "2 b", "1 B"];
		expect(moved(lines, "B", "up")).toEqual(["B", "A", "a", "b"]);
		expect(moved(["1 B", "1 A", "2 a", "1 C"], "B", "down")).toEqual(["A", "a", "B", "C"]);
	});

	test("can get into another section", () => {
		expect(moved(["1 A", "2 a", "1 B"], "a", "down")).toEqual(["A", "B", "a"]);
		expect(moved(["1 A", "1 B", "2 b"], "b", "up")).toEqual(["A", "b", "B"]);
	});

	test("moves past sections that are not shown, until a change is seen", () => {
		const sections = sectionsOf("1 A", "1 hidden", "1 unseen", "1 B");
		const isShown = ({ id }: SectionStyle) => id === "A" || id === "B";
		const order = moveSection(sections, "B", "up", isShown).map(({ id }) => id);
		expect(order).toEqual(["B", "A", "hidden", "unseen"]);
		expect(moveSection(sections, "B", "down", isShown)).toEqual(sections);
	});
});
