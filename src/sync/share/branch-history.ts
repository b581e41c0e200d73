import type { Repository } from "../repository/repository.ts";

/** A walk through history ends after this many commits. */
const MOST_COMMITS = 20_000;

/**
 * The last commit that two commits have in their histories, as far as these are known here; null
 * where there is none. It is one of the two where the one is in the history of the other.
 */
export async function commonAncestor(
	repository: Repository,
	one: string,
	other: string,
): Promise<string | null> {
	if (one === other) return one;
	const histories = [history(repository, one), history(repository, other)];
	const seen = [new Set<string>(), new Set<string>()];
	// Both are walked in step: a branch that others moved by a little is done after a little.
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

/** A commit and those before it, as far as they are known here, the nearest first. */
export async function* history(
	repository: Repository,
	from: string,
): AsyncGenerator<string, undefined> {
	const queue = [from];
	const seen = new Set(queue);
	for (let oid = queue.shift(); oid && seen.size < MOST_COMMITS; oid = queue.shift()) {
		// What was not fetched is where the history ends here.
		if (!(await repository.has(oid))) continue;
		yield oid;
		for (const parent of (await repository.readCommit(oid)).parent) {
			if (seen.has(parent)) continue;
			seen.add(parent);
			queue.push(parent);
		}
	}
}
