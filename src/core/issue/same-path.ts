/** Names that say nothing by themselves: each issue has a folder of its own. */
const GENERIC_NAME = /^(?:index|readme|issue|content|_index)\.\w+$/i;

/**
 * The one of some paths that names the same file as `path`: the one that shares the longest ending
 * with it, folder by folder. Archives are the same whether they come from a folder or from a zip,
 * whose uppermost folder has another name. Null where none fits, or several fit equally well.
 */
export function samePath(path: string, known: Iterable<string>): string | null {
	const own = path.split("/").reverse();
	let best: string | null = null;
	let longest = 0;
	let isUnique = false;
	for (const other of known) {
		if (other === path) return other;
		const length = commonLength(own, other.split("/").reverse());
		if (length < longest || length === 0) continue;
		isUnique = length > longest;
		longest = length;
		best = other;
	}
	if (!isUnique || best === null) return null;
	const isWhole = longest === Math.min(own.length, best.split("/").length);
	return isWhole || longest > 1 || !GENERIC_NAME.test(own[0] ?? "") ? best : null;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length += 1;
	return length;
}
