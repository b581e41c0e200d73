import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
	isAllowed,
	type Library,
	librariesOf,
	noticesOf,
	packageFolder,
} from "../../scripts/library-notices.ts";

describe("The package of a module", () => {
	test.each([
		["/a/node_modules/marked/lib/marked.esm.js", "/a/node_modules/marked"],
		["/a/node_modules/@preact/signals/x.js?popup", "/a/node_modules/@preact/signals"],
		["/a/node_modules/b/node_modules/c/i.js", "/a/node_modules/b/node_modules/c"],
		["\0/a/node_modules/b/i.js?commonjs-module", "/a/node_modules/b"],
		["C:\\a\\node_modules\\b\\i.js", "C:/a/node_modules/b"],
		["/a/src/main.ts", null],
		["\0virtual:x", null],
	])("of %s is %s", (id, folder) => {
		expect(packageFolder(id)).toBe(folder);
	});
});

test.each([
	["MIT", true],
	["(MPL-2.0 OR Apache-2.0)", true],
	["GPL-3.0 OR MIT", true],
	["GPL-3.0", false],
	["MIT AND GPL-3.0", false],
	["SEE LICENSE IN x", false],
	["", false],
	["toString", false],
])("Whether a library under %s may be shipped: %s", (license, allowed) => {
	expect(isAllowed(license)).toBe(allowed);
});

describe("The libraries of a bundle", () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "galley-libraries-"));
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	function install(name: string, about: object, files: Record<string, string> = {}): string {
		const folder = join(root, "node_modules", name);
		mkdirSync(folder, { recursive: true });
		const repository = { url: `git+https://host.example/${name}.git` };
		const told = { name, version: "1.0.0", repository, ...about };
		writeFileSync(join(folder, "package.json"), JSON.stringify(told));
		for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
		return join(folder, "index.js");
	}

	test("are found by their modules, each once, with license and notice", () => {
		const text = { "LICENSE.md": "Do as\r\nyou like.  \r\n", NOTICE: "Made by A." };
		const module = install("a", { license: "(MIT OR GPL-3.0)" }, text);
		writeFileSync(join(root, "own.ts"), "");
		const virtual = new Map([["\0kept", join(root, "node_modules", "a")]]);
		const modules = [module, `${module}?popup`, "\0kept?popup", join(root, "own.ts")];
		expect(librariesOf(modules, virtual, root)).toEqual([
			{
				name: "a",
				version: "1.0.0",
				license: "MIT OR GPL-3.0",
				source: "https://host.example/a",
				texts: ["Do as\nyou like.", "Made by A."],
			},
		]);
	});

	test("stop the build if a license is not allowed or missing, or has no text", () => {
		const license = { LICENSE: "x" };
		const notAllowed = install("b", { license: "GPL-3.0" }, license);
		expect(() => librariesOf([notAllowed], new Map(), root)).toThrow("b has the licence GPL-3.0");
		const none = install("c", {}, license);
		expect(() => librariesOf([none], new Map(), root)).toThrow("c has the licence undefined");
		const noText = install("d", { license: "MIT" });
		expect(() => librariesOf([noText], new Map(), root)).toThrow("d has no licence text");
		const nowhere = install("e", { license: "MIT", repository: "" }, license);
		expect(() => librariesOf([nowhere], new Map(), root)).toThrow("Where is the source");
	});

	test("stop the build if the package of a module cannot be determined", () => {
		expect(() => librariesOf(["\0made-up"], new Map(), root)).toThrow('"\\u0000made-up"');
		expect(() => librariesOf(["/elsewhere/x.js"], new Map(), root)).toThrow("/elsewhere/x.js");
	});

	test("are written in the same order, whatever the order of the input", () => {
		const library = (name: string): Library => ({
			name,
			version: "1.0.0",
			license: "MIT",
			source: `https://host.example/${name}`,
			texts: [`Text of ${name}`],
		});
		const text = noticesOf([library("b"), library("a")]);
		expect(text).toBe(noticesOf([library("a"), library("b")]));
		expect(text).toContain("| [a](https://host.example/a) | 1.0.0 | MIT |\n| [b]");
		expect(text).toContain("## b\n\n~~~~text\nText of b\n~~~~\n");
	});
});
