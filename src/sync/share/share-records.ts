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

/** The result of one sync. */
interface Shared {
	/** The commit that contains the same records as this machine. */
	commit: string | null;
	/** The number of records that others changed, and the number of records sent to the branch. */
	received: number;
	sent: number;
	conflicts: number;
	refused: RefusedRecord[];
}

/** How many times the branch or a record here may change during a sync. */
const MAX_TRIES = 8;

/**
 * Synchronizes the records here with the shared branch: merges the changes of others, and commits the
 * changes made here. It can be interrupted at any moment; the next sync continues.
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
			for (let tried = 0; tried < MAX_TRIES; tried += 1) {
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

	/**
	 * Merges the branch into the records. Returns false if one of the records has changed in the meantime.
	 */
	async function receive(tip: string | null): Promise<boolean> {
		const { base } = await records.state();
		if (tip && !(await repository.has(tip))) {
			await repository.fetchBranch(branch, tip);
			// The commit must be stored before the state says that it was merged.
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
		// The branch was replaced by a forced push, or deleted, so this machine sends its shared records
		// again.
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

	/** The branch is empty and this machine has not shared anything yet, so all records become pending. */
	async function startSharing(): Promise<boolean> {
		const pending = await records.toShare();
		return records.apply({ merges: [], pending, acknowledged: [], state: { base: null } });
	}

	function changesOf(from: string | null, to: string | null): Promise<RecordChanges> {
		if (to === null) return Promise.resolve({ changes: [], refused: [] });
		return recordChanges(repository, records.kinds, from, to);
	}

	/**
	 * The records that must be on the branch again: those that this machine had shared, or all records to
	 * share if that is unknown.
	 */
	async function sharedBefore(known: string | null, tip: string | null): Promise<RecordRef[]> {
		if (known === null) return records.toShare();
		const { changes } = await recordChanges(repository, records.kinds, known, tip);
		return changes.map(({ kind, id }) => ({ kind, id }));
	}

	/** Records that only changed here. The merge does not change them. */
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

	/** Commits the changes made here. Returns false if the branch has moved. */
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

	/** The files of records that differ from the branch or are missing on it. */
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

/**
 * A message such as `Change drafts (1), items (2) [skip ci]`. The last part stops the host from starting a
 * build.
 */
function commitMessage(files: ReadonlyMap<string, unknown>): string {
	const counts = new Map<string, number>();
	for (const path of files.keys()) {
		const [kind = ""] = path.split("/");
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const parts = [...counts].sort().map(([kind, count]) => `${kind} (${count})`);
	return `Change ${parts.join(", ")} [skip ci]\n`;
}
