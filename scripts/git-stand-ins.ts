import { fileURLToPath } from "node:url";

const standIn = (name: string) =>
	fileURLToPath(new URL(`./git-stand-ins/${name}.js`, import.meta.url));

/**
 * What `isomorphic-git` is built with in place of three of its libraries: one makes functions of
 * text, which the content security policy refuses, and two have no text of their licence.
 */
export const GIT_STAND_INS = {
	"sha.js/sha1.js": standIn("sha1"),
	"clean-git-ref": standIn("clean-git-ref"),
	diff3: standIn("diff3"),
};
