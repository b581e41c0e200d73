import { describe, expect, test } from "vitest";
import { type IssueChanges, readIssues } from "../../src/sync/read-issues.ts";
import { connectionTo, QUICK, repositoryAt, useGitServer } from "./git-harness.ts";
import { commitOnServer } from "./git-server-commit.ts";
import { memoryFileStore } from "./memory-file-store.ts";

const git = useGitServer();

const ISSUES = { "issues/1.md": "# One", "issues/2.md": "# Two", "about.md": "About." };

async function started(name: string, files: Record<string, string> = ISSUES) {
	await git.server.create(name);
	await commitOnServer(git.server, name, files);
	const connection = connectionTo(git.server.address(name));
	return { connection, repository: repositoryAt(connection) };
}

async function changes(
	{ connection, repository }: Awaited<ReturnType<typeof started>>,
	since: string | null = null,
): Promise<IssueChanges> {
	const outcome = await readIssues(repository, connection, since);
	if ("failure" in outcome) throw new Error(outcome.failure.kind);
	return outcome.value;
}

describe("Reading the issues of a repository", () => {
	test("reads all files of the folder the first time", async () => {
		const machine = await started("read");
		const { written, removed, refused } = await changes(machine);
		expect(written).toEqual([
			{ path: "1.md", text: "# One" },
			{ path: "2.md", text: "# Two" },
		]);
		expect([removed, refused]).toEqual([[], []]);
	});

	test("reads only changed files the next time, and sends no further request if nothing has changed", async () => {
		const machine = await started("later");
		const { commit } = await changes(machine);
		await commitOnServer(git.server, "later", {
			"issues/2.md": "# Two!",
			"issues/3.md": "# Three",
		});
		const second = await changes(machine, commit);
		expect(second.written.map(({ path }) => path)).toEqual(["2.md", "3.md"]);
		const asked = git.server.log.length;
		expect(await changes(machine, second.commit)).toMatchObject({ written: [], removed: [] });
		expect(git.server.log.slice(asked).map(({ about }) => about)).toEqual(["list"]);
	});

	test("continues from the stored state in another session", async () => {
		const store = memoryFileStore();
		const { connection } = await started("session");
		const first = repositoryAt(connection, QUICK, store);
		const { commit } = await changes({ connection, repository: first });
		await commitOnServer(git.server, "session", { "issues/3.md": "# Three" });
		const second = repositoryAt(connection, QUICK, store);
		expect((await changes({ connection, repository: second }, commit)).written).toEqual([
			{ path: "3.md", text: "# Three" },
		]);
	});

	test("reads everything again if the fetched objects have been deleted", async () => {
		const machine = await started("evicted");
		const { commit } = await changes(machine);
		await commitOnServer(git.server, "evicted", { "issues/3.md": "# Three" });
		const repository = repositoryAt(machine.connection);
		expect((await changes({ ...machine, repository }, commit)).written).toHaveLength(3);
	});

	test("reports removed files", async () => {
		const machine = await started("gone");
		const { commit } = await changes(machine);
		await git.server.import(
			"gone",
			"commit refs/heads/main\ncommitter A <a@b.example> 1700000001 +0000\ndata 1\nx\nfrom refs/heads/main^0\nD issues/1.md\n",
		);
		expect(await changes(machine, commit)).toMatchObject({ written: [], removed: ["1.md"] });
	});

	test("fetches only one of many commits, and stops at a limit of bytes", async () => {
		const machine = await started("large");
		const noise = () => Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString("hex");
		for (let nth = 0; nth < 3; nth += 1) {
			await commitOnServer(git.server, "large", { "issues/1.md": noise() });
		}
		const from = git.server.log.length;
		await changes(machine);
		const sent = git.server.log.slice(from).reduce((sum, entry) => sum + entry.sent, 0);
		expect(sent).toBeLessThan(90_000);

		const heard: number[] = [];
		const small = repositoryAt(machine.connection, {
			...QUICK,
			mostBytes: 40_000,
			onBytes: (bytes) => heard.push(bytes),
		});
		expect(await readIssues(small, machine.connection, null)).toMatchObject({
			failure: { kind: "tooLarge", most: 40_000 },
		});
		expect(Math.max(...heard)).toBeGreaterThan(40_000);
	});

	test("reads the valid part of a hostile repository and reports what it did not read", async () => {
		const machine = await started("hostile", { ...ISSUES, "issues/big.md": "x".repeat(2_000_001) });
		const blob = (await git.server.git("hostile", "rev-parse", "main:issues/1.md")).trim();
		const one = (await git.server.git("hostile", "rev-parse", "main:issues")).trim();
		const entry = (mode: string, name: string, oid: string) =>
			Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]);
		const tree = await git.server.object("hostile", "tree", [
			entry("40000", "..", one),
			entry("120000", "link.md", blob),
			entry("100644", "latin.md", await git.server.object("hostile", "blob", [Buffer.of(0xe4)])),
			entry("100644", "good.md", blob),
			entry("160000", "other", "1".repeat(40)),
			entry("100644", "x\\..\\y.md", blob),
		]);
		const root = await git.server.object("hostile", "tree", [entry("40000", "issues", tree)]);
		const commit = (await git.server.git("hostile", "commit-tree", root, "-m", "Attack")).trim();
		const { commit: first, refused: tooLong } = await changes(machine);
		expect(tooLong).toEqual([{ path: "big.md", reason: "tooLong" }]);
		await git.server.git("hostile", "update-ref", "refs/heads/main", commit);
		const { written, refused } = await changes(machine, first);
		expect(written).toEqual([{ path: "good.md", text: "# One" }]);
		expect(Object.fromEntries(refused.map(({ path, reason }) => [path, reason]))).toEqual({
			"..": "unsafeName",
			"link.md": "symbolicLink",
			"latin.md": "notText",
			other: "submodule",
			"x\\..\\y.md": "unsafeName",
		});
	});

	test("uses nothing of an incomplete answer, and everything of the next complete one", async () => {
		const machine = await started("half");
		git.server.fault = ({ about }) => (about === "fetch" ? "half" : null);
		const outcome = await readIssues(machine.repository, machine.connection, null);
		expect(outcome).toEqual({ failure: { kind: "brokenAnswer" } });
		git.server.fault = null;
		expect((await changes(machine)).written).toHaveLength(2);
	});

	test("reports that the folder is a file", async () => {
		const machine = await started("file", { issues: "No folder." });
		expect(await readIssues(machine.repository, machine.connection, null)).toEqual({
			failure: { kind: "notAFolder", path: "issues" },
		});
	});
});
