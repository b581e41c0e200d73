/** File name extensions that an issue can have. */
const ISSUE_ENDINGS = ["md", "markdown", "mdown", "mkd", "mdx", "txt"] as const;

const ISSUE_FILE = new RegExp(`\\.(?:${ISSUE_ENDINGS.join("|")})$`, "i");

/** Names, without extension, of files that are often found next to issues but are not issues. */
const DOCUMENTS =
	/^(?:readme|contributing|contributors|changelog|changes|history|license|licence|copying|code[-_ ]of[-_ ]conduct|security|support|authors|todo|about|faq|privacy|imprint|pull[-_ ]request[-_ ]template|issue[-_ ]template|template|newsletter[-_ ]template|issue[-_ ]?template|draft[-_ ]template|_?archetype|robots|humans|requirements|cname|sitemap|style[-_ ]?guide|subscribe|sponsors?|sponsoring|advertise)$/i;

export type LeftOut = "notMarkdown" | "document" | "hidden";

/**
 * Why a file is left out of an import; null if it can be an issue.
 *
 * @param path its path within the chosen folder or zip file
 */
export function leftOutBecause(path: string): LeftOut | null {
	const parts = path.split("/");
	const file = parts.at(-1) ?? "";
	if (parts.some((part) => /^\.[^.]/.test(part) || part === "node_modules" || part === "__MACOSX"))
		return "hidden";
	if (!ISSUE_FILE.test(file)) return "notMarkdown";
	const name = file.replace(/\.[^.]+$/, "");
	if (DOCUMENTS.test(name) || (/^_?index$/i.test(name) && parts.length < 2)) return "document";
	return null;
}

/** How many names the two paths have in common, counted from the end. */
function commonEnding(one: string, other: string): number {
	const [first, second] = [one.split("/").reverse(), other.split("/").reverse()];
	const differ = first.findIndex((part, at) => part !== second[at]);
	return differ === -1 ? first.length : differ;
}

/**
 * Finds the archived path that belongs to the same file as `path`: the one with the longest common
 * ending. All names of the shorter path must match; its first one may differ if at least two others
 * match. So a file is recognized whether the archive was imported from a folder or from a zip file.
 * Returns null if no path fits, or if several fit equally well.
 */
export function samePath(path: string, archived: readonly string[]): string | null {
	let found: string[] = [];
	let longest = 0;
	for (const other of archived) {
		const common = commonEnding(path, other);
		const whole = Math.min(path.split("/").length, other.split("/").length);
		if (common === 0 || common < whole - 1 || (common < whole && common < 2)) continue;
		if (common > longest) found = [];
		longest = Math.max(longest, common);
		if (common === longest) found.push(other);
	}
	return found.length === 1 ? (found[0] ?? null) : null;
}
