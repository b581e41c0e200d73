import { type RefusedFile, readText } from "../read-issues.ts";
import { changedFiles, folderAt } from "../repository/folder-changes.ts";
import type { Repository } from "../repository/repository.ts";
import { MAX_RECORD_BYTES, parseRecord, type RecordFlaw, refOf } from "./record-files.ts";
import type { RecordRef, SharedKind, SharedRecord } from "./shared-records.ts";

/** A record that differs between two commits of the branch. */
export interface RecordChange extends RecordRef {
	kindOf: SharedKind;
	before: SharedRecord | null;
	after: SharedRecord | null;
}

/** A file that is not accepted as a record, and the reason. */
export interface RefusedRecord {
	path: string;
	reason: RefusedFile["reason"] | RecordFlaw;
}

export interface RecordChanges {
	changes: RecordChange[];
	refused: RefusedRecord[];
}

/** The records that differ between two commits; a commit is null if the branch has none. */
export async function recordChanges(
	repository: Repository,
	kinds: readonly SharedKind[],
	from: string | null,
	to: string | null,
): Promise<RecordChanges> {
	const found: RecordChanges = { changes: [], refused: [] };
	for (const kind of kinds) {
		for (const { path, ...file } of await filesOfKind(repository, kind, from, to)) {
			if (file.flaw) {
				found.refused.push({ path, reason: file.flaw });
				continue;
			}
			const was = await readRecord(repository, kind, path, file.before);
			const is = await readRecord(repository, kind, path, file.after);
			if ("reason" in is) found.refused.push({ path, reason: is.reason });
			const [old, now] = [recordIn(was), recordIn(is)];
			const known = now ?? old;
			if (!known || "reason" in is) continue;
			found.changes.push({ ...refOf(kind.name, known), kindOf: kind, before: old, after: now });
		}
	}
	return found;
}

/** The files of a kind that differ between two commits, by their paths on the branch. */
export async function filesOfKind(
	repository: Repository,
	kind: SharedKind,
	from: string | null,
	to: string | null,
) {
	const [before, after] = await Promise.all(
		[from, to].map((commit) => kindFolder(repository, commit, kind)),
	);
	const files = await changedFiles(repository, before ?? null, after ?? null);
	return files.map((file) => ({ ...file, path: `${kind.name}/${file.path}` }));
}

type ReadRecord = { record: SharedRecord | null } | { reason: RefusedRecord["reason"] };

function recordIn(read: ReadRecord): SharedRecord | null {
	return "record" in read ? read.record : null;
}

/** Reads the file of a record by the id of its content; null for a file that does not exist. */
export async function readRecord(
	repository: Repository,
	kind: SharedKind,
	path: string,
	oid: string | null,
): Promise<ReadRecord> {
	if (!oid) return { record: null };
	const text = await readText(repository, oid, MAX_RECORD_BYTES);
	if (typeof text !== "string") return text;
	const parsed = parseRecord(kind, path, text);
	return "flaw" in parsed ? { reason: parsed.flaw } : parsed;
}

/** The folder of a kind. A file with that name is ignored. */
async function kindFolder(
	repository: Repository,
	commit: string | null,
	{ name }: SharedKind,
): Promise<string | null> {
	try {
		return await folderAt(repository, commit, name);
	} catch {
		return null;
	}
}

/** Reads files of a commit by their paths. Each folder is read only once. */
export function filesAt(repository: Repository, commit: string | null) {
	const folders = new Map<string, Promise<Map<string, string>>>();

	function entriesOf(folder: string): Promise<Map<string, string>> {
		const known = folders.get(folder);
		if (known) return known;
		const read = folderAt(repository, commit, folder)
			.then((tree) => (tree ? repository.readTree(tree) : []))
			.then((entries) => new Map(entries.map(({ name, oid }) => [name, oid])))
			.catch(() => new Map<string, string>());
		folders.set(folder, read);
		return read;
	}

	/** The text of a file; null if it does not exist. */
	return async (path: string): Promise<string | null> => {
		const [, folder = "", name = ""] = /^(?:(.*)\/)?([^/]*)$/.exec(path) ?? [];
		const oid = (await entriesOf(folder)).get(name);
		if (!oid) return null;
		const text = await readText(repository, oid, MAX_RECORD_BYTES);
		return typeof text === "string" ? text : "";
	};
}
