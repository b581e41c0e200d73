import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readBuilt, TARGETS } from "./dist.ts";

/** Libraries that `package.json` has for Galley itself, by name. */
function wanted(): string[] {
	const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
	return Object.keys(dependencies);
}

describe.each(TARGETS)("What is built for %s", (target) => {
	test("holds the libraries that THIRD_PARTY.md lists, and no other (npm run third-party)", () => {
		const listed = readFileSync(join(ROOT, "THIRD_PARTY.md"), "utf8");
		expect(readBuilt(target, "THIRD_PARTY.md")).toBe(listed);
	});

	test("has every library that is there for it, and the licence of Galley", () => {
		const notices = readBuilt(target, "THIRD_PARTY.md");
		expect(wanted().filter((name) => !notices.includes(`| [${name}](`))).toEqual([]);
		expect(readBuilt(target, "LICENSE")).toBe(readFileSync(join(ROOT, "LICENSE"), "utf8"));
	});
});
