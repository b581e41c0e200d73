import { expect, test } from "vitest";
import { filesOf, importedFile, modulesOf, textOf } from "./modules.ts";

const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const NAMED_IMPORT = /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"(\.[^"]+)"/g;
const WHOLE_IMPORT = /\*\s+as\s+\w+\s+from\s+"(\.[^"]+)"|\bimport\(\s*"(\.[^"]+)"/g;

const exported = modulesOf(filesOf("src")).flatMap((file) =>
	[...textOf(file).matchAll(EXPORT)].map(([, name]) => ({ file, name: name as string })),
);

test("Every exported name is used for only one thing", () => {
	const files = new Map<string, string[]>();
	for (const { file, name } of exported) {
		// An overloaded function appears several times in its file.
		const known = files.get(name) ?? [];
		if (!known.includes(file)) files.set(name, [...known, file]);
	}
	expect([...files].filter(([, all]) => all.length > 1)).toEqual([]);
});

test("Every export is imported somewhere", () => {
	const used = new Set<string>();
	for (const file of [...filesOf("src"), ...filesOf("test"), ...filesOf("scripts")]) {
		if (!/\.(?:tsx?|mjs)$/.test(file)) continue;
		const text = textOf(file);
		for (const [, names = "", source = ""] of text.matchAll(NAMED_IMPORT)) {
			for (const each of names.split(",")) {
				const [name] = each
					.trim()
					.replace(/^type\s+/, "")
					.split(/\s+as\s+/);
				used.add(`${importedFile(file, source)} ${name}`);
			}
		}
		for (const [, named, called] of text.matchAll(WHOLE_IMPORT)) {
			used.add(`${importedFile(file, named ?? called ?? "")} *`);
		}
	}
	const unused = exported.filter(
		({ file, name }) => !used.has(`${file} ${name}`) && !used.has(`${file} *`),
	);
	expect(unused.map(({ file, name }) => `${name} of ${file}`)).toEqual([]);
});
