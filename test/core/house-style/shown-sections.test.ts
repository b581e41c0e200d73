import { describe, expect, test } from "vitest";
import { sectionPath } from "../../../src/core/house-style/shown-sections.ts";

const SECTIONS = [
	["Updates", 2],
	["Official", 3],
	["Tools", 4],
	["Articles", 3],
	["Events", 2],
].map(([heading, level]) => ({
	id: String(heading),
	heading: String(heading),
	level: Number(level),
	underline: null,
}));

describe("the path of a section", () => {
	test.each([
		[0, ["Updates"]],
		[2, ["Updates", "Official", "Tools"]],
		[3, ["Updates", "Articles"]],
		[4, ["Events"]],
	])("of the one at position %i leads from the outermost section to itself", (at, path) => {
		const section = SECTIONS[at];
		expect(section && sectionPath(SECTIONS, section)).toEqual(path);
	});
});
