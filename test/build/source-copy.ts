/** Copies the sources to a separate folder in order to build there. */
import {
	copyFileSync,
	cpSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { ROOT } from "./dist.ts";

/** Generated files and files that are not part of the sources. */
const NOT_SOURCES = new Set([
	...[".git", ".cache", "node_modules"],
	...["dist", "dist-dev", "packages", "out"],
]);

/** Copies the sources to `folder`, which must not exist yet, with installed packages. */
export function copySources(folder: string): void {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(ROOT)) {
		if (!NOT_SOURCES.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	}
	linkTree(join(ROOT, "node_modules"), join(folder, "node_modules"));
}

/**
 * Copies files to another path. They are many, so hard links are used on the same disk. Nothing writes to
 * them.
 */
function linkTree(from: string, to: string): void {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) {
			// Files of development tools do not belong to the packages.
			if (![".vite", ".vite-temp", ".cache"].includes(entry.name)) linkTree(source, target);
		} else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
		else linkOrCopy(source, target);
	}
}

function linkOrCopy(source: string, target: string): void {
	try {
		linkSync(source, target);
	} catch {
		copyFileSync(source, target);
	}
}
