import { type GitConnection, sharedConnection } from "../connections/connection.ts";
import {
	ConnectionError,
	type ConnectionFailure,
	type FailureKind,
} from "../connections/connection-failure.ts";
import {
	type ConnectionProgress,
	forgetPublication,
	type Publication,
	progressOf,
	publications,
	saveProgress,
	updatePublication,
} from "../connections/connection-store.ts";
import { fileNameOf } from "../core/archive/issue-label.ts";
import { archivedIssue } from "../data/archive/archive.ts";
import { importFiles } from "../data/import/import-files.ts";
import { publishFile } from "./publish-file.ts";
import { type IssueChanges, readIssues } from "./read-issues.ts";
import type { Repository } from "./repository/repository.ts";
import { entryFlaw, FILE_MODE } from "./repository/tree.ts";
import { branchNameOf, galleyRecords, startSharing } from "./share/galley-records.ts";
import { shareRecords } from "./share/share-records.ts";

/** How many files that were not read are stored, so that the interface can list them. */
const MAX_NAMED = 50;

/**
 * Failures that concern only one issue and do not go away by themselves. The other issues are still
 * published.
 */
const OF_ONE_ISSUE: ReadonlySet<FailureKind> = new Set([
	"readOnlyToken",
	"protectedBranch",
	"pushRefused",
	"notAFolder",
]);

/** Failures that concern only the branch of issues. Drafts are still shared. */
const OF_ISSUES: ReadonlySet<FailureKind> = new Set(["noBranch", "notAFolder", "branchBusy"]);

/**
 * Synchronizes a connection with its host: publishes the waiting issues, reads changes in the folder of
 * issues into the archive, and shares drafts if the connection is set to. The result is saved in the
 * connection store. If a step fails, earlier steps remain done. After an interruption at any moment, the
 * next sync continues.
 */
export async function syncConnection(
	repository: Repository,
	connection: GitConnection,
	shared: Repository | null = null,
): Promise<void> {
	const before = (await progressOf(connection.id)) ?? noProgress(connection.id);
	const failed = await attempt(() => publishWaiting(repository, connection));
	let after = before;
	const unread =
		failed ??
		(await attempt(async () => {
			after = await readArchive(repository, connection, before);
		}));
	const isOver = unread && !OF_ISSUES.has(unread.kind);
	const unshared = isOver || !shared ? null : await attempt(() => share(shared, connection));
	const failure = unread ?? unshared;
	if (failure?.kind === "canceled") return;
	const since = before.failure?.since ?? Date.now();
	await saveProgress({
		...after,
		inStepAt: failure ? before.inStepAt : Date.now(),
		failure: failure ? { why: failure, since } : null,
	});
}

function noProgress(id: string): ConnectionProgress {
	return { id, readCommit: null, inStepAt: 0, failure: null, refused: [], differing: [] };
}

/** Synchronizes the drafts of this browser with the shared branch. */
async function share(repository: Repository, connection: GitConnection): Promise<void> {
	const shared = sharedConnection(connection);
	if (!shared) return;
	await startSharing();
	const outcome = await shareRecords(repository, shared, galleyRecords(branchNameOf(shared)));
	if ("failure" in outcome) throw new ConnectionError(outcome.failure);
}

/** Publishes the waiting issues, the earliest request first. */
async function publishWaiting(repository: Repository, connection: GitConnection): Promise<void> {
	for (const publication of await publications()) {
		const isOurs = publication.connectionId === connection.id;
		if (isOurs && publication.state.kind === "waiting") {
			await publish(repository, connection, publication);
		}
	}
}

