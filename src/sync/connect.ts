import { type GitConnection, sharedConnection } from "../connections/connection.ts";
import { ConnectionError, type Outcome, outcomeOf } from "../connections/connection-failure.ts";
import type { RepositoryFileStore } from "./repository/file-store.ts";
import { NO_COMMIT } from "./repository/receive-pack.ts";
import { openRepository, type RepositoryOptions } from "./repository/repository.ts";

/** What is known of a repository after it was read and, if needed, written to. */
export interface Connected {
	/** The given connection with the present address of the repository. */
	connection: GitConnection;
	branches: string[];
	/** Whether nothing has ever been pushed to it. */
	isEmpty: boolean;
	/** Whether the repository for shared drafts is public. */
	sharesInPublic: boolean;
}

/** A test of a connection fetches nothing, so it needs no stored files. */
const NO_FILES: RepositoryFileStore = {
	paths: async () => [],
	read: async () => undefined,
	write: async () => {},
};

/**
 * Tests a connection: whether its branch can be read and, if issues are published to it, whether it can be
 * written to, by a push that changes nothing. If the repository has moved on the same host, its new address
 * is tested.
 */
export function tryConnection(
	connection: GitConnection,
	token: string,
	options: RepositoryOptions = {},
): Promise<Outcome<Connected>> {
	return outcomeOf(() => tryAt(connection)).then(async (outcome) => {
		if (!("failure" in outcome) || outcome.failure.kind !== "movedAddress") return outcome;
		const { address } = outcome.failure;
		// The token must only be sent to the host it was given for.
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

	/** Tests the repository for shared drafts, if there is one. Resolves to whether it is public. */
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
