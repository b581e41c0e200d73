import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { distOf, TARGETS } from "./dist.ts";

/**
 * The maximum size of each part of Galley, in compressed bytes of its scripts and styles. Each is slightly
 * above the present size. A change that makes a part larger must raise the figure here on purpose.
 */
const BUDGET = {
	// Includes the rules for links, about 6,500. The absolute limit is 32,000.
	popup: 32_000,
	options: 231_900,
	// Includes the conversion of selections to markdown, about 20,000, and the rules for links, about
	// 6,500.
	background: 62_000,
	backup: 24_500,
	// Includes isomorphic-git.
	git: 130_900,
	import: 62_000,
	// Includes the whole markdown engine, because it parses the archive again after an upgrade.
	learning: 61_800,
	search: 23_000,
} as const;

type Part = keyof typeof BUDGET;

/** The files with which a part starts, by their paths in the package. */
const BEGINNINGS: Record<Part, (files: readonly string[]) => readonly string[]> = {
	popup: () => ["src/popup/index.html"],
	options: () => ["src/options/index.html"],
	background: (files) => files.filter((file) => /^assets\/main\.ts-[\w-]+\.js$/.test(file)),
	...worker("backup"),
	...worker("git"),
	...worker("import"),
	...worker("learning"),
	...worker("search"),
};

function worker<Name extends Part>(name: Name) {
	const named = new RegExp(`^assets/${name}-[\\w-]+\\.js$`);
	const pick = (files: readonly string[]) => files.filter((file) => named.test(file));
	return { [name]: pick } as Record<Name, typeof pick>;
}

/** The scripts and styles that are loaded starting from a file, by their paths. */
function loadedFrom(file: string, root: string, found = new Map<string, Buffer>()) {
	if (found.has(file)) return found;
	const content = readFileSync(file);
	const text = content.toString();
	const isPage = file.endsWith(".html");
	if (!isPage) found.set(file, content);
	const names = isPage
		? [...text.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, name]) =>
				resolve(root, name ?? ""),
			)
		: [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(
				([, name]) => resolve(dirname(file), name ?? ""),
			);
	for (const name of names) loadedFrom(name, root, found);
	return found;
}

describe.each(TARGETS)("The parts of Galley for %s", (target) => {
	const root = distOf(target);
	const parts = Object.keys(BUDGET) as Part[];

	test.each(parts)("%s is not larger than its budget", (part) => {
		const files = readdirSync(root, { recursive: true, encoding: "utf8" });
		const beginnings = BEGINNINGS[part](files.map((file) => file.replaceAll("\\", "/")));
		expect(beginnings).not.toEqual([]);
		const loaded = new Map<string, Buffer>();
		for (const file of beginnings) loadedFrom(join(root, file), root, loaded);
		const sizes = [...loaded].map(([path, content]) => [path, gzipSync(content).length] as const);
		const sum = sizes.reduce((total, [, size]) => total + size, 0);
		expect(sum, JSON.stringify(sizes)).toBeLessThanOrEqual(BUDGET[part]);
		expect(sum, "The budget can be lowered.").toBeGreaterThan(BUDGET[part] * 0.8);
	});
});
