import { beforeEach, describe, expect, test } from "vitest";
import type { GitConnection } from "../../src/connections/connection.ts";
import {
	type ConnectionProgress,
	forgetConnection,
	type Publication,
	progressOf,
	publications,
	saveConnection,
	savePublication,
} from "../../src/connections/connection-store.ts";
import {
	archivedIssue,
	latestPublished,
	removeFromArchive,
} from "../../src/data/archive/archive.ts";
import { importFiles } from "../../src/data/import/import-files.ts";
import { syncConnection } from "../../src/sync/sync-connection.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { issueText } from "../e2e/issue-files.ts";
import { connectionTo, repositoryAt, useGitServer } from "./git-harness.ts";
import { TOKEN } from "./git-server.ts";
import { commitOnServer } from "./git-server-commit.ts";

const git = useGitServer();
beginWithEmptyDatabase();

let name = "";
let count = 0;
let connection: GitConnection;

beforeEach(async () => {
	count += 1;
	name = `sync-${count}`;
	await git.server.create(name);
	connection = connectionTo(git.server.address(name), { id: name });
	await saveConnection(connection, TOKEN);
});

async function sync(): Promise<ConnectionProgress> {
	await syncConnection(repositoryAt(connection), connection);
	const progress = await progressOf(connection.id);
	if (!progress) throw new Error("Nothing was kept.");
	return progress;
}

/** Adds an issue to the archive that is waiting to be published. Resolves to its id. */
async function toPublish(number: number, parts: Partial<Publication> = {}): Promise<string> {
	const file = { path: `${number}.md`, file: new Blob([issueText(number)]) };
	await importFiles([file], { report: () => {}, cancelled: () => false });
	const issue = await latestPublished();
	if (!issue) throw new Error("There is no issue.");
	await savePublication({
		issueId: issue.id,
		connectionId: connection.id,
		label: String(number),
		state: { kind: "waiting" },
		replaces: null,
		at: number,
		...parts,
	});
	return issue.id;
}

const show = (path: string, branch = "main") => git.server.git(name, "show", `${branch}:${path}`);

describe("Synchronizing with a repository", () => {
	test("adds its issues to the archive, and later its new and changed issues", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		const first = await sync();
		expect(first).toMatchObject({ failure: null, differing: [] });
		expect(first.inStepAt).toBeGreaterThan(0);
		expect((await latestPublished())?.text).toBe(issueText(7));
		const changed = `${issueText(7)}\nOne line more.\n`;
		await commitOnServer(git.server, name, {
			"issues/7.md": changed,
			"issues/8.md": issueText(8),
		});
		await sync();
		expect((await archivedIssue("imported-7"))?.text).toBe(changed);
		expect((await archivedIssue("imported-8"))?.text).toBe(issueText(8));
	});

	test("keeps an issue that the archive has in other words at the first sync, and reports it", async () => {
		await importFiles([{ path: "7.md", file: new Blob([issueText(7)]) }], {
			report: () => {},
			cancelled: () => false,
		});
		await commitOnServer(git.server, name, { "issues/7.md": `${issueText(7)}\nOther.\n` });
		expect((await sync()).differing).toEqual(["7.md"]);
		expect((await latestPublished())?.text).toBe(issueText(7));
	});

	test("has nothing to read in a repository without any commit", async () => {
		expect(await sync()).toMatchObject({ failure: null, readCommit: null });
	});

	test("stores why and since when syncs fail, until one succeeds", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		git.server.fault = () => ({ status: 500 });
		const first = await sync();
		expect(first.failure?.why).toEqual({ kind: "hostError", status: 500 });
		expect((await sync()).failure?.since).toBe(first.failure?.since);
		git.server.fault = null;
		expect((await sync()).failure).toBeNull();
	});

	test("stores nothing for a connection that was deleted in the meantime", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		git.server.before = async () => {
			git.server.before = null;
			await forgetConnection(connection.id);
		};
		await syncConnection(repositoryAt(connection), connection);
		expect(await progressOf(connection.id)).toBeNull();
	});
});

describe("An issue that is waiting to be published", () => {
	test("is committed, and is then read back as the issue in the archive", async () => {
		const id = await toPublish(9);
		await sync();
		expect(await show("issues/9.md")).toBe(issueText(9));
		expect(await git.server.git(name, "log", "-1", "--format=%s", "main")).toBe("Issue 9\n");
		const commit = await git.server.tip(name, "main");
		const [publication] = await publications();
		expect(publication?.state).toMatchObject({ kind: "published", commit, branch: "main" });
		expect((await latestPublished())?.id).toBe(id);
	});

	test("goes to a separate branch if the connection is set to", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		connection = { ...connection, onOwnBranches: true };
		await toPublish(9);
		await sync();
		expect(await show("issues/9.md", "issue-9")).toBe(issueText(9));
		expect(await git.server.git(name, "ls-tree", "-r", "--name-only", "main")).toBe(
			"issues/7.md\n",
		);
	});

	test("keeps waiting while the host cannot be reached", async () => {
		await toPublish(9);
		git.server.fault = () => "closed";
		expect((await sync()).failure?.why.kind).toBe("unreachable");
		expect((await publications())[0]?.state).toEqual({ kind: "waiting" });
		git.server.fault = null;
		await sync();
		expect((await publications())[0]?.state.kind).toBe("published");
	});

	test("does not replace another text before the editor has seen it", async () => {
		await commitOnServer(git.server, name, { "issues/9.md": "Other words." });
		await toPublish(9);
		await sync();
		const [conflict] = await publications();
		expect(conflict?.state).toEqual({
			kind: "conflict",
			path: "issues/9.md",
			text: "Other words.",
		});
		expect(await show("issues/9.md")).toBe("Other words.");
		await toPublish(9, { replaces: "Other words." });
		await sync();
		expect(await show("issues/9.md")).toBe(issueText(9));
	});

	test("reports why the host refuses it, and does not stop the reading of issues", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		await git.server.hook(name, "pre-receive", "echo No issues on Fridays >&2; exit 1");
		await toPublish(9);
		expect((await sync()).failure).toBeNull();
		const [failed] = await publications();
		expect(failed?.state).toMatchObject({ kind: "failed", why: { kind: "pushRefused" } });
		expect((await archivedIssue("imported-7"))?.text).toBe(issueText(7));
	});

	test("is not published after it was removed from the archive", async () => {
		await commitOnServer(git.server, name, { "issues/7.md": issueText(7) });
		const id = await toPublish(9);
		await removeFromArchive(id);
		await sync();
		expect(await publications()).toEqual([]);
		expect(await git.server.git(name, "ls-tree", "-r", "--name-only", "main")).toBe(
			"issues/7.md\n",
		);
	});
});
