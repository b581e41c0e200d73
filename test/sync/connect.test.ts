import { describe, expect, test } from "vitest";
import { tryConnection } from "../../src/sync/connect.ts";
import { connectionTo, QUICK, useGitServer } from "./git-harness.ts";
import { type Fault, READER_TOKEN, TOKEN } from "./git-server.ts";
import { commitOnServer } from "./git-server-commit.ts";

const git = useGitServer();

let made = 0;

/** A repository with one commit on main. */
async function repository(): Promise<string> {
	made += 1;
	const name = `connect-${made}`;
	await git.server.create(name);
	await commitOnServer(git.server, name, { "README.md": "Hello." });
	return name;
}

const tryIt = (name: string, token = TOKEN, fields = {}) =>
	tryConnection(connectionTo(git.server.address(name), fields), token, QUICK);

const failing = (fault: Fault) => {
	git.server.fault = () => fault;
};

describe("Testing a connection", () => {
	test("returns the branches of a repository that can be read and written, and changes nothing", async () => {
		const name = await repository();
		const before = await git.server.git(name, "for-each-ref");
		expect(await tryIt(name)).toMatchObject({ value: { branches: ["main"], isEmpty: false } });
		expect(await git.server.git(name, "for-each-ref")).toBe(before);
	});

	test("accepts an empty repository", async () => {
		await git.server.create("empty");
		expect(await tryIt("empty")).toMatchObject({ value: { branches: [], isEmpty: true } });
	});

	test("recognizes that anybody can read the repository for drafts", async () => {
		const [news, drafts] = [await repository(), await repository()];
		const sharedAddress = git.server.address(drafts);
		expect(await tryIt(news, TOKEN, { sharedAddress })).toMatchObject({
			value: { sharesInPublic: false },
		});
		git.server.publicNames.add(drafts);
		expect(await tryIt(news, TOKEN, { sharedAddress })).toMatchObject({
			value: { sharesInPublic: true },
		});
		// Only the drafts must not be public.
		expect(await tryIt(drafts, TOKEN, { sharedBranch: null })).toMatchObject({
			value: { sharesInPublic: false },
		});
	});

	test("recognizes a wrong address", async () => {
		expect(await tryIt("nothing-here")).toEqual({ failure: { kind: "noRepository" } });
	});

	test("recognizes a page that is not a repository", async () => {
		failing({ status: 200, headers: { "Content-Type": "text/html" } });
		expect(await tryIt(await repository())).toEqual({ failure: { kind: "notGit" } });
	});

	test("recognizes a branch that does not exist", async () => {
		const outcome = await tryIt(await repository(), TOKEN, { branch: "trunk" });
		expect(outcome).toEqual({ failure: { kind: "noBranch", branch: "trunk" } });
	});

	test("recognizes a token that is refused, and one that is missing", async () => {
		const name = await repository();
		expect(await tryIt(name, "wrong")).toEqual({ failure: { kind: "tokenRefused" } });
		expect(await tryIt(name, "")).toEqual({ failure: { kind: "tokenMissing" } });
	});

	test("recognizes a token that may only read", async () => {
		const outcome = await tryIt(await repository(), READER_TOKEN);
		expect(outcome).toEqual({ failure: { kind: "readOnlyToken" } });
	});

	test("recognizes a protected branch by the host's message", async () => {
		const name = await repository();
		await git.server.hook(
			name,
			"pre-receive",
			"echo 'GH006: Protected branch update failed'\nexit 1",
		);
		expect(await tryIt(name)).toEqual({ failure: { kind: "protectedBranch", branch: "main" } });
	});

	test("includes the message of a hook, without the token", async () => {
		const name = await repository();
		await git.server.hook(name, "pre-receive", `echo 'Only on Sundays. ${TOKEN}'\nexit 1`);
		const outcome = await tryIt(name);
		expect(outcome).toMatchObject({ failure: { kind: "pushRefused" } });
		expect(JSON.stringify(outcome)).toContain("Only on Sundays.");
		expect(JSON.stringify(outcome)).not.toContain(TOKEN);
	});

	test("recognizes the host's rate limit and when it ends", async () => {
		failing({ status: 429, headers: { "Retry-After": "3600" } });
		const outcome = await tryIt(await repository());
		expect(outcome).toMatchObject({ failure: { kind: "rateLimit" } });
		const until = "failure" in outcome && "until" in outcome.failure ? outcome.failure.until : 0;
		expect(Math.abs((until ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000);
	});

	test("recognizes a host that cannot be reached, one that does not answer and one with an error", async () => {
		const name = await repository();
		failing("closed");
		expect(await tryIt(name)).toEqual({ failure: { kind: "unreachable" } });
		failing("silence");
		const options = { ...QUICK, answerMs: 100 };
		const connection = connectionTo(git.server.address(name));
		expect(await tryConnection(connection, TOKEN, options)).toEqual({
			failure: { kind: "noAnswer" },
		});
		failing({ status: 500 });
		expect(await tryIt(name)).toEqual({ failure: { kind: "hostError", status: 500 } });
	});

	test("tries again after a temporary failure", async () => {
		let requests = 0;
		git.server.fault = () => {
			requests += 1;
			return requests === 1 ? { status: 503 } : null;
		};
		expect(await tryIt(await repository())).toHaveProperty("value");
	});

	test("stops at once when it is canceled", async () => {
		failing("silence");
		const canceling = new AbortController();
		const connection = connectionTo(git.server.address(await repository()));
		const outcome = tryConnection(connection, TOKEN, { signal: canceling.signal });
		canceling.abort();
		expect(await outcome).toEqual({ failure: { kind: "canceled" } });
	});

	test("uses the new address of a repository that has moved on its host", async () => {
		const name = await repository();
		const moved = connectionTo(git.server.address(`old-${name}`));
		git.server.redirects.set(`old-${name}`, name);
		const outcome = await tryConnection(moved, TOKEN, QUICK);
		expect(outcome).toMatchObject({
			value: { connection: { address: git.server.address(name) } },
		});
	});
});
