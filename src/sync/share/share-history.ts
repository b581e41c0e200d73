import type { GitConnection } from "../../connections/connection.ts";
import { type Outcome, outcomeOf } from "../../connections/connection-failure.ts";
import type { Repository } from "../repository/repository.ts";
import { history } from "./branch-history.ts";
import { type RecordChange, recordChanges } from "./branch-records.ts";
import type { SharedKind, SharedRecord } from "./shared-records.ts";

/** The changes that one machine sent to the branch. */
interface SharedCommit {
	commit: string;
	author: { name: string; email: string };
	/** The time of the commit by that machine's clock, in milliseconds since 1970. */
	at: number;
	/** Each changed record before and after. */
	changes: Pick<RecordChange, "kind" | "id" | "before" | "after">[];
}

/**
 * The changes of the shared branch and their authors, the newest first. Older commits are fetched if
 * needed.
 *
 * @param most the maximum number of commits to return
 */
export function shareHistory(
	repository: Repository,
	connection: GitConnection,
	kinds: readonly SharedKind[],
	most: number,
): Promise<Outcome<SharedCommit[]>> {
	const branch = connection.sharedBranch ?? "galley";
	return outcomeOf(async () => {
		const tip = (await repository.branches()).get(branch);
		if (!tip) return [];
		await repository.fetchBranch(branch, tip);
		// One commit more, so that the oldest one has a predecessor to be compared with.
		if (!(await isFetched(tip, most + 1))) await repository.fetchBranch(branch, tip, most + 1);
		await repository.keep();
		const commits: SharedCommit[] = [];
		for await (const commit of history(repository, tip)) {
			if (commits.length >= most) break;
			const { author, parent } = await repository.readCommit(commit);
			const { changes } = await recordChanges(repository, kinds, parent[0] ?? null, commit);
			commits.push({
				commit,
				author: { name: author.name, email: author.email },
				at: author.timestamp * 1_000,
				changes: changes.map(({ kind, id, before, after }) => ({ kind, id, before, after })),
			});
		}
		return commits;
	});

	/** Whether this many commits, or all existing ones, are stored here. */
	async function isFetched(tip: string, count: number): Promise<boolean> {
		let found = 0;
		for await (const commit of history(repository, tip)) {
			found += 1;
			if (found >= count) return true;
			for (const parent of (await repository.readCommit(commit)).parent) {
				if (!(await repository.has(parent))) return false;
			}
		}
		return true;
	}
}

/** All records of the branch at a commit that was fetched, by kind. */
export async function recordsAt(
	repository: Repository,
	kinds: readonly SharedKind[],
	commit: string,
): Promise<Map<string, SharedRecord[]>> {
	const { changes } = await recordChanges(repository, kinds, null, commit);
	const records = new Map<string, SharedRecord[]>(kinds.map(({ name }) => [name, []]));
	for (const { kind, after } of changes) if (after) records.get(kind)?.push(after);
	return records;
}
