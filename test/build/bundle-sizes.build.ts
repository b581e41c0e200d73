import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { distOf, TARGETS } from "./dist.ts";

/**
 * What each part of Galley may weigh, in bytes of its scripts and styles, compressed: just above what
 * it does. What makes a part heavier raises its figure here, on purpose and in sight.
 */
const BUDGET = {
	// With the rules for links, some 6,500, and at most 32,000.
	popup: 31_700,
	options: 223_000,
	// Selections become markdown in it, and it has the rules for links: some 20,000 and 6,500.
	background: 62_000,
	backup: 24_500,
	// With isomorphic-git.
	git: 129_000,
	import: 62_000,
	// It parses the archive anew after an upgrade, with the whole markdown engine.
	learning: 60_500,
	search: 22_500,
} as const;

type Part = keyof typeof BUDGET;

/** The files that a part begins with, by their paths in the package. */
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

/** The scripts and styles that are loaded from a file on, by their paths. */
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

	test.each(parts)("%s weighs no more than its budget", (part) => {
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
