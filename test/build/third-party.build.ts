import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readBuilt, TARGETS } from "./dist.ts";

/** The names of the libraries in `package.json` that Galley itself uses. */
function wanted(): string[] {
	const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
	return Object.keys(dependencies);
}

describe.each(TARGETS)("The package for %s", (target) => {
	test("contains exactly the libraries that THIRD_PARTY.md lists (npm run third-party)", () => {
		const listed = readFileSync(join(ROOT, "THIRD_PARTY.md"), "utf8");
		expect(readBuilt(target, "THIRD_PARTY.md")).toBe(listed);
	});

	test("names every library that Galley uses, and includes the license of Galley", () => {
		const notices = readBuilt(target, "THIRD_PARTY.md");
		expect(wanted().filter((name) => !notices.includes(`| [${name}](`))).toEqual([]);
		expect(readBuilt(target, "LICENSE")).toBe(readFileSync(join(ROOT, "LICENSE"), "utf8"));
	});
});
