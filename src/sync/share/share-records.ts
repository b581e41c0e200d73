import type { GitConnection } from "../../connections/connection.ts";
import { ConnectionError, type Outcome, outcomeOf } from "../../connections/connection-failure.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { folderAt } from "../repository/folder-changes.ts";
import { NO_COMMIT } from "../repository/receive-pack.ts";
import type { Repository } from "../repository/repository.ts";
import { commonAncestor } from "./branch-history.ts";
import {
	filesAt,
	type RecordChanges,
	type RefusedRecord,
	recordChanges,
} from "./branch-records.ts";
import { mergeIncoming } from "./merge-incoming.ts";
import { isShared, recordPath, recordText } from "./record-files.ts";
import {
	type PendingRecord,
	type RecordRef,
	refName,
	type SharedRecord,
	type SharedRecords,
} from "./shared-records.ts";

/** What one sync did. */
interface Shared {
	/** The commit that the records here and the branch have in common now. */
	commit: string | null;
	/** How many records others changed, and how many were brought to the branch. */
	received: number;
	sent: number;
	conflicts: number;
	refused: RefusedRecord[];
}

/** How often the branch may move, or a record here may change, while this is done. */
const MOST_TRIES = 8;

/**
 * Brings the records here and those of the shared branch together: merges what others changed, and
 * commits what was changed here. It can be interrupted at any moment; the next one goes on.
 */
export function shareRecords(
	repository: Repository,
	connection: GitConnection,
	records: SharedRecords,
): Promise<Outcome<Shared>> {
	const branch = connection.sharedBranch ?? "galley";
	const done: Shared = { commit: null, received: 0, sent: 0, conflicts: 0, refused: [] };
	return outcomeOf(async () => {
		try {
			for (let tried = 0; tried < MOST_TRIES; tried += 1) {
				const tip = (await repository.branches()).get(branch) ?? null;
				if (!(await receive(tip))) continue;
				if (await send(tip)) return done;
				repository.discard();
			}
			throw new ConnectionError({ kind: "branchBusy", branch });
		} finally {
			repository.discard();
		}
	});

	/** Merges the branch into the records. Returns false when one of them changed meanwhile. */
	async function receive(tip: string | null): Promise<boolean> {
		const { base } = await records.state();
		if (tip && !(await repository.has(tip))) {
			await repository.fetchBranch(branch, tip);
			// It must be here before anything says that it was merged.
			await repository.keep();
		}
		if (tip === base) return base !== null || startSharing();
		const known = base !== null && (await repository.has(base)) ? base : null;
		const ancestor = known && tip ? await commonAncestor(repository, known, tip) : null;
		const incoming = await changesOf(ancestor, tip);
		const { merges, pending, conflicts } = await mergeIncoming(
			records,
			incoming.changes,
			ancestor !== null,
		);
		// The branch was pushed by force, or deleted: what this machine knows of it is brought again.
		const again = ancestor === known && known !== null ? [] : await sharedBefore(known, tip);
		const own = await untouched([...(await records.pending()), ...again], merges.map(refName), tip);
		const isApplied = await records.apply({
			merges: [...merges, ...own],
			pending: [...pending, ...again],
			acknowledged: [],
			state: { base: tip },
		});
		if (!isApplied) return false;
		const isChange = ({ mine, merged }: { mine: unknown; merged: unknown }) =>
			!sameJson(mine, merged);
		done.received += merges.filter((merge) => merge.theirs && isChange(merge)).length;
		done.conflicts += conflicts;
		done.refused.push(...incoming.refused);
		return true;
	}

	/** Nothing is on the branch, and nothing of this machine was: all of it is to be shared. */
	async function startSharing(): Promise<boolean> {
		const pending = await records.toShare();
		return records.apply({ merges: [], pending, acknowledged: [], state: { base: null } });
	}

	function changesOf(from: string | null, to: string | null): Promise<RecordChanges> {
		if (to === null) return Promise.resolve({ changes: [], refused: [] });
		return recordChanges(repository, records.kinds, from, to);
	}

	/** What has to be on the branch beside what is there: all this machine shared, or has to share. */
	async function sharedBefore(known: string | null, tip: string | null): Promise<RecordRef[]> {
		if (known === null) return records.toShare();
		const { changes } = await recordChanges(repository, records.kinds, known, tip);
		return changes.map(({ kind, id }) => ({ kind, id }));
	}

	/** Records that changed here alone: merging leaves them as they are. */
	async function untouched(refs: readonly RecordRef[], merged: string[], tip: string | null) {
		const others = new Map(refs.map((ref) => [refName(ref), ref]));
		for (const name of merged) others.delete(name);
		const list = [...others.values()];
		const here = await records.read(list);
		const textAt = filesAt(repository, tip);
		const versions = list.map(async ({ kind, id }, nth) => {
			const mine = here[nth];
			if (!mine) return [];
			const text = await textAt(recordPath(kind, mine));
			return [{ kind, id, mine, theirs: parsed(text), merged: mine }];
		});
		return (await Promise.all(versions)).flat();
	}

	/** Commits what changed here. Returns false when the branch is not where it was. */
	async function send(tip: string | null): Promise<boolean> {
		const pending = await records.pending();
		const files = await changedTexts(pending, tip);
		if (files.size > 0) {
			const commit = await repository.commit({
				tree: await repository.writeFiles(await folderAt(repository, tip, ""), files, true),
				parents: tip ? [tip] : [],
				message: commitMessage(files),
				at: Date.now(),
			});
			const update = { branch, from: tip ?? NO_COMMIT, to: commit };
			if ((await repository.push(update)) === "moved") return false;
			await repository.keep();
			done.commit = commit;
			done.sent += files.size;
		} else done.commit = tip;
		if (pending.length > 0 || files.size > 0) {
			await records.apply({
				merges: [],
				pending: [],
				acknowledged: pending,
				state: { base: done.commit },
			});
		}
		return true;
	}

	/** The files of records that are other on the branch, or not there. */
	async function changedTexts(
		pending: readonly PendingRecord[],
		tip: string | null,
	): Promise<Map<string, Uint8Array>> {
		const kinds = new Map(records.kinds.map((kind) => [kind.name, kind]));
		const here = await records.read(pending);
		const textAt = filesAt(repository, tip);
		const files = new Map<string, Uint8Array>();
		for (const [nth, { kind: name }] of pending.entries()) {
			const [kind, record] = [kinds.get(name), here[nth]];
			if (!kind || !record || !isShared(kind, record)) continue;
			const path = recordPath(name, record);
			const text = recordText(kind, record);
			if ((await textAt(path)) !== text) files.set(path, new TextEncoder().encode(text));
		}
		return files;
	}
}

function parsed(text: string | null): SharedRecord | undefined {
	try {
		return text ? (JSON.parse(text) as SharedRecord) : undefined;
	} catch {
		return undefined;
	}
}

/** As `Change drafts (1), items (2) [skip ci]`: a host builds nothing for it. */
function commitMessage(files: ReadonlyMap<string, unknown>): string {
	const counts = new Map<string, number>();
	for (const path of files.keys()) {
		const [kind = ""] = path.split("/");
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const parts = [...counts].sort().map(([kind, count]) => `${kind} (${count})`);
	return `Change ${parts.join(", ")} [skip ci]\n`;
}
