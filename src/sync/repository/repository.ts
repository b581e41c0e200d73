import * as git from "isomorphic-git";
import type { GitConnection } from "../../connections/connection.ts";
import { ConnectionError, type ConnectionFailure } from "../../connections/connection-failure.ts";
import { type Retries, retrying } from "../../connections/retry.ts";
import { fetchPackRequest, readFetchedPack } from "./fetch-pack.ts";
import type { RepositoryFileStore } from "./file-store.ts";
import { gitHttp, type TransferOptions } from "./git-http.ts";
import {
	type BranchUpdate,
	EMPTY_PACK,
	NO_COMMIT,
	readReport,
	receivePackRequest,
} from "./receive-pack.ts";
import { stageFiles } from "./staged-files.ts";
import {
	FILE_MODE,
	FOLDER_MODE,
	isFolder,
	parseTree,
	serializeTree,
	type TreeEntry,
} from "./tree.ts";

export interface RepositoryOptions extends TransferOptions {
	retries?: Retries;
}

/** A commit to create. */
interface NewCommit {
	tree: string;
	parents: string[];
	message: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** The result of a push: it succeeded, or the branch was at another commit. Other refusals are thrown. */
type PushResult = "done" | "moved";

export type Repository = ReturnType<typeof openRepository>;

const GITDIR = "/";
const SHALLOW = "/shallow";

/**
 * Opens a local repository without a work tree, and its remote. What is fetched and written stays in memory
 * until `keep` is called. Everything that sends a request to the host throws a `ConnectionError` on
 * failure.
 */
export function openRepository(
	store: RepositoryFileStore,
	connection: GitConnection,
	token: string,
	options: RepositoryOptions = {},
) {
	const files = stageFiles(store);
	const http = gitHttp(connection, token, options);
	let cache: object = {};
	const local = () => ({ fs: files.fs, gitdir: GITDIR, cache });
	const remote = { http: http.client, url: connection.address };
	const retry = <T>(operation: () => Promise<T>) =>
		retrying(operation, {
			attempts: 3,
			firstPauseMs: 1_000,
			...options.retries,
			...(options.signal ? { signal: options.signal } : {}),
		});
	/** The ids of objects that were created here and have not been pushed yet. */
	const made = new Set<string>();

	/** The branches of the remote and their commits. */
	async function branches(): Promise<Map<string, string>> {
		const refs = await retry(() =>
			asFailures(() =>
				git.listServerRefs({ ...remote, prefix: "refs/heads/", protocolVersion: 1 }),
			),
		);
		return new Map(
			refs
				.filter(({ ref }) => ref.startsWith("refs/heads/"))
				.map(({ ref, oid }) => [ref.slice("refs/heads/".length), oid]),
		);
	}

	/**
	 * Fetches a commit at the end of a branch, with everything that is new since the last fetched commit of
	 * that branch. The first fetch contains only this commit, without earlier ones.
	 *
	 * @param depth the number of commits to fetch, if not only the new ones are wanted
	 */
	async function fetchBranch(branch: string, oid: string, depth?: number): Promise<void> {
		await prepare();
		if (depth === undefined && (await has(oid))) return remember(branch, oid);
		const known = await fetchedCommits();
		const shallow = await shallowCommits();
		const request = fetchPackRequest({
			want: oid,
			haves: [...new Set(known.values())],
			shallow: [...shallow],
			depth: depth ?? (known.has(branch) ? null : 1),
		});
		const fetched = await retry(async () => {
			const answer = await readFetchedPack(await http.post("git-upload-pack", request));
			if (!answer) throw new ConnectionError({ kind: "brokenAnswer" });
			return answer;
		});
		for (const commit of fetched.shallow) shallow.add(commit);
		for (const commit of fetched.unshallow) shallow.delete(commit);
		await files.fs.promises.writeFile(SHALLOW, [...shallow].join("\n"));
		if (fetched.pack) await addPack(fetched.pack);
		if (!(await has(oid))) throw new ConnectionError({ kind: "brokenAnswer" });
		await remember(branch, oid);
	}

	async function addPack(pack: Uint8Array): Promise<void> {
		const { oid: name } = await git.hashBlob({ object: pack.slice(-20) });
		const filepath = `objects/pack/pack-${name}.pack`;
		await files.fs.promises.writeFile(GITDIR + filepath, pack);
		await asFailures(() => git.indexPack({ ...local(), dir: GITDIR, filepath }));
		// The cached list of packs does not contain the new one.
		cache = {};
	}

	/** The last commit of each branch that was fetched or pushed. */
	async function fetchedCommits(): Promise<Map<string, string>> {
		const known = new Map<string, string>();
		for (const branch of await git.listBranches(local())) {
			const oid = await git.resolveRef({ ...local(), ref: `refs/heads/${branch}` });
			if (await has(oid)) known.set(branch, oid);
		}
		return known;
	}

	/** The stored commits whose parents were not fetched. */
	async function shallowCommits(): Promise<Set<string>> {
		try {
			const text = await files.fs.promises.readFile(SHALLOW, "utf8");
			return new Set(String(text).split("\n").filter(Boolean));
		} catch {
			return new Set();
		}
	}

	/** Creates the repository if it does not exist yet. */
	async function prepare(): Promise<void> {
		if (await git.getConfig({ ...local(), path: "core.bare" })) return;
		await git.init({ ...local(), bare: true });
	}

	/** Records the stored commit of a branch, from which the next fetch starts. */
	async function remember(branch: string, oid: string): Promise<void> {
		await git.writeRef({ ...local(), ref: `refs/heads/${branch}`, value: oid, force: true });
	}

	function forgetUnkept(): void {
		files.discard();
		cache = {};
		made.clear();
	}

	async function has(oid: string): Promise<boolean> {
		try {
			await git.readObject({ ...local(), oid, format: "deflated" });
			return true;
		} catch {
			return false;
		}
	}

	/**
	 * Moves a branch of the host to a commit that was created here, if the branch is still at the expected
	 * commit.
	 */
	async function push(update: BranchUpdate): Promise<PushResult> {
		const { packfile } = await git.packObjects({ ...local(), oids: [...made], write: false });
		const result = await send(update, packfile ?? EMPTY_PACK);
		if (result === "done") {
			made.clear();
			await remember(update.branch, update.to);
		}
		return result;
	}

	/**
	 * Pushes a branch to its present commit. This changes nothing, but fails if the token may not write.
	 */
	async function tryPush(branch: string, oid: string): Promise<void> {
		// If the host refuses, it does so at this first request, before anything else is sent.
		await asFailures(() =>
			git.listServerRefs({ ...remote, forPush: true, prefix: "refs/heads/", protocolVersion: 1 }),
		);
		if (oid !== NO_COMMIT) await send({ branch, from: oid, to: oid }, EMPTY_PACK);
	}

	async function send(update: BranchUpdate, pack: Uint8Array): Promise<PushResult> {
		// A push is never repeated. The next fetch shows whether the host has received it.
		const answer = await http.post("git-receive-pack", receivePackRequest(update, pack));
		const report = readReport(answer);
		if (!report) throw new ConnectionError({ kind: "brokenAnswer" });
		if (report.refusal === null) return "done";
		if (MOVED.test(report.refusal)) return "moved";
		const words = [report.refusal, report.messages].join("\n");
		throw new ConnectionError(refusal(words, update.branch, token));
	}

	async function readTree(oid: string): Promise<TreeEntry[]> {
		const { type, object } = await git.readObject({ ...local(), oid, format: "content" });
		const entries = type === "tree" ? parseTree(object as Uint8Array) : null;
		if (!entries) throw new ConnectionError({ kind: "brokenAnswer" });
		return entries;
	}

	async function readBlob(oid: string): Promise<Uint8Array> {
		const { object } = await git.readObject({ ...local(), oid, format: "content" });
		return object as Uint8Array;
	}

	async function readCommit(oid: string) {
		const { commit } = await git.readCommit({ ...local(), oid });
		return commit;
	}

	async function write(type: "blob" | "tree", object: Uint8Array): Promise<string> {
		const oid = await git.writeObject({ ...local(), type, object, format: "content" });
		made.add(oid);
		return oid;
	}

	/**
	 * Creates a tree from another one with some files written, or removed where the content is null.
	 *
	 * @param tree null for an empty tree
	 *
	 * @param overFiles whether a file may be replaced by a folder of the same name; otherwise this is
	 *   refused
	 */
	async function writeFiles(
		tree: string | null,
		changes: ReadonlyMap<string, Uint8Array | null>,
		overFiles = false,
	): Promise<string> {
		const entries = new Map<string, TreeEntry>();
		for (const entry of tree ? await readTree(tree) : []) entries.set(entry.name, entry);
		for (const [name, inside] of grouped(changes)) {
			const before = entries.get(name);
			const content = inside.get("");
			if (content !== undefined) {
				if (content === null) entries.delete(name);
				else {
					const mode = before && !isFolder(before) ? before.mode : FILE_MODE;
					entries.set(name, { mode, name, oid: await write("blob", content) });
				}
				continue;
			}
			const isInTheWay = before && !isFolder(before);
			if (isInTheWay && !overFiles) {
				throw new ConnectionError({ kind: "notAFolder", path: name });
			}
			const oid = await writeFiles(isInTheWay ? null : (before?.oid ?? null), inside, overFiles);
			if ((await readTree(oid)).length === 0) entries.delete(name);
			else entries.set(name, { mode: FOLDER_MODE, name, oid });
		}
		return write("tree", serializeTree([...entries.values()]));
	}

	async function commit({ tree, parents, message, at }: NewCommit): Promise<string> {
		const timestamp = Math.floor(at / 1_000);
		const person = { ...connection.author, timestamp, timezoneOffset: 0 };
		const oid = await git.writeCommit({
			...local(),
			commit: { tree, parent: parents, message, author: person, committer: person },
		});
		made.add(oid);
		return oid;
	}

	return {
		branches,
		fetchBranch,
		has,
		push,
		tryPush,
		readTree,
		readBlob,
		readCommit,
		writeFiles,
		commit,
		/** Stores everything that was fetched or created, in one transaction. */
		keep: () => files.keep(),
		/** Discards everything that has not been stored. */
		discard: forgetUnkept,
	};
}

/** Git's messages for a branch that is not at the expected commit. */
const MOVED =
	/non-fast-forward|fetch first|failed to (?:update ref|lock)|cannot lock ref|stale info|incorrect old value|already exists|reference (?:already|is missing)/i;

function refusal(words: string, branch: string, token: string): ConnectionFailure {
	if (/protected branch/i.test(words)) return { kind: "protectedBranch", branch };
	const said = token ? words.replaceAll(token, "…") : words;
	return { kind: "pushRefused", message: said.trim().slice(0, 500) };
}

/** Calls a function of the library. Errors that it throws for an unreadable answer become failures. */
async function asFailures<T>(operation: () => Promise<T>): Promise<T> {
	try {
		return await operation();
	} catch (error) {
		if (error instanceof ConnectionError) throw error;
		throw Object.assign(new ConnectionError({ kind: "brokenAnswer" }), { cause: error });
	}
}

/**
 * Groups changes by the first name of their paths. The path of a file directly in the folder becomes empty.
 */
function grouped(
	changes: ReadonlyMap<string, Uint8Array | null>,
): Map<string, Map<string, Uint8Array | null>> {
	const groups = new Map<string, Map<string, Uint8Array | null>>();
	for (const [path, content] of changes) {
		const [name = "", ...rest] = path.split("/");
		const group = groups.get(name) ?? new Map<string, Uint8Array | null>();
		group.set(rest.join("/"), content);
		groups.set(name, group);
	}
	return groups;
}
