import { expect, test } from "vitest";
import { readIssues } from "../../src/sync/read-issues.ts";
import { connectionTo, repositoryAt, useGitServer } from "./git-harness.ts";
import { longHistory } from "./long-history.ts";
import { type Machine, startMachine } from "./share-machine.ts";

const git = useGitServer();

const ISSUES = 700;
const COMMITS = 2_000;

/** A text of about 5 kB with words that no other text has. */
function issueText(nth: number): string {
	const words = Array.from({ length: 700 }, (_, at) =>
		((nth * 7_919 + at * at * 31) % 99_991).toString(36),
	);
	return `# Issue ${nth}\n\n${words.join(" ")}\n`;
}

test("reading a repository of 700 issues and 2,000 commits transfers about the size of the issues, and later only the changes", {
	timeout: 300_000,
}, async () => {
	await git.server.create("scale");
	await git.server.import(
		"scale",
		longHistory(ISSUES, COMMITS, (nth) => ({ name: `${nth}.md`, text: issueText(nth) })),
	);
	await git.server.git("scale", "repack", "-adq");
	const connection = connectionTo(git.server.address("scale"));
	const repository = repositoryAt(connection);
	const tip = await git.server.tip("scale", "main");
	const listed = (await git.server.git("scale", "ls-tree", "-r", "-l", "main")).trim().split("\n");
	const weight = listed.reduce((sum, line) => sum + Number(line.split(/\s+/)[3]), 0);

	async function read(since: string | null) {
		const from = git.server.log.length;
		const began = performance.now();
		const outcome = await readIssues(repository, connection, since);
		if ("failure" in outcome) throw new Error(outcome.failure.kind);
		const seconds = (performance.now() - began) / 1_000;
		const bytes = git.server.log.slice(from).reduce((sum, entry) => sum + entry.sent, 0);
		return { ...outcome.value, seconds, bytes };
	}

	const first = await read(null);
	expect(first.written).toHaveLength(ISSUES);
	expect(first.bytes).toBeLessThan(weight);

	const text = "# Issue 700\n\nOne more.\n";
	await git.server.import(
		"scale",
		`commit refs/heads/main\ncommitter Ed <ed@newsletter.example> 1800000000 +0000\ndata 1\nx\nfrom ${tip}\nM 100644 inline issues/700.md\ndata ${text.length}\n${text}\n`,
	);
	const later = await read(first.commit);
	expect(later.written).toEqual([{ path: "700.md", text }]);
	// The file, the commit and two trees. The folder's tree is stored as a difference to the earlier one.
	expect(later.bytes).toBeLessThan(40_000);
	console.log(
		JSON.stringify({
			weight,
			first: { bytes: first.bytes, seconds: first.seconds },
			later: { bytes: later.bytes, seconds: later.seconds },
		}),
	);
});

test("a change of one item among 1,000 shared items transfers only a few kilobytes", {
	timeout: 300_000,
}, async () => {
	await git.server.create("shared");
	const connection = connectionTo(git.server.address("shared"));
	const desktop = await startMachine(connection);
	await desktop.draft("d");
	await desktop.fill(1_000);
	async function sync(machine: Machine) {
		const from = git.server.log.length;
		const began = performance.now();
		await machine.synced();
		const asked = git.server.log.slice(from);
		return {
			seconds: (performance.now() - began) / 1_000,
			requests: asked.length,
			bytes: asked.reduce((sum, { sent, received }) => sum + sent + received, 0),
		};
	}
	const first = await sync(desktop);
	const laptop = await startMachine(connection);
	const joined = await sync(laptop);
	await desktop.edit("items", "i500", { note: "Another note." });
	const sent = await sync(desktop);
	const received = await sync(laptop);
	const idle = await sync(laptop);
	expect(sent.bytes).toBeLessThan(15_000);
	expect(received.bytes).toBeLessThan(15_000);
	expect(idle).toMatchObject({ requests: 1 });
	expect(idle.bytes).toBeLessThan(2_000);
	console.log(JSON.stringify({ first, joined, sent, received, idle }));
});
