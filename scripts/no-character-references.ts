import { fileURLToPath } from "node:url";

/**
 * `mdast-util-to-markdown` looks up named characters, such as `copy` for ©, in the names of references.
 * Galley writes no references. The table takes 14 kB compressed, and its browser version would make the
 * page parse HTML.
 */
export const NO_CHARACTER_REFERENCES = {
	"decode-named-character-reference": fileURLToPath(
		new URL("./no-character-references.js", import.meta.url),
	),
};
