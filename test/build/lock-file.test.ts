import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RUN_AT_INSTALL } from "../../scripts/ensure-installed.mjs";
import { ROOT } from "./dist.ts";

/**
 * Packages without a checksum in the lock file: the linter's programs for systems other than the one where
 * the file was made. They are not part of the build.
 */
const WITHOUT_SUM = /^node_modules\/@biomejs\/cli-/;

interface Locked {
	version: string;
	integrity?: string;
	dev?: boolean;
}

function read(file: string) {
	return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}

function locked(): [string, Locked][] {
	const packages: Record<string, Locked> = read("package-lock.json").packages;
	return Object.entries(packages).filter(([folder]) => folder !== "");
}

describe("Every installed package", () => {
	test("is listed in package.json with an exact version, not a range", () => {
		const { dependencies, devDependencies } = read("package.json");
		const versions = Object.entries({ ...dependencies, ...devDependencies });
		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
	});

	test("is in the lock file with a checksum", () => {
		const without = locked().filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
		expect(without.filter(([folder]) => !WITHOUT_SUM.test(folder))).toEqual([]);
		expect(without.filter(([, { dev }]) => !dev)).toEqual([]);
	});

	test("runs no script when it is installed, unless it is listed", () => {
		const scripted = locked().flatMap(([folder]) => {
			const path = join(ROOT, folder, "package.json");
			if (!existsSync(path)) return [];
			const { name, scripts = {} } = JSON.parse(readFileSync(path, "utf8"));
			const builds = existsSync(join(ROOT, folder, "binding.gyp"));
			const runs = ["preinstall", "install", "postinstall"].some((when) => when in scripts);
			return builds || runs ? [name] : [];
		});
		expect(scripted.toSorted()).toEqual([...RUN_AT_INSTALL].sort());
		expect(readFileSync(join(ROOT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
	});
});
