/** A Git repository that the editor has connected. Its token is kept apart from it. */
export interface GitConnection {
	id: string;
	kind: "git";
	/** As `https://git.example/owner/name.git`, without a user or a token. */
	address: string;
	/** The name that goes with the token; most hosts take any. */
	user: string;
	/** The branch that issues are read from and published to. */
	branch: string;
	/** The folder of issues in the repository, as `content/issues`; empty for the top. */
	folder: string;
	/** The branch that drafts are shared on; null where they are not shared. */
	sharedBranch: string | null;
	/** The repository of the same host that it is in, where that is another; else null. */
	sharedAddress: string | null;
	/** Whether issues are published to it; else it is only read. */
	publishes: boolean;
	/** Whether each issue is published on a branch of its own, for a pull request. */
	onOwnBranches: boolean;
	/** What a commit of an issue says; `{issue}` stands for its number or what else it is called. */
	message: string;
	author: { name: string; email: string };
}

/** The connection to the repository that drafts are shared in; null where they are not shared. */
export function sharedConnection(connection: GitConnection): GitConnection | null {
	const { sharedBranch, sharedAddress, address } = connection;
	return sharedBranch === null ? null : { ...connection, address: sharedAddress ?? address };
}

/** What may be connected. There is one kind now; newsletter services will be others. */
export type Connection = GitConnection;
