import { issueLabel } from "../../core/archive/issue-label.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { type BackupRecords, type BackupStore, byStore, keyOf } from "../backup/backup-file.ts";
import type { ArchivedIssue } from "../db/records.ts";

/** How the present records and those of a backup differ, for one kind of record. */
interface Difference {
	/** Only in the backup. */
	added: number;
	/** In both, with different content. */
	different: number;
	/** Only here. */
	onlyHere: number;
	same: number;
}

export type Differences = Record<BackupStore, Difference>;

/** The differences between the present records and a backup, by kind of record. */
export function differences(here: BackupRecords, backup: BackupRecords): Differences {
	return byStore((store) => {
		const pairs = matchRecords(store, here, backup);
		const known = pairs.filter(({ mine }) => mine).length;
		const same = pairs.filter(({ mine, theirs }) => mine && sameJson(mine, theirs)).length;
		return {
			added: pairs.length - known,
			different: known - same,
			onlyHere: here[store].length - known,
			same,
		};
	});
}

/** A record of the backup, and the present record that it is another version of, if there is one. */
interface Pair {
	mine: object | undefined;
	theirs: object;
}

/**
 * Pairs each record of a backup with the present record that has the same key, or, for an issue of the
 * archive, the same number.
 */
export function matchRecords(
	store: BackupStore,
	here: BackupRecords,
	backup: BackupRecords,
): Pair[] {
	if (store === "archive") return matchedIssues(here.archive, backup.archive);
	const byKey = new Map(here[store].map((record) => [keyOf(record), record]));
	return backup[store].map((theirs) => ({ mine: byKey.get(keyOf(theirs)), theirs }));
}

/** Decide between several issues with one number. The first test that matches an issue is used. */
const LIKENESS: readonly ((mine: ArchivedIssue, theirs: ArchivedIssue) => boolean)[] = [
	(mine, theirs) => mine.id === theirs.id,
	(mine, theirs) => mine.text === theirs.text,
	() => true,
];

/** Each issue is matched at most once, so that none is lost when several have the same number. */
function matchedIssues(here: readonly ArchivedIssue[], backup: readonly ArchivedIssue[]): Pair[] {
	const unmatched = new Map<number | string, ArchivedIssue[]>();
	for (const issue of here) {
		const sameNumber = unmatched.get(issueLabel(issue));
		if (sameNumber) sameNumber.push(issue);
		else unmatched.set(issueLabel(issue), [issue]);
	}
	const found = new Map<ArchivedIssue, ArchivedIssue>();
	for (const isLike of LIKENESS) {
		for (const theirs of backup) {
			const candidates = found.has(theirs) ? [] : (unmatched.get(issueLabel(theirs)) ?? []);
			const at = candidates.findIndex((mine) => isLike(mine, theirs));
			const [mine] = at === -1 ? [] : candidates.splice(at, 1);
			if (mine) found.set(theirs, mine);
		}
	}
	return backup.map((theirs) => ({ mine: found.get(theirs), theirs }));
}
