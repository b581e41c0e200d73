import { describe, expect, test } from "vitest";
import type { GitConnection } from "../../src/connections/connection.ts";
import { type FileToPublish, publishFile } from "../../src/sync/publish-file.ts";
import { connectionTo, QUICK, repositoryAt, useGitServer } from "./git-harness.ts";
import { commitOnServer } from "./git-server-commit.ts";

const git = useGitServer();

async function started(
	name: string,
	files: Record<string, string> | null = { "a/b.txt": "Kept." },
) {
	await git.server.create(name);
	if (files) await commitOnServer(git.server, name, files);
	return connectionTo(git.server.address(name));
}

const publish = (connection: GitConnection, fields: Partial<FileToPublish> = {}, options = QUICK) =>
	publishFile(repositoryAt(connection, options), connection, {
		path: "2026-11-29-469.md",
		text: "# Issue 469\n",
		message: "Publish issue 469",
		ownBranch: null,
		...fields,
	});

const FILE = "issues/2026-11-29-469.md";

describe("Publishing a file to a repository", () => {
	test("commits it on the branch, in addition to the present files", async () => {
		const connection = await started("publish");
		const before = await git.server.tip("publish", "main");
		const outcome = await publish(connection);
		const commit = await git.server.tip("publish", "main");
		expect(outcome).toMatchObject({ value: { published: { commit, branch: "main" } } });
		expect(await git.server.git("publish", "show", `main:${FILE}`)).toBe("# Issue 469\n");
		expect(await git.server.git("publish", "show", "main:a/b.txt")).toBe("Kept.");
		expect(await git.server.git("publish", "log", "-1", "--format=%an %ae %s %P")).toBe(
			`Ed Itor ed@newsletter.example Publish issue 469 ${before}\n`,
		);
		await git.server.git("publish", "fsck", "--strict");
	});

	test("only sends the new objects", async () => {
		const files = Object.fromEntries(
			Array.from({ length: 300 }, (_, nth) => [`issues/${nth}.md`, `# ${nth}`]),
		);
		const connection = await started("small", files);
		await publish(connection);
		const pushed = git.server.log.filter(({ about }) => about === "push").at(-1);
		expect(pushed?.received).toBeLessThan(15_000);
	});

	test("creates the first commit of an empty repository", async () => {
		await publish(await started("first", null));
		expect(await git.server.git("first", "ls-tree", "-r", "--name-only", "main")).toBe(`${FILE}\n`);
	});

	test("commits on a separate branch, and returns the page for a pull request if it is known", async () => {
		const connection = await started("own");
		const outcome = await publish(connection, { ownBranch: "issue-469" });
		expect(outcome).toMatchObject({
			value: { published: { branch: "issue-469", pullRequestPage: null } },
		});
		expect(await git.server.git("own", "show", `issue-469:${FILE}`)).toBe("# Issue 469\n");
		expect(await git.server.git("own", "ls-tree", "-r", "--name-only", "main")).toBe("a/b.txt\n");
	});

	test("commits on top of what others pushed in the meantime", async () => {
		const connection = await started("moved");
		let pushes = 0;
		git.server.before = async ({ about }) => {
			if (about !== "push") return;
			pushes += 1;
			if (pushes === 1) await commitOnServer(git.server, "moved", { "c.txt": "Theirs." });
		};
		expect(await publish(connection)).toHaveProperty("value.published");
		git.server.before = null;
		expect(pushes).toBe(2);
		expect(await git.server.git("moved", "show", "main:c.txt")).toBe("Theirs.");
		expect(await git.server.git("moved", "show", `main:${FILE}`)).toBe("# Issue 469\n");
	});

	test("stops with a reason if others never stop pushing", async () => {
		const connection = await started("busy");
		let nth = 0;
		git.server.before = async ({ about }) => {
			nth += 1;
			if (about === "push") await commitOnServer(git.server, "busy", { "c.txt": String(nth) });
		};
		expect(await publish(connection)).toEqual({ failure: { kind: "branchBusy", branch: "main" } });
		git.server.before = null;
	});

	test("never overwrites another text that the editor has not seen", async () => {
		const connection = await started("differs", { [FILE]: "Theirs.\n" });
		const conflict = { path: FILE, text: "Theirs.\n" };
		expect(await publish(connection)).toEqual({ value: { conflict } });
		expect(await publish(connection, { replaces: "Something else." })).toEqual({
			value: { conflict },
		});
		expect(await git.server.git("differs", "show", `main:${FILE}`)).toBe("Theirs.\n");
		expect(await publish(connection, { replaces: "Theirs.\n" })).toHaveProperty("value.published");
		expect(await git.server.git("differs", "show", `main:${FILE}`)).toBe("# Issue 469\n");
	});

	test("recognizes a push whose answer was lost, and does not repeat it", async () => {
		const connection = await started("lost");
		git.server.fault = ({ about }) => (about === "push" ? "unacknowledged" : null);
		expect(await publish(connection)).toEqual({ failure: { kind: "unreachable" } });
		git.server.fault = null;
		const commit = await git.server.tip("lost", "main");
		expect(await publish(connection)).toMatchObject({ value: { published: { commit } } });
		expect(await git.server.git("lost", "rev-list", "--count", "main")).toBe("2\n");
	});

	test("does not change entries that it cannot read itself", async () => {
		const connection = await started("odd");
		const blob = (await git.server.git("odd", "rev-parse", "main:a/b.txt")).trim();
		const name = Buffer.from([0xff, 0xfe, 0x2e]);
		const tree = await git.server.object("odd", "tree", [
			Buffer.concat([Buffer.from("120000 link\0"), Buffer.from(blob, "hex")]),
			Buffer.concat([Buffer.from("100755 "), name, Buffer.of(0), Buffer.from(blob, "hex")]),
		]);
		const commit = (await git.server.git("odd", "commit-tree", tree, "-m", "Odd")).trim();
		await git.server.git("odd", "update-ref", "refs/heads/main", commit);
		await publish(connection);
		const before = await git.server.git("odd", "ls-tree", "-z", commit);
		const after = await git.server.git("odd", "ls-tree", "-z", "main");
		for (const entry of before.split("\0")) expect(after).toContain(entry);
	});
});
