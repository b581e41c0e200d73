import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Every file of a folder of the project, with its path relative to the project. */
export function filesOf(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** The TypeScript modules among the files. */
export function modulesOf(files: readonly string[]): string[] {
	return files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
}

export function textOf(file: string): string {
	return readFileSync(join(ROOT, file), "utf8");
}

/** The imports of a module as they are written, including types. */
export function importsOf(file: string): string[] {
	const found = textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g);
	return [...found].map(([, source]) => source as string);
}

/** The path of an imported module, derived from the written import. */
export function importedFile(file: string, source: string): string {
	return posix.join(posix.dirname(file), source.replace(/\?.*/, ""));
}
