import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Every file of a folder of the project, as its path below the project's own folder. */
export function filesOf(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** The TypeScript modules among some files. */
export function modulesOf(files: readonly string[]): string[] {
	return files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
}

export function textOf(file: string): string {
	return readFileSync(join(ROOT, file), "utf8");
}

/** What a module imports, types included, as it is written. */
export function importsOf(file: string): string[] {
	const found = textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g);
	return [...found].map(([, source]) => source as string);
}

/** The path of what a module imports, from the path that is written there. */
export function importedFile(file: string, source: string): string {
	return posix.join(posix.dirname(file), source.replace(/\?.*/, ""));
}
