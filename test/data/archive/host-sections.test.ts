import { expect, test } from "vitest";
import { hostSections } from "../../../src/data/archive/host-sections.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

test("The links of a host are counted by section in any case of the heading, without links of other hosts", async () => {
	await archived(173, [
		["Tools", "", "https://github.com/harbour/crane"],
		["TOOLS", "", "https://www.github.com/harbour/winch"],
		["News", "", "https://github.com/harbour/notes"],
		["News", "", "https://github.company.example/harbour"],
		["News", "", "https://gist.github.com/harbour/1"],
	]);
	expect(await hostSections("https://github.com/owner/program", "Tools")).toEqual({
		host: "github.com",
		inSection: 2,
		all: 3,
	});
});

test("A host that never ran has no links", async () => {
	expect(await hostSections("https://tide.example:8080/a", "News")).toEqual({
		host: "tide.example:8080",
		inSection: 0,
		all: 0,
	});
});
