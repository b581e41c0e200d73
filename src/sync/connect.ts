import { type GitConnection, sharedConnection } from "../connections/connection.ts";
import { ConnectionError, type Outcome, outcomeOf } from "../connections/connection-failure.ts";
import type { RepositoryFileStore } from "./repository/file-store.ts";
import { NO_COMMIT } from "./repository/receive-pack.ts";
import { openRepository, type RepositoryOptions } from "./repository/repository.ts";

/** What is known of a repository once it could be read and written to. */
export interface Connected {
	/** As it was given, with the address that the repository has now. */
	connection: GitConnection;
	branches: string[];
	/** Whether nothing was ever pushed to it. */
	isEmpty: boolean;
	/** Whether anybody can read the repository that drafts are to be shared in. */
	sharesInPublic: boolean;
}

/** No connection is tried with files: nothing is fetched. */
const NO_FILES: RepositoryFileStore = {
	paths: async () => [],
	read: async () => undefined,
	write: async () => {},
};

/**
 * Tries a connection: whether its branch can be read and, where issues are published to it, by a
 * push that changes nothing, written to. A repository that has moved on the same host is tried at its new address.
 */
export function tryConnection(
	connection: GitConnection,
	token: string,
	options: RepositoryOptions = {},
): Promise<Outcome<Connected>> {
	return outcomeOf(() => tryAt(connection)).then(async (outcome) => {
		if (!("failure" in outcome) || outcome.failure.kind !== "movedAddress") return outcome;
		const { address } = outcome.failure;
		// The token is for the host it was given for.
		if (new URL(address).origin !== new URL(connection.address).origin) return outcome;
		return outcomeOf(() => tryAt({ ...connection, address }));
	});

	async function tryAt(tried: GitConnection): Promise<Connected> {
		const repository = openRepository(NO_FILES, tried, token, options);
		const branches = await repository.branches();
		const isEmpty = branches.size === 0;
		const tip = branches.get(tried.branch);
		if (!tip && !isEmpty) throw new ConnectionError({ kind: "noBranch", branch: tried.branch });
		if (tried.publishes) await repository.tryPush(tried.branch, tip ?? NO_COMMIT);
		const sharesInPublic = await trySharing(tried);
		return { connection: tried, branches: [...branches.keys()], isEmpty, sharesInPublic };
	}

	/** Tries the repository that drafts are shared in, where they are, and whether it is public. */
	async function trySharing(tried: GitConnection): Promise<boolean> {
		const shared = sharedConnection(tried);
		if (!shared?.sharedBranch) return false;
		const repository = openRepository(NO_FILES, shared, token, options);
		const tip = (await repository.branches()).get(shared.sharedBranch);
		await repository.tryPush(shared.sharedBranch, tip ?? NO_COMMIT);
		const anonymous = await outcomeOf(() =>
			openRepository(NO_FILES, shared, "", options).branches(),
		);
		return "value" in anonymous;
	}
}