async function publish(
	repository: Repository,
	connection: GitConnection,
	publication: Publication,
): Promise<void> {
	const issue = await archivedIssue(publication.issueId);
	// It was removed from the archive, for example by Undo, so it must not be published.
	if (!issue) return forgetPublication(publication.issueId);
	const { label, replaces } = publication;
	const outcome = await publishFile(repository, connection, {
		path: pathIn(issue.path),
		text: issue.text,
		message: connection.message.replaceAll("{issue}", label),
		ownBranch: connection.onOwnBranches ? branchOf(label) : null,
		...(replaces === null ? {} : { replaces }),
	});
	if ("failure" in outcome) {
		const why = outcome.failure;
		if (!OF_ONE_ISSUE.has(why.kind)) throw new ConnectionError(why);
		await updatePublication({ ...publication, state: { kind: "failed", why } });
		return;
	}
	const { value } = outcome;
	await updatePublication({
		...publication,
		state:
			"conflict" in value
				? { kind: "conflict", ...value.conflict }
				: { kind: "published", ...value.published },
	});
}

/** The path of an issue's file. If Git does not allow a part of the path, only the file name. */
function pathIn(path: string): string {
	const isSound = path
		.split("/")
		.every((name) => entryFlaw({ mode: FILE_MODE, name, oid: "" }) === null && name !== "");
	return isSound ? path : fileNameOf(path);
}

/** A valid name for a branch (git-check-ref-format), such as `issue-469`. */
function branchOf(label: string): string {
	const plain = label.normalize("NFC").replace(/[^\p{L}\p{N}-]+/gu, "-");
	return `issue-${plain.replace(/^-+|-+$/g, "") || "next"}`;
}

/** Reads new and changed issues from the host into the archive. */
async function readArchive(
	repository: Repository,
	connection: GitConnection,
	before: ConnectionProgress,
): Promise<ConnectionProgress> {
	const outcome = await readIssues(repository, connection, before.readCommit);
	if ("failure" in outcome) {
		// Nothing has ever been pushed to this repository, so there is nothing to read.
		const isEmpty = outcome.failure.kind === "noBranch" && (await repository.branches()).size === 0;
		if (isEmpty) return before;
		throw new ConnectionError(outcome.failure);
	}
	const changes = outcome.value;
	if (changes.commit === before.readCommit) return before;
	const isFirst = before.readCommit === null;
	const written = await withoutUnpublished(changes.written, connection);
	const differing = await importIssues(written, !isFirst);
	return {
		...before,
		readCommit: changes.commit,
		refused: [...(isFirst ? [] : before.refused), ...changes.refused].slice(-MAX_NAMED),
		differing: isFirst ? differing.slice(0, MAX_NAMED) : before.differing,
	};
}

/**
 * Leaves out files that an archived issue is waiting to be published as. The repository's version of such a
 * file is shown beside the issue, and must not replace its text.
 */
async function withoutUnpublished(
	written: IssueChanges["written"],
	{ id }: GitConnection,
): Promise<IssueChanges["written"]> {
	const paths = new Set<string>();
	for (const { connectionId, issueId, state } of await publications()) {
		if (connectionId !== id || state.kind === "published") continue;
		const issue = await archivedIssue(issueId);
		if (issue) paths.add(pathIn(issue.path));
	}
	return written.filter(({ path }) => !paths.has(path));
}

/** Resolves to the paths of the files for which the archive keeps another text. */
async function importIssues(
	written: IssueChanges["written"],
	mayReplace: boolean,
): Promise<string[]> {
	const files = written.map(({ path, text }) => ({ path, file: new Blob([text]) }));
	const progress = { report: () => {}, cancelled: () => false };
	const { changed } = await importFiles(files, progress);
	if (!mayReplace || changed.length === 0) return changed;
	await importFiles(files, progress, new Set(changed));
	return [];
}

/**
 * Why the work failed, or null if it succeeded. Errors that are not connection failures are thrown again.
 */
async function attempt(work: () => Promise<void>): Promise<ConnectionFailure | null> {
	try {
		await work();
		return null;
	} catch (error) {
		if (error instanceof ConnectionError) return error.failure;
		throw error;
	}
}
