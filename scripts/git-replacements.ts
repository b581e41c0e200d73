import { fileURLToPath } from "node:url";

const replacement = (name: string) =>
	fileURLToPath(new URL(`./git-replacements/${name}.js`, import.meta.url));

/**
 * Replacements for three libraries of `isomorphic-git`. One creates functions from strings, which the
 * content security policy forbids, and two do not include the text of their license.
 */
export const GIT_REPLACEMENTS = {
	"sha.js/sha1.js": replacement("sha1"),
	"clean-git-ref": replacement("clean-git-ref"),
	diff3: replacement("diff3"),
};
