import { fileURLToPath } from "node:url";

/**
 * `mdast-util-to-markdown` looks up named characters, as `copy` for ©, in the names of references,
 * and Galley writes none. The table has 14 kB compressed, and in place of it a page would be given
 * HTML to parse.
 */
export const NO_CHARACTER_REFERENCES = {
	"decode-named-character-reference": fileURLToPath(
		new URL("./no-character-references.js", import.meta.url),
	),
};
