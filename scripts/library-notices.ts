import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Licences a library may have to be part of what is shipped, as SPDX names them
 * (https://spdx.org/licenses/), and what each asks for. All of them ask for their text to go along.
 */
const ALLOWED: Readonly<Record<string, string>> = {
	MIT: "Its notice goes along.",
	ISC: "Its notice goes along.",
	"BSD-2-Clause": "Its notice goes along.",
	"BSD-3-Clause": "Its notice goes along.",
	"0BSD": "Asks for nothing.",
	"CC0-1.0": "Asks for nothing.",
	Zlib: "Its notice stays with its source; its text goes along.",
	"Apache-2.0": "Its text and its NOTICE go along.",
	"MPL-2.0": "Its text goes along, and where its unchanged source is to be had.",
};

/** A library whose code or data is in the bundle. */
export interface Library {
	name: string;
	version: string;
	/** As the library states it, an SPDX expression. */
	license: string;
	/** Where its source is to be had. */
	source: string;
	/** Its licence and its notice, as they are. */
	texts: string[];
}

/** The package that a module belongs to, as the path of its folder, or null for Galley's own. */
export function packageFolder(moduleId: string): string | null {
	const path = moduleId.replace(/^\0/, "").replace(/\?.*$/, "").replaceAll("\\", "/");
	return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

/** Whether a licence is allowed: for "(A OR B)" one of them, for "(A AND B)" both. */
export function isAllowed(license: string): boolean {
	const bare = license.replace(/^\((.*)\)$/, "$1");
	return bare
		.split(" OR ")
		.some((all) => all.split(" AND ").every((name) => Object.hasOwn(ALLOWED, name)));
}

/** Reads what a package says of itself. Throws when it may not be shipped, or not as it is. */
export function libraryIn(folder: string): Library {
	const { name, version, license, repository } = JSON.parse(
		readFileSync(join(folder, "package.json"), "utf8"),
	);
	if (typeof license !== "string" || !isAllowed(license)) {
		const allowed = Object.keys(ALLOWED).join(", ");
		throw new Error(`${name} has the licence ${license}; allowed are ${allowed}.`);
	}
	const files = readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
		.sort();
	if (files.length === 0) throw new Error(`${name} has no licence text in its package.`);
	return {
		name,
		version,
		license: license.replace(/^\((.*)\)$/, "$1"),
		source: webAddress(repository?.url ?? repository ?? ""),
		texts: files.map((file) => tidied(readFileSync(join(folder, file), "utf8"))),
	};
}

/**
 * `git+https://host/a/b.git`, `git://host/a/b`, and for SSH `git@host:a/b`, for GitHub `github:a/b` and `a/b`, all as
 * `https://host/a/b`.
 */
function webAddress(repository: string): string {
	const address = repository
		.replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, "https://github.com/")
		.replace(/^git@([\w.-]+):/, "https://$1/")
		.replace(/^(?:git\+)?(?:https?|git|ssh):\/\/(?:git@)?/, "https://")
		.replace(/\.git$/, "");
	if (!address.startsWith("https://")) throw new Error(`Where is the source? ${repository}`);
	return address;
}

function tidied(text: string): string {
	return text
		.replaceAll("\r\n", "\n")
		.replace(/[ \t]+$/gm, "")
		.replace(/^\n+|\n+$/g, "");
}

/** All of them as one file: a table, then the texts. The same libraries give the same bytes. */
export function noticesOf(libraries: readonly Library[]): string {
	const sorted = [...libraries].sort((a, b) => (a.name < b.name ? -1 : 1));
	const rows = sorted.map(
		({ name, version, license, source }) => `| [${name}](${source}) | ${version} | ${license} |`,
	);
	const sections = sorted.map(
		({ name, texts }) =>
			`## ${name}\n\n${texts.map((text) => `~~~~text\n${text}\n~~~~`).join("\n\n")}\n`,
	);
	return [
		"# Software of others in Galley\n",
		"These libraries are part of what is built, whole or in part and none of them changed. This",
		"file is made by the build, and goes along in the packages; `npm run third-party` renews it.\n",
		"| library and its source | version | licence |",
		"|---|---|---|",
		...rows,
		"",
		...sections,
	].join("\n");
}

/**
 * Every library that the modules of a bundle belong to. `virtual` has the folder of modules that
 * are no file, null for those with nothing of others in them; `root` is Galley's own. Throws on a
 * module that cannot be told.
 */
export function librariesOf(
	moduleIds: Iterable<string>,
	virtual: ReadonlyMap<string, string | null>,
	root: string,
): Library[] {
	const folders = new Set<string>();
	for (const id of moduleIds) {
		const bare = id.replace(/\?.*$/, "");
		const folder = packageFolder(id) ?? virtual.get(bare);
		if (folder) folders.add(folder);
		else if (folder === undefined && !(bare.startsWith(`${root}/`) && existsSync(bare))) {
			throw new Error(`Of which library is ${JSON.stringify(id)}?`);
		}
	}
	return [...folders].map(libraryIn);
}
