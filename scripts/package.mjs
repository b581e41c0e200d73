/**
 * Creates the two packages for the stores, in packages/. The same sources always give the same bytes: the
 * names are sorted, and all files have the same date.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, TARGETS } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { isMain, ROOT } from "./run.mjs";

/** The earliest date that a zip file can contain. Zip files use local time. */
const DATE = new Date(1980, 0, 1);
/** Marks a file as created on Unix, so that its mode (readable by everyone) is used. */
const UNIX = 3;
const MODE = 0o100644 << 16;

/** The paths of all files below `folder`, with forward slashes, sorted by their bytes. */
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => !path.split("/").some((part) => part.startsWith(".")))
		.sort();
}

/** Packs dist/`target`, which must have been built. Resolves to the path of the zip file. */
export async function pack(target) {
	// Imported only here, because it may have been installed a moment ago.
	const { zipSync } = await import("fflate");
	const folder = join(ROOT, "dist", target);
	const files = Object.fromEntries(
		filesBelow(folder).map((path) => [
			path,
			[readFileSync(join(folder, path)), { mtime: DATE, os: UNIX, attrs: MODE, level: 9 }],
		]),
	);
	const { version } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
	const bytes = zipSync(files);
	mkdirSync(join(ROOT, "packages"), { recursive: true });
	const name = `packages/galley-${target}-${version}.zip`;
	writeFileSync(join(ROOT, name), bytes);
	const sum = createHash("sha256").update(bytes).digest("hex");
	console.log(`${name}  ${Math.ceil(bytes.length / 1000)} kB  sha256 ${sum}`);
	return name;
}

if (isMain(import.meta.url)) {
	ensureInstalled();
	for (const target of TARGETS) {
		await build(target);
		await pack(target);
	}
}
