import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const MARK = "?popup";
const POPUP = /\/src\/popup\/[^?]+\.tsx?$/;
/** Code modules, including those that plugins create. Styles stay shared. */
const CODE = /\.[cm]?[jt]sx?$|^\0virtual:/;
const NATIVE = fileURLToPath(new URL("./native-browser.js", import.meta.url));
const IDB = /\/node_modules\/idb\/build\/index\.js$/;
const ITERATORS = /^const advanceMethodProps = .*?(?=^export )/ms;

/**
 * Builds the popup as a single file. A page must load the whole of a shared chunk, even parts that only
 * other pages use. With its own copies, the popup contains only the code that it uses.
 *
 * In these copies the browser's own API replaces `webextension-polyfill`, which is a sixth of the size.
 * Under Manifest V3 that API returns promises in both browsers. The popup must only use functions for
 * which this is true. It cannot answer messages, for example; the service worker does that.
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
 * Removes the `for await` iteration of cursors from idb. The popup does not use it, but a function call
 * installs it, so the bundler cannot remove it.
 */
function withoutIterators(idb: string): string {
	const { length, 0: before, 1: after } = idb.split(ITERATORS);
	if (length !== 2) throw new Error("idb has changed: its iterators are not where they were.");
	return `${before}${after}`;
}
