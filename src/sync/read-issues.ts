import type { GitConnection } from "../connections/connection.ts";
import { ConnectionError, type Outcome, outcomeOf } from "../connections/connection-failure.ts";
import { LIMITS } from "../data/import/limits.ts";
import { mayBeIssue } from "../data/import/skipped.ts";
import { changedFiles, folderAt } from "./repository/folder-changes.ts";
import type { Repository } from "./repository/repository.ts";
import type { EntryFlaw } from "./repository/tree.ts";

/** The file of an issue in the repository. */
interface IssueFile {
	/** Relative to the folder of issues, such as `2026/469.md`. */
	path: string;
	text: string;
}

/** A file that was not read, and the reason. Other files are not affected. */
export interface RefusedFile {
	path: string;
	reason: EntryFlaw | "tooDeep" | "tooLong" | "notText" | "tooMany";
}

/** The changes in the folder of issues since it was last read. */
export interface IssueChanges {
	/** The commit that was read. Pass it as `since` the next time. */
	commit: string;
	/** New files and files with another text. */
	written: IssueFile[];
	/** The paths of removed files. */
	removed: string[];
	refused: RefusedFile[];
}

/**
 * Fetches the branch of issues (at first only its last commit, later everything new) and reads the changes
 * in the folder of issues.
 *
 * @param since the commit that was read last; null the first time
 */
export function readIssues(
	repository: Repository,
	{ branch, folder }: GitConnection,
	since: string | null,
): Promise<Outcome<IssueChanges>> {
	return outcomeOf(async () => {
		const tip = (await repository.branches()).get(branch);
		if (!tip) throw new ConnectionError({ kind: "noBranch", branch });
		if (tip === since) return { commit: tip, written: [], removed: [], refused: [] };
		const isKnown = since !== null && (await repository.has(since));
		await repository.fetchBranch(branch, tip);
		const before = isKnown ? await folderAt(repository, since, folder) : null;
		const changes = await readChanges(repository, before, await folderAt(repository, tip, folder));
		await repository.keep();
		return { commit: tip, ...changes };
	});
}

async function readChanges(
	repository: Repository,
	before: string | null,
	after: string | null,
): Promise<Omit<IssueChanges, "commit">> {
	const written: IssueFile[] = [];
	const removed: string[] = [];
	const refused: RefusedFile[] = [];
	for (const { path, before: was, after: is, flaw } of await changedFiles(
		repository,
		before,
		after,
	)) {
		if (!flaw && !mayBeIssue(path)) continue;
		const reason = flaw ?? (written.length >= LIMITS.files ? "tooMany" : null);
		const text = reason || !is ? null : await readText(repository, is);
		if (reason) refused.push({ path, reason });
		else if (typeof text === "string") written.push({ path, text });
		else if (text) refused.push({ path, reason: text.reason });
		else if (was) removed.push(path);
	}
	return { written, removed, refused };
}

/** The text of a file, or why it cannot be read. */
export async function readText(
	repository: Repository,
	oid: string,
	mostBytes: number = LIMITS.issue,
): Promise<string | { reason: "tooLong" | "notText" }> {
	const bytes = await repository.readBlob(oid);
	if (bytes.byteLength > mostBytes) return { reason: "tooLong" };
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return { reason: "notText" };
	}
}
