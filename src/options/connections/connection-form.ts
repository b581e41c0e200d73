import { type Signal, signal } from "@preact/signals";
import type { GitConnection } from "../../connections/connection.ts";
import { type RepositoryAddress, readAddress } from "../../connections/read-address.ts";
import { connectionSentence } from "../../sentences/connection-failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** The fields of the connection form before the connection is tested. */
export interface ConnectionForm {
	address: Signal<string>;
	user: Signal<string>;
	token: Signal<string>;
	branch: Signal<string>;
	folder: Signal<string>;
	publishes: Signal<boolean>;
	onOwnBranches: Signal<boolean>;
	message: Signal<string>;
	authorName: Signal<string>;
	authorEmail: Signal<string>;
	shares: Signal<boolean>;
	sharedAddress: Signal<string>;
	sharedBranch: Signal<string>;
	/** Whether the repository for drafts was found to be public. */
	isPublic: Signal<boolean>;
	/** Whether the editor agrees to share drafts in a public repository. */
	acceptsPublic: Signal<boolean>;
}

/** A form with the values of a connection, or with the usual ones. A stored token is never shown. */
export function connectionForm(connection: GitConnection | null): ConnectionForm {
	return {
		address: signal(connection?.address ?? ""),
		user: signal(connection?.user ?? ""),
		token: signal(""),
		branch: signal(connection?.branch ?? "main"),
		folder: signal(connection?.folder ?? ""),
		publishes: signal(connection?.publishes ?? true),
		onOwnBranches: signal(connection?.onOwnBranches ?? false),
		message: signal(connection?.message ?? "Issue {issue}"),
		authorName: signal(connection?.author.name ?? ""),
		authorEmail: signal(connection?.author.email ?? ""),
		shares: signal((connection?.sharedBranch ?? null) !== null),
		sharedAddress: signal(connection?.sharedAddress ?? ""),
		sharedBranch: signal(connection?.sharedBranch ?? "galley"),
		isPublic: signal(false),
		acceptsPublic: signal(false),
	};
}

/** The connection to create. `token` is undefined if the stored one is kept. */
interface FilledForm {
	connection: GitConnection;
	token: string | undefined;
	/** The host pattern of the permission to request from the browser. */
	permission: string;
}

/**
 * Reads the form, or says what is wrong with it. If the address contains a user and a token, they are
 * moved out of it.
 *
 * @param before the connection that is changed; another repository is a new connection
 */
export function readForm(
	form: ConnectionForm,
	before: GitConnection | null,
): FilledForm | { problem: Sentence } {
	const read = readAddress(form.address.value);
	if ("failure" in read) return { problem: connectionSentence(read.failure) };
	const { address, permission } = read.value;
	takeOutOfAddress(form, read.value);
	const branch = form.branch.value.trim();
	if (!isBranchName(branch)) return { problem: sentence("connectionBranchProblem") };
	const folder = form.folder.value.trim().replace(/^\/+|\/+$/g, "");
	if (folder.split("/").some((name) => name === ".." || name === "." || name === ".git")) {
		return { problem: sentence("connectionFolderProblem") };
	}
	const name = form.authorName.value.trim();
	const email = form.authorEmail.value.trim();
	const commits = form.publishes.value || form.shares.value;
	if (commits && (name === "" || !/^[^\s<>]+@[^\s<>]+$/.test(email))) {
		return { problem: sentence("connectionAuthorProblem") };
	}
	const shared = readSharing(form, address, branch);
	if ("problem" in shared) return shared;
	const isSame = before?.address === address;
	const token = form.token.value.trim();
	return {
		permission,
		token: token === "" && isSame ? undefined : token,
		connection: {
			id: isSame ? before.id : crypto.randomUUID(),
			kind: "git",
			address,
			user: form.user.value.trim(),
			branch,
			folder,
			...shared,
			publishes: form.publishes.value,
			onOwnBranches: form.onOwnBranches.value,
			message: form.message.value.trim() || "Issue {issue}",
			author: { name: name.replace(/[<>\n]/g, ""), email },
		},
	};
}

/** Where drafts are shared, if they are. The token and the permission are for one host only. */
function readSharing(
	form: ConnectionForm,
	address: string,
	branch: string,
): Pick<GitConnection, "sharedBranch" | "sharedAddress"> | { problem: Sentence } {
	if (!form.shares.value) return { sharedBranch: null, sharedAddress: null };
	const sharedBranch = form.sharedBranch.value.trim();
	if (!isBranchName(sharedBranch)) return { problem: sentence("connectionBranchProblem") };
	const typed = form.sharedAddress.value.trim();
	const read = typed === "" ? null : readAddress(typed);
	if (read && "failure" in read) return { problem: connectionSentence(read.failure) };
	const other = read && read.value.address !== address ? read.value.address : null;
	if (other && new URL(other).origin !== new URL(address).origin) {
		return { problem: sentence("connectionSharedElsewhere") };
	}
	if (!other && sharedBranch === branch) return { problem: sentence("connectionSharedSame") };
	if (read) form.sharedAddress.value = read.value.address;
	return { sharedBranch, sharedAddress: other };
}

function takeOutOfAddress(form: ConnectionForm, { address, user, token }: RepositoryAddress) {
	form.address.value = address;
	if (user !== "") form.user.value = user;
	if (token !== "") form.token.value = token;
}

/** The rules of git-check-ref-format that a person might break. */
function isBranchName(name: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for.
	const hasForbidden = /[\s\u0000-\u001f\u007f~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)/.test(name);
	return name !== "" && !hasForbidden && !/^[-/.]|[/.]$|\/\./.test(name);
}
