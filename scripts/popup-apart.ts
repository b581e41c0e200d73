import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const MARK = "?popup";
const POPUP = /\/src\/popup\/[^?]+\.tsx?$/;
/** Modules, those that plugins make among them; styles are shared as they are. */
const CODE = /\.[cm]?[jt]sx?$|^\0virtual:/;
const NATIVE = fileURLToPath(new URL("./native-browser.js", import.meta.url));
const IDB = /\/node_modules\/idb\/build\/index\.js$/;
const ITERATORS = /^const advanceMethodProps = .*?(?=^export )/ms;

/**
 * Builds the popup as one file of its own. Shared chunks hold whatever any page wants of a
 * module, and a page loads them whole; with copies of its own, the popup has of each module what
 * it uses itself, and nothing that is only there for the options page.
 *
 * In these copies `webextension-polyfill`, a sixth of the whole, is the browser's own interface,
 * which under Manifest V3 returns promises in both browsers. What the popup calls must be among
 * that: answering messages, for one, is not, and is done by the worker.
 */
export function popupApart(): Plugin {
	return {
		name: "galley-popup-apart",
		apply: "build",
		enforce: "pre",
		async resolveId(source, importer, options) {
			if (!importer || !(importer.endsWith(MARK) || POPUP.test(importer))) return null;
			if (source === "webextension-polyfill") return NATIVE + MARK;
			const from = importer.replace(MARK, "");
			const found = await this.resolve(source, from, { ...options, skipSelf: true });
			if (!found || found.external || !CODE.test(found.id)) return found;
			return { ...found, id: found.id + MARK };
		},
		async load(id) {
			if (!id.endsWith(MARK) || id.startsWith("\0")) return null;
			const file = id.slice(0, -MARK.length);
			const code = await readFile(file, "utf8");
			return IDB.test(file) ? withoutIterators(code) : code;
		},
	};
}

/**
 * idb without going through cursors by `for await`, of which the popup does nothing. It is put in
 * place by a call, so that the bundler has to leave it in.
 */
function withoutIterators(idb: string): string {
	const { length, 0: before, 1: after } = idb.split(ITERATORS);
	if (length !== 2) throw new Error("idb has changed: its iterators are not where they were.");
	return `${before}${after}`;
}
