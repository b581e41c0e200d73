import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licenses that a shipped library may have, by SPDX id (https://spdx.org/licenses/), and what each
 * requires. All of them require that their text is included.
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
	/** The SPDX expression that the library states. */
	license: string;
	/** Where its source code is available. */
	source: string;
	/** The unchanged texts of its license and notice. */
	texts: string[];
}

/** The folder of the package that a module belongs to, or null for Galley's own modules. */
export function packageFolder(moduleId: string): string | null {
	const path = moduleId.replace(/^\0/, "").replace(/\?.*$/, "").replaceAll("\\", "/");
	return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

/** Whether a license is allowed: for "(A OR B)" at least one of them, for "(A AND B)" both. */
export function isAllowed(license: string): boolean {
	const bare = license.replace(/^\((.*)\)$/, "$1");
	return bare
		.split(" OR ")
		.some((all) => all.split(" AND ").every((name) => Object.hasOwn(ALLOWED, name)));
}

/** Reads the license data of a package. Throws if the license is not allowed or its text is missing. */
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
		texts: files.map((file) => normalizeLines(readFileSync(join(folder, file), "utf8"))),
	};
}

/**
 * Returns the address as `https://host/a/b`. Accepts `git+https://host/a/b.git`, `git://host/a/b`,
 * `git@host:a/b` for SSH, and for GitHub `github:a/b` and `a/b`.
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

function normalizeLines(text: string): string {
	return text
		.replaceAll("\r\n", "\n")
		.replace(/[ \t]+$/gm, "")
		.replace(/^\n+|\n+$/g, "");
}

/** All libraries in one file: a table, then the texts. The same libraries always give the same bytes. */
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
 * All libraries that the modules of a bundle belong to. Throws if the library of a module is unknown.
 *
 * @param virtual the library folder of each module that is not a file; null if it contains no library
 *   code
 * @param root the folder of Galley
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
