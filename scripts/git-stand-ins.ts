import { fileURLToPath } from "node:url";

const standIn = (name: string) =>
	fileURLToPath(new URL(`./git-stand-ins/${name}.js`, import.meta.url));

/**
 * Replacements for three libraries of `isomorphic-git`. One creates functions from strings, which the
 * content security policy forbids, and two do not include the text of their license.
 */
export const GIT_STAND_INS = {
	"sha.js/sha1.js": standIn("sha1"),
	"clean-git-ref": standIn("clean-git-ref"),
	diff3: standIn("diff3"),
};
