import { beforeEach, describe, expect, test } from "vitest";
import { earlierState } from "../../../src/sync/history/earlier-state.ts";
import { fetchEarlier, sharedHistory } from "../../../src/sync/history/shared-history.ts";
import { connectionTo, repositoryAt, useGitServer } from "../git-harness.ts";
import { commitOnServer } from "../git-server-commit.ts";
import { KINDS, type Machine, startMachine } from "../share-machine.ts";

const git = useGitServer();
let count = 0;
let name = "";
let desktop: Machine;

beforeEach(async () => {
	count += 1;
	name = `history-${count}`;
	await git.server.create(name);
	const ann = { author: { name: "Ann", email: "ann@newsletter.example" } };
	desktop = await startMachine(connectionTo(git.server.address(name), ann));
});

const ours = () => connectionTo(git.server.address(name));

async function historyOf(machine: Machine, most = 20, from: string | null = null) {
	const start = from ?? (await machine.records.state()).base;
	return sharedHistory(machine.repository(), KINDS, start, most);
}

/** A draft with two items, of which one is edited and one deleted later, in three commits. */
async function threeCommits(): Promise<void> {
	await desktop.draft("d", { number: 469 });
	await desktop.clip("one", "First.");
	await desktop.clip("two", "Second.");
	await desktop.synced();
	await desktop.edit("items", "one", { note: "First, better." });
	await desktop.edit("drafts", "d", { intro: "Hello." });
	await desktop.synced();
	await desktop.edit("items", "two", { deletedAt: 5 });
	await desktop.clip("three", "Third.");
	await desktop.synced();
}

describe("The history of the shared branch", () => {
	test("says who changed what in which draft, the newest first, without a request", async () => {
		await threeCommits();
		const asked = git.server.log.length;
		const { commits, next } = await historyOf(desktop);
		expect(git.server.log.length).toBe(asked);
		expect(next).toBeNull();
		expect(commits.map(({ author }) => author)).toEqual(["Ann", "Ann", "Ann"]);
		expect(Math.abs((commits[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
		const place = { draftId: "d", label: 469 };
		expect(commits.map(({ changes }) => changes)).toEqual([
			[
				{
					...place,
					counts: [
						{ kind: "items", way: "added", count: 1 },
						{ kind: "items", way: "deleted", count: 1 },
					],
				},
			],
			[
				{
					...place,
					counts: [
						{ kind: "drafts", way: "changed", count: 1, fields: ["intro"] },
						{ kind: "items", way: "changed", count: 1 },
					],
				},
			],
			[
				{
					...place,
					counts: [
						{ kind: "drafts", way: "added", count: 1 },
						{ kind: "items", way: "added", count: 2 },
					],
				},
			],
		]);
	});

	test("is read in parts", async () => {
		await threeCommits();
		const whole = await historyOf(desktop);
		const first = await historyOf(desktop, 2);
		expect(first.commits).toEqual(whole.commits.slice(0, 2));
		expect(first).toMatchObject({ next: whole.commits[2]?.id, isStored: true });
		const rest = await historyOf(desktop, 2, first.next);
		expect(rest).toEqual({ commits: whole.commits.slice(2), next: null, isStored: false });
	});

	test("is empty before the first sync", async () => {
		expect(await historyOf(desktop)).toEqual({ commits: [], next: null, isStored: false });
	});

	test("ends where it was not fetched, and the rest can be fetched", async () => {
		await threeCommits();
		const laptop = await startMachine(ours());
		await laptop.synced();
		const before = await historyOf(laptop);
		expect(before.commits).toMatchObject([{ author: "Ann", changes: null }]);
		expect(before.next).not.toBeNull();
		expect(before.isStored).toBe(false);

		expect(await fetchEarlier(laptop.repository(), ours(), 10)).toEqual({ value: null });
		expect(await historyOf(laptop)).toEqual(await historyOf(desktop));
		await laptop.edit("items", "one", { note: "Third version." });
		expect(await laptop.synced()).toMatchObject({ sent: 1, conflicts: 0 });
		expect((await historyOf(laptop)).commits).toHaveLength(4);
	});

	test("says that a commit is missing if the browser has deleted the stored repository", async () => {
		await threeCommits();
		const { base } = await desktop.records.state();
		await desktop.forgetRepository();
		expect(await historyOf(desktop)).toEqual({ commits: [], next: base, isStored: false });
		expect(await earlierState(desktop.repository(), KINDS, base ?? "")).toBeNull();
	});

	test("counts what moved, what came back and what was published", async () => {
		await desktop.draft("d", { number: 1 });
		await desktop.draft("e", { number: 2 });
		await desktop.clip("one", "First.");
		await desktop.clip("two", "Second.");
		await desktop.edit("items", "two", { deletedAt: 5 });
		await desktop.synced();
		await desktop.edit("items", "one", { draftId: "e" });
		await desktop.edit("items", "two", { deletedAt: null });
		await desktop.edit("drafts", "d", { publishedTime: 9 });
		await desktop.synced();
		const [last] = (await historyOf(desktop)).commits;
		expect(last?.changes).toEqual([
			{
				...{ draftId: "d", label: 1 },
				counts: [
					{ kind: "drafts", way: "published", count: 1 },
					{ kind: "items", way: "restored", count: 1 },
				],
			},
			{ draftId: "e", label: 2, counts: [{ kind: "items", way: "moved", count: 1 }] },
		]);
	});
});

describe("An earlier state of the drafts", () => {
	test("has every open draft with its items in order, as they were", async () => {
		await threeCommits();
		const { commits } = await historyOf(desktop);
		const state = await earlierState(desktop.repository(), KINDS, commits[2]?.id ?? "");
		expect(state).toMatchObject({
			drafts: [{ draft: { id: "d", intro: "" }, items: [{ note: "First." }, { note: "Second." }] }],
			refused: [],
		});
		const later = await earlierState(desktop.repository(), KINDS, commits[0]?.id ?? "");
		expect(later?.drafts[0]?.items.map(({ id }) => id)).toEqual(["one", "three"]);
	});

	test("leaves out a file of another shape, with the reason", async () => {
		await threeCommits();
		const commit = await commitOnServer(
			git.server,
			name,
			{ "items/2026-11/broken.json": "[", "items/2026-11/other.json": '{"id": 7}' },
			"galley",
		);
		const laptop = await startMachine(ours());
		await laptop.synced();
		const state = await earlierState(laptop.repository(), KINDS, commit);
		expect(state?.refused).toEqual([
			{ path: "items/2026-11/broken.json", reason: "notJson" },
			{ path: "items/2026-11/other.json", reason: "wrongShape" },
		]);
		expect(state?.drafts[0]?.items).toHaveLength(2);
	});

	test("is not read from a commit that is not stored", async () => {
		await threeCommits();
		const elsewhere = repositoryAt(ours());
		const { base } = await desktop.records.state();
		expect(await earlierState(elsewhere, KINDS, base ?? "")).toBeNull();
	});
});
