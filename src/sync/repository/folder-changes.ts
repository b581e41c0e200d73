import { ConnectionError } from "../../connections/connection-failure.ts";
import type { Repository } from "./repository.ts";
import { type EntryFlaw, entryFlaw, isFolder, type TreeEntry } from "./tree.ts";

/** A file that differs between two commits, or that cannot be read. */
interface ChangedFile {
	/** Relative to the compared folder. */
	path: string;
	/** The id of its content before; null if it did not exist. */
	before: string | null;
	after: string | null;
	flaw: EntryFlaw | "tooDeep" | null;
}

/** The greatest depth of nested folders that is read. */
const DEEPEST = 12;

/**
 * The files that differ between two folders, given by the ids of their trees; null for a missing folder.
 */
export async function changedFiles(
	repository: Repository,
	before: string | null,
	after: string | null,
	inside = "",
	depth = 0,
): Promise<ChangedFile[]> {
	if (before === after) return [];
	const [old, now] = await Promise.all([before, after].map((oid) => entriesOf(repository, oid)));
	const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
	const changes: ChangedFile[] = [];
	for (const name of names) {
		const [was, is] = [old?.get(name), now?.get(name)];
		if (was?.oid === is?.oid && was?.mode === is?.mode) continue;
		const path = inside + name;
		const flaw = is ? entryFlaw(is) : null;
		if (flaw) {
			changes.push({ path, before: fileIn(was), after: is?.oid ?? null, flaw });
			continue;
		}
		if (fileIn(was) || fileIn(is)) {
			changes.push({ path, before: fileIn(was), after: fileIn(is), flaw: null });
		}
		const [oldFolder, newFolder] = [folderIn(was), folderIn(is)];
		if (!oldFolder && !newFolder) continue;
		if (depth >= DEEPEST) changes.push({ path, before: null, after: null, flaw: "tooDeep" });
		else {
			changes.push(
				...(await changedFiles(repository, oldFolder, newFolder, `${path}/`, depth + 1)),
			);
		}
	}
	return changes;
}

/** The id of the tree of a folder at a commit; null if the folder does not exist. */
export async function folderAt(
	repository: Repository,
	commit: string | null,
	folder: string,
): Promise<string | null> {
	if (!commit) return null;
	let { tree } = await repository.readCommit(commit);
	for (const name of folder.split("/").filter(Boolean)) {
		const entry = (await repository.readTree(tree)).find((one) => one.name === name);
		if (!entry) return null;
		if (!isFolder(entry)) throw new ConnectionError({ kind: "notAFolder", path: folder });
		tree = entry.oid;
	}
	return tree;
}

async function entriesOf(repository: Repository, tree: string | null) {
	return tree ? new Map((await repository.readTree(tree)).map((one) => [one.name, one])) : null;
}

function fileIn(entry: TreeEntry | undefined): string | null {
	return entry && !isFolder(entry) && !entryFlaw(entry) ? entry.oid : null;
}

function folderIn(entry: TreeEntry | undefined): string | null {
	return entry && isFolder(entry) && !entryFlaw(entry) ? entry.oid : null;
}
