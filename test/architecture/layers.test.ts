import { dirname } from "node:path";
import { expect, test } from "vitest";
import { LAYERS, MAX_FILES, PACKAGES } from "./layers.ts";
import { filesOf, importedFile, importsOf, modulesOf } from "./modules.ts";

/** Every file of `src`, with its path relative to `src`. */
const files = filesOf("src").map((file) => file.slice("src/".length));
const modules = modulesOf(files);

/** The imports of a module in `src`. */
const importsBelow = (file: string) => importsOf(`src/${file}`);

/** The paths, relative to `src`, of the modules that a module imports. */
function neighborsOf(file: string): string[] {
	return importsBelow(file)
		.filter((source) => source.startsWith("."))
		.map((source) => importedFile(file, source))
		.filter((path) => !path.startsWith(".."));
}

function layerOf(file: string): string | undefined {
	return Object.keys(LAYERS)
		.filter((layer) => file.startsWith(`${layer}/`))
		.sort((a, b) => b.length - a.length)[0];
}

test("Every file of src is in a layer, and every layer has files", () => {
	expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
	expect(
		Object.keys(LAYERS).filter((layer) => !files.some((file) => layerOf(file) === layer)),
	).toEqual([]);
});

test("Modules only import what the table of layers allows", () => {
	const wrong = modules.flatMap((file) => {
		const layer = layerOf(file) ?? "";
		const allowed = [layer, ...(LAYERS[layer] ?? [])];
		return neighborsOf(file)
			.filter((path) => !allowed.includes(layerOf(path) ?? ""))
			.map((path) => `${file} imports ${path}`);
	});
	expect(wrong).toEqual([]);
});

test("A package that belongs to one layer is only imported there", () => {
	const wrong = modules.flatMap((file) =>
		importsBelow(file)
			.filter((source) => !(PACKAGES[source] ?? [layerOf(file)]).includes(layerOf(file) as string))
			.map((source) => `${file} imports ${source}`),
	);
	expect(wrong).toEqual([]);
});

test("There are no import cycles, types included", () => {
	const state = new Map<string, "open" | "done">();
	const circles: string[] = [];
	const visit = (file: string, path: readonly string[]) => {
		if (state.get(file) === "done") return;
		if (state.get(file) === "open") {
			circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
			return;
		}
		state.set(file, "open");
		for (const next of neighborsOf(file)) if (modules.includes(next)) visit(next, [...path, file]);
		state.set(file, "done");
	};
	for (const file of modules) visit(file, []);
	expect(circles).toEqual([]);
});

test("No folder has too many files directly in it", () => {
	const counts = new Map<string, number>();
	for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
	expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
});
