/** A Git repository that the editor has connected. Its token is stored separately. */
export interface GitConnection {
	id: string;
	kind: "git";
	/** Such as `https://git.example/owner/name.git`, without a user or a token. */
	address: string;
	/** The user name for the token; most hosts accept any name. */
	user: string;
	/** The branch that issues are read from and published to. */
	branch: string;
	/** The folder of issues in the repository, such as `content/issues`; empty for the top folder. */
	folder: string;
	/** The branch that drafts are shared on; null if they are not shared. */
	sharedBranch: string | null;
	/**
	 * The address of another repository on the same host that contains that branch; null if it is this one.
	 */
	sharedAddress: string | null;
	/** Whether issues are published to it. Otherwise it is only read. */
	publishes: boolean;
	/** Whether each issue is published on a separate branch, for a pull request. */
	onOwnBranches: boolean;
	/** The commit message of an issue, with `{issue}` for its number or other label. */
	message: string;
	author: { name: string; email: string };
}

/** The connection to the repository that drafts are shared in; null if they are not shared. */
export function sharedConnection(connection: GitConnection): GitConnection | null {
	const { sharedBranch, sharedAddress, address } = connection;
	return sharedBranch === null ? null : { ...connection, address: sharedAddress ?? address };
}

/**
 * Everything that can be connected. At present there is only one kind; newsletter services will be others.
 */
export type Connection = GitConnection;
