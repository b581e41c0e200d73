import type { GitConnection } from "../connections/connection.ts";
import { ConnectionError, type Outcome, outcomeOf } from "../connections/connection-failure.ts";
import { commitPage, pullRequestPage } from "../connections/host-links.ts";
import { readText } from "./read-issues.ts";
import { folderAt } from "./repository/folder-changes.ts";
import { NO_COMMIT } from "./repository/receive-pack.ts";
import type { Repository } from "./repository/repository.ts";
import { entryFlaw, isFolder } from "./repository/tree.ts";

export interface FileToPublish {
	/** Relative to the folder of issues. */
	path: string;
	text: string;
	message: string;
	/** A separate branch to publish on, such as `issue-469`; null for the connection's branch. */
	ownBranch: string | null;
	/** The text in the repository that the editor has seen and agreed to replace. */
	replaces?: string;
}

/** The file was published, or the repository already had it with the same text. */
interface PublishedFile {
	/** The commit that contains the file. */
	commit: string;
	branch: string;
	/** The host's page for the commit; null if the host's page addresses are not known. */
	commitPage: string | null;
	/** The page for opening a pull request from a separate branch; null if there is none. */
	pullRequestPage: string | null;
}

/** The repository has another text under that name. Nothing was changed. */
interface PublishConflict {
	path: string;
	/** The text in the repository; null if the file is not valid text. */
	text: string | null;
}

type PublishResult = { published: PublishedFile } | { conflict: PublishConflict };

/** How many times the branch may change while a file is being published. */
const MAX_TRIES = 5;

/**
 * Commits an issue's file and pushes it. If the branch has changed in the meantime, it is fetched again and
 * the file is committed on top. A file of that name with another text is only overwritten if the editor has
 * seen that text. If a push succeeded but the host's answer was lost, the next attempt finds the file and
 * does not publish it again.
 */
export function publishFile(
	repository: Repository,
	connection: GitConnection,
	file: FileToPublish,
): Promise<Outcome<PublishResult>> {
	const path = [connection.folder, file.path].filter(Boolean).join("/");
	const branch = file.ownBranch ?? connection.branch;
	return outcomeOf(async () => {
		try {
			for (let tried = 0; tried < MAX_TRIES; tried += 1) {
				const result = await publishOnce();
				if (result) return result;
				repository.discard();
			}
			throw new ConnectionError({ kind: "branchBusy", branch });
		} finally {
			repository.discard();
		}
	});

	async function publishOnce(): Promise<PublishResult | null> {
		const branches = await repository.branches();
		const from = branches.get(branch);
		const start = from ? branch : connection.branch;
		if (!branches.has(start) && branches.size > 0) {
			throw new ConnectionError({ kind: "noBranch", branch: start });
		}
		const base = branches.get(start) ?? null;
		if (base) await repository.fetchBranch(start, base);
		const before = await textAt(base);
		if (before !== undefined) {
			if (before === file.text && base) return published(base);
			if (before === null || before !== file.replaces) {
				return { conflict: { path, text: before } };
			}
		}
		const content = new TextEncoder().encode(file.text);
		const commit = await repository.commit({
			tree: await repository.writeFiles(
				await folderAt(repository, base, ""),
				new Map([[path, content]]),
			),
			parents: base ? [base] : [],
			message: file.message,
			at: Date.now(),
		});
		const pushed = await repository.push({ branch, from: from ?? NO_COMMIT, to: commit });
		if (pushed === "moved") return null;
		await repository.keep();
		return published(commit);
	}

	/** The text of the file; null if the name belongs to something else, undefined if it does not exist. */
	async function textAt(commit: string | null): Promise<string | null | undefined> {
		const names = path.split("/");
		const folder = await folderAt(repository, commit, names.slice(0, -1).join("/"));
		const entries = folder ? await repository.readTree(folder) : [];
		const entry = entries.find(({ name }) => name === names.at(-1));
		if (!entry) return undefined;
		if (isFolder(entry) || entryFlaw(entry)) return null;
		const text = await readText(repository, entry.oid);
		return typeof text === "string" ? text : null;
	}

	function published(commit: string): PublishResult {
		const { address } = connection;
		return {
			published: {
				commit,
				branch,
				commitPage: commitPage(address, commit),
				pullRequestPage: file.ownBranch
					? pullRequestPage(address, branch, connection.branch)
					: null,
			},
		};
	}
}
