/**
 * Which folder of `src` may import from which. A folder may always import from itself. The row with the
 * longest matching beginning of a file's path applies. Every folder of `src` needs a row.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
	core: ["core"],
	data: ["core", "data"],
	extension: ["core"],
	injected: ["core"],
	connections: ["core"],
	sync: ["core", "data", "connections", "sync"],
	sentences: ["core", "data", "extension", "connections"],
	capture: ["core", "data", "extension", "sentences"],
	export: ["core", "data", "extension"],
	backup: ["core", "data", "extension"],
	background: ["core", "data", "extension", "capture", "backup"],
	workers: ["core", "data", "connections", "sync"],
	ui: ["core"],
	popup: ["core", "data", "extension", "sentences", "capture", "ui"],
	options: [
		"core",
		"data",
		"extension",
		"sentences",
		"capture",
		"export",
		"backup",
		"connections",
		"workers",
		"ui",
		"options",
	],
};

/** Packages that only one layer may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
	"webextension-polyfill": ["extension"],
	idb: ["data", "connections", "sync"],
	"isomorphic-git": ["sync"],
	preact: ["ui", "popup", "options"],
};

/** The greatest number of files directly in a folder. With more, a folder is hard to survey. */
export const MAX_FILES = 20;
