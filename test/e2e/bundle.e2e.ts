/** What the built popup loads, read from the built files. */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const DIST = process.env.GALLEY_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** Texts that occur only in the code of the parser, the preview or the options page. */
const OF_OTHER_PAGES = [
	"DOMPurify",
	"YAMLParseError",
	"blockquote",
	"draggable",
	"optionsPublish",
	"MiniSearch",
	"listItemIndent",
];

/** Every script and style that a page loads, and everything they import, by path. */
async function loadedBy(root: string, page: string): Promise<Map<string, Buffer>> {
	const html = await readFile(join(root, page), "utf8");
	const first = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((found) => found[1]);
	const files = new Map<string, Buffer>();
	const load = async (path: string) => {
		if (files.has(path)) return;
		const content = await readFile(path);
		files.set(path, content);
		const imports = content
			.toString()
			.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g);
		for (const [, imported] of imports) await load(resolve(dirname(path), imported ?? ""));
	};
	for (const path of first) await load(resolve(root, `.${path}`));
	return files;
}

describe.each(["chrome", "firefox"])("The popup for %s", (target) => {
	test("loads nothing of the parser, the preview or the options page", async () => {
		const files = await loadedBy(join(DIST, target), "src/popup/index.html");
		const all = [...files.values()].join("\n");
		expect(OF_OTHER_PAGES.filter((word) => all.includes(word))).toEqual([]);
	});
});
