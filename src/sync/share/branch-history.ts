import type { Repository } from "../repository/repository.ts";

/** The maximum number of commits that are read in the history. */
const MAX_COMMITS = 20_000;

/**
 * The last commit that is in the histories of both commits, as far as they are stored here; null if there
 * is none. If one commit is in the history of the other, the result is that commit.
 */
export async function commonAncestor(
	repository: Repository,
	one: string,
	other: string,
): Promise<string | null> {
	if (one === other) return one;
	const histories = [history(repository, one), history(repository, other)];
	const seen = [new Set<string>(), new Set<string>()];
	// Both histories are read alternately, so that a small difference is found after few commits.
	for (let at = 0, ended = 0; ended < 2; at = 1 - at) {
		const step = await histories[at]?.next();
		if (!step || step.done) {
			ended += 1;
			continue;
		}
		ended = 0;
		seen[at]?.add(step.value);
		if (seen[1 - at]?.has(step.value)) return step.value;
	}
	return null;
}

/** A commit and its ancestors that are stored here, the nearest first. */
async function* history(repository: Repository, from: string): AsyncGenerator<string, undefined> {
	const queue = [from];
	const seen = new Set(queue);
	for (let oid = queue.shift(); oid && seen.size < MAX_COMMITS; oid = queue.shift()) {
		// This commit was not fetched, so its history is not available here.
		if (!(await repository.has(oid))) continue;
		yield oid;
		for (const parent of (await repository.readCommit(oid)).parent) {
			if (seen.has(parent)) continue;
			seen.add(parent);
			queue.push(parent);
		}
	}
}
