import { type GitServer, startGitServer } from "../../sync/git-server.ts";
import { commitOnServer } from "../../sync/git-server-commit.ts";
import { longHistory } from "../../sync/long-history.ts";
import type { Measured } from "../browser-pool.ts";
import { generatedIssue } from "../generated-issues.ts";
import { BOTH, type Group } from "../group.ts";

const REPOSITORY = "news";
const ISSUES = 700;
const COMMITS = 2_000;
/** A first read takes many seconds. */
const MOST_SAMPLES = 5;

/**
 * Reading a repository for the first time, and one further issue later. What is received is compared with
 * the size of what changed: all issues at first, and later the new objects.
 */
export const gitRows: Group = {
	name: "git",
	browsers: BOTH,
	async measure({ pool, repetitions }) {
		const server = await startGitServer();
		try {
			await server.create(REPOSITORY);
			server.publicNames.add(REPOSITORY);
			await server.import(
				REPOSITORY,
				longHistory(ISSUES, COMMITS, (nth) => generatedIssue(nth + 1)),
			);
			await server.git(REPOSITORY, "repack", "-adq");
			// An archive with one link, because other groups read the archives of the usual sizes.
			const measured = await pool.withArchive(1);
			return { measurements: await measureSyncs(server, measured, repetitions) };
		} finally {
			await server.close();
		}
	},
};

async function measureSyncs(server: GitServer, measured: Measured, repetitions: number) {
	const port = Number(new URL(server.address(REPOSITORY)).port);
	const first = { ms: [] as number[], received: [] as number[], changed: [] as number[] };
	const later = { ms: [] as number[], received: [] as number[], changed: [] as number[] };
	for (let round = 0; round < Math.min(repetitions, MOST_SAMPLES); round += 1) {
		await measured.run("reset");
		let from = server.log.length;
		first.changed.push(await sizeOfIssues(server));
		first.ms.push(await measured.run("readRepository", port));
		first.received.push(receivedSince(server, from));

		const before = await server.tip(REPOSITORY, "main");
		const { name, text } = generatedIssue(ISSUES + round + 1);
		const after = await commitOnServer(server, REPOSITORY, { [`issues/${name}`]: text });
		from = server.log.length;
		later.changed.push(await sizeOfObjects(server, before, after));
		later.ms.push(await measured.run("syncRepository", port));
		later.received.push(receivedSince(server, from));
	}
	const named = [
		{
			what: `First read of a repository of ${ISSUES} issues and ${COMMITS.toLocaleString("en")} commits`,
			baseline: "the size of the issues",
			...first,
		},
		{
			what: `One more issue in a folder of ${ISSUES}`,
			baseline: "the size of the new objects",
			...later,
		},
	];
	return named.flatMap(({ what, baseline, ms, received, changed }) => [
		{
			what: `${what}, received`,
			unit: "MB" as const,
			own: received,
			baseline: { what: baseline, samples: changed },
			bound: 1,
		},
		{ what, unit: "ms" as const, own: ms, baseline: null, bound: null },
	]);
}

const MEGABYTE = 1_000_000;

function receivedSince(server: GitServer, from: number): number {
	return server.log.slice(from).reduce((sum, { sent }) => sum + sent, 0) / MEGABYTE;
}

/** The size of all issues of the last commit, in megabytes. */
async function sizeOfIssues(server: GitServer): Promise<number> {
	const listed = await server.git(REPOSITORY, "ls-tree", "-r", "-l", "main");
	return sumOf(
		listed
			.trim()
			.split("\n")
			.map((line) => line.split(/\s+/)[3] ?? ""),
	);
}

/** The size of the objects that a commit added, in megabytes. */
async function sizeOfObjects(server: GitServer, before: string, after: string): Promise<number> {
	const listed = await server.git(REPOSITORY, "rev-list", "--objects", `${before}..${after}`);
	const ids = listed
		.trim()
		.split("\n")
		.map((line) => line.split(" ")[0] ?? "");
	return sumOf(await Promise.all(ids.map((id) => server.git(REPOSITORY, "cat-file", "-s", id))));
}

function sumOf(sizes: readonly string[]): number {
	return sizes.reduce((sum, size) => sum + Number(size), 0) / MEGABYTE;
}
