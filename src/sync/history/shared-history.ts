import type { GitConnection } from "../../connections/connection.ts";
import { type Outcome, outcomeOf } from "../../connections/connection-failure.ts";
import { issueLabel } from "../../core/archive/issue-label.ts";
import type { DraftRecord } from "../../data/db/records.ts";
import type { Repository } from "../repository/repository.ts";
import { filesOfKind, readRecord, recordChanges } from "../share/branch-records.ts";
import { recordFileName } from "../share/record-files.ts";
import type { SharedKind } from "../share/shared-records.ts";
import { countChanges, type PlaceChanges } from "./change-counts.ts";

/** What a commit changed in one place, with the label of the draft as in "Issue 469". */
interface LabeledChanges extends PlaceChanges {
	/** Null if it is no draft, or if the draft cannot be read. */
	label: string | number | null;
}

/** A commit of the shared branch. */
interface SharedCommit {
	id: string;
	author: string;
	/** The time of the commit by the clock of that machine, in milliseconds since 1970. */
	at: number;
	/** What it changed; null if the commit before it is not stored here, so that this is not known. */
	changes: LabeledChanges[] | null;
}

/** A part of the history of the shared branch. */
export interface SharedHistory {
	/** The newest first. */
	commits: SharedCommit[];
	/** The commit that follows in the history; null if this is the end. */
	next: string | null;
	/** Whether `next` is stored here. If not, it can be fetched with `fetchEarlier`. */
	isStored: boolean;
}

/**
 * Reads a part of the history of the shared branch from the local repository, without the network. Of a
 * merge commit, only the first parent is followed.
 *
 * @param from the newest commit to return; null if nothing was synchronized yet
 *
 * @param most the maximum number of commits to return
 */
export async function sharedHistory(
	repository: Repository,
	kinds: readonly SharedKind[],
	from: string | null,
	most: number,
): Promise<SharedHistory> {
	const commits: SharedCommit[] = [];
	const labels = from && (await repository.has(from)) ? labelsAt(repository, kinds, from) : null;
	let next = from;
	while (labels && next && commits.length < most && (await repository.has(next))) {
		const { author, parent } = await repository.readCommit(next);
		const [before = null] = parent;
		const isKnown = before === null || (await repository.has(before));
		const changes = isKnown ? await changesBetween(before, next) : null;
		commits.push({ id: next, author: author.name, at: author.timestamp * 1_000, changes });
		next = before;
	}
	return { commits, next, isStored: next !== null && (await repository.has(next)) };

	async function changesBetween(before: string | null, commit: string): Promise<LabeledChanges[]> {
		const { changes } = await recordChanges(repository, kinds, before, commit);
		const places = countChanges(changes).map(async (place) => ({
			...place,
			label: place.draftId === null ? null : ((await labels?.(place.draftId)) ?? null),
		}));
		return Promise.all(places);
	}
}

/** Fetches more of the history from the host, so that at least `most` commits are stored here. */
export function fetchEarlier(
	repository: Repository,
	connection: GitConnection,
	most: number,
): Promise<Outcome<null>> {
	const branch = connection.sharedBranch ?? "galley";
	return outcomeOf(async () => {
		const tip = (await repository.branches()).get(branch);
		if (!tip) return null;
		await repository.fetchBranch(branch, tip, most);
		await repository.keep();
		return null;
	});
}

/**
 * A function that finds the label of a draft by its id, in the state of a commit. Each draft is read once.
 */
function labelsAt(repository: Repository, kinds: readonly SharedKind[], commit: string) {
	const kind = kinds.find(({ name }) => name === "drafts");
	const files = kind ? filesOfKind(repository, kind, null, commit) : Promise.resolve([]);
	const known = new Map<string, Promise<string | number | null>>();

	async function read(id: string): Promise<string | number | null> {
		const name = `/${recordFileName(id)}`;
		const file = (await files).find(({ path }) => path.endsWith(name));
		const found = kind && file && (await readRecord(repository, kind, file.path, file.after));
		const draft = found && "record" in found ? found.record : null;
		return draft && issueLabel(draft as unknown as DraftRecord);
	}

	return (id: string): Promise<string | number | null> => {
		const label = known.get(id) ?? read(id);
		known.set(id, label);
		return label;
	};
}
