/** The sources in a folder of their own, as someone else has them, to build there. */
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

/** What is made from the sources, or is no part of them. */
const NOT_SOURCES = new Set([
	...[".git", ".cache", "node_modules"],
	...["dist", "dist-dev", "packages", "out"],
]);

/** Copies the sources to `folder`, which must not be there yet, with packages installed. */
export function copySources(folder: string): void {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(ROOT)) {
		if (!NOT_SOURCES.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	}
	linkTree(join(ROOT, "node_modules"), join(folder, "node_modules"));
}

/**
 * The same files under another path. They are many, so they are linked where the disk is the
 * same; nothing writes to them.
 */
function linkTree(from: string, to: string): void {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) {
			// What tools keep for themselves is not of the packages.
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
