import { describe, expect, test } from "vitest";
import type { ConflictRecord } from "../../src/data/db/records.ts";
import { CONFLICTS } from "../../src/sync/share/conflict-records.ts";
import { connectionTo, useGitServer } from "./git-harness.ts";
import { type Fault, TOKEN } from "./git-server.ts";
import { commitOnServer } from "./git-server-commit.ts";
import { type Machine, startMachine } from "./share-machine.ts";

const git = useGitServer();

/** Two machines with one repository. Both have a draft and an item. */
async function two(name: string): Promise<[Machine, Machine]> {
	await git.server.create(name);
	const connection = connectionTo(git.server.address(name));
	const desktop = await startMachine(connection);
	const laptop = await startMachine(connection);
	await desktop.draft("d");
	await desktop.clip("i", "One.\nTwo.\nThree.");
	await desktop.synced();
	await laptop.synced();
	return [desktop, laptop];
}

async function inStep(...machines: Machine[]): Promise<void> {
	for (const machine of [...machines, ...machines]) await machine.synced();
	const [first, ...others] = await Promise.all(machines.map((machine) => machine.everything()));
	for (const other of others) expect(other).toEqual(first);
}

const conflictsOf = async (machine: Machine) =>
	(await machine.all(CONFLICTS)) as unknown as ConflictRecord[];

describe("Sharing drafts through a repository", () => {
	test("brings clips of one machine to the other, as readable files", async () => {
		const [, laptop] = await two("share");
		expect(await laptop.items()).toMatchObject([{ id: "i", note: "One.\nTwo.\nThree." }]);
		const month = new Date().toISOString().slice(0, 7);
		const file = await git.server.git("share", "show", `galley:items/${month}/i.json`);
		expect(file).toContain('\t"note": "One.\\nTwo.\\nThree.",\n');
		// Each machine computes the keys from the links.
		expect(file).not.toContain("keys");
		expect((await laptop.item("i")).keys).toHaveLength(1);
		const log = await git.server.git("share", "log", "--format=%an: %s", "galley");
		expect(log).toBe("Ed Itor: Change drafts (1), items (1) [skip ci]\n");
	});

	test("only requests the list of branches if nothing has changed, and makes no commit", async () => {
		const [desktop] = await two("idle");
		const asked = git.server.log.length;
		expect(await desktop.synced()).toMatchObject({ received: 0, sent: 0 });
		expect(git.server.log.slice(asked).map(({ about }) => about)).toEqual(["list"]);
	});

	test("merges the offline changes of both machines", async () => {
		const [desktop, laptop] = await two("offline");
		await desktop.edit("items", "i", { note: "One!\nTwo.\nThree." });
		await desktop.clip("a", "From the desktop.");
		await laptop.edit("items", "i", { section: "tools", note: "One.\nTwo.\nThree!" });
		await laptop.clip("b", "From the laptop.");
		await inStep(desktop, laptop);
		expect(await desktop.item("i")).toMatchObject({ note: "One!\nTwo.\nThree!", section: "tools" });
		expect((await desktop.items()).map(({ id }) => id)).toEqual(["a", "b", "i"]);
		expect(await conflictsOf(desktop)).toEqual([]);
		await git.server.git("offline", "fsck", "--strict");
	});

	test("keeps the other words with the item, once, if both machines changed the same field", async () => {
		const [desktop, laptop] = await two("conflict");
		await desktop.edit("items", "i", { note: "Desktop." });
		await laptop.edit("items", "i", { note: "Laptop, later." });
		await inStep(desktop, laptop);
		expect((await desktop.item("i")).note).toBe("Laptop, later.");
		expect(await conflictsOf(laptop)).toMatchObject([
			{ kind: "items", recordId: "i", field: "note", value: "Desktop.", deletedAt: null },
		]);
	});

	test("keeps an item that one machine edited and the other deleted", async () => {
		const [desktop, laptop] = await two("deletion");
		await laptop.edit("items", "i", { note: "Edited." });
		await desktop.edit("items", "i", { deletedAt: Date.now() });
		await inStep(desktop, laptop);
		expect(await desktop.item("i")).toMatchObject({ note: "Edited.", deletedAt: null });
	});

	test("joins two machines that both have drafts of their own", async () => {
		await git.server.create("join");
		const connection = connectionTo(git.server.address("join"));
		const [desktop, laptop] = [await startMachine(connection), await startMachine(connection)];
		await desktop.draft("d1");
		await desktop.clip("a", "Desktop.", "d1");
		await laptop.draft("d2");
		await laptop.clip("b", "Laptop.", "d2");
		await laptop.edit("items", "b", { note: "Laptop!" });
		// Sharing begins with all present records, whether or not they have changed since.
		for (const machine of [desktop, laptop]) await machine.database.clear("outbox");
		await inStep(desktop, laptop);
		expect((await laptop.items()).map(({ note }) => note)).toEqual(["Desktop.", "Laptop!"]);
	});

	test("moves items that were added to a draft while another machine published it to the open draft", async () => {
		const [desktop, laptop] = await two("stray");
		await desktop.edit("drafts", "d", { publishedTime: Date.now() });
		await desktop.draft("e");
		await laptop.clip("late", "Too late.");
		await inStep(desktop, laptop);
		expect((await desktop.item("late")).draftId).toBe("e");
		expect((await desktop.item("i")).draftId).toBe("d");
	});

	test("continues when two machines push at the same moment", async () => {
		const [desktop, laptop] = await two("race");
		await desktop.clip("a", "Desktop.");
		await laptop.clip("b", "Laptop.");
		let isFirst = true;
		git.server.before = async ({ about }) => {
			if (about !== "push" || !isFirst) return;
			isFirst = false;
			await laptop.synced();
		};
		await desktop.synced();
		git.server.before = null;
		await inStep(desktop, laptop);
		expect((await laptop.items()).map(({ id }) => id)).toEqual(["a", "b", "i"]);
	});

	test("loses nothing that is typed during a sync", async () => {
		const [desktop, laptop] = await two("typing");
		await laptop.edit("items", "i", { section: "tools" });
		await laptop.synced();
		git.server.before = async ({ about }) => {
			if (about !== "fetch") return;
			git.server.before = null;
			await desktop.edit("items", "i", { note: "Typed meanwhile." });
		};
		await desktop.synced();
		await inStep(desktop, laptop);
		expect(await laptop.item("i")).toMatchObject({ note: "Typed meanwhile.", section: "tools" });
	});

	test("does not change other files on the branch", async () => {
		const [desktop] = await two("others");
		await commitOnServer(git.server, "others", { "README.md": "Ours." }, "galley");
		await desktop.clip("a", "More.");
		await desktop.synced();
		expect(await git.server.git("others", "show", "galley:README.md")).toBe("Ours.");
	});
});

describe("Sharing when something fails", () => {
	const FAULTS: [string, Fault, string][] = [
		["401", { status: 401 }, "tokenRefused"],
		["403", { status: 403 }, "readOnlyToken"],
		["404", { status: 404 }, "noRepository"],
		["429", { status: 429 }, "rateLimit"],
		["500", { status: 500 }, "hostError"],
		["nothing", "closed", "unreachable"],
		["the acknowledgment cut off", "unacknowledged", "unreachable"],
	];

	let pair: [Machine, Machine] | null = null;
	let clipped = 0;

	test.each(FAULTS)("continues after a push was answered with %s", async (label, fault, kind) => {
		pair ??= await two("faults");
		const [desktop, laptop] = pair;
		clipped += 1;
		await desktop.clip(label, "Clipped.");
		git.server.fault = ({ about }) => (about === "push" ? fault : null);
		expect(await desktop.sync()).toMatchObject({ failure: { kind } });
		git.server.fault = null;
		await desktop.synced();
		await laptop.synced();
		expect(await laptop.everything()).toEqual(await desktop.everything());
		expect(await laptop.items()).toHaveLength(1 + clipped);
		const count = await git.server.git("faults", "rev-list", "--count", "galley");
		expect(Number(count)).toBe(1 + clipped);
	});

	test("continues after half a packfile", async () => {
		const [desktop, laptop] = await two("half");
		await desktop.clip("a", "Clipped.");
		await desktop.synced();
		git.server.fault = ({ about }) => (about === "fetch" ? "half" : null);
		expect(await laptop.sync()).toMatchObject({ failure: { kind: "brokenAnswer" } });
		git.server.fault = null;
		await inStep(desktop, laptop);
	});

	test("continues after a sync was interrupted at any step", { timeout: 120_000 }, async () => {
		const [desktop, laptop] = await two("killed");
		for (let step = 0; step < 9; step += 1) {
			await laptop.clip(`l${step}`, "Laptop.");
			await laptop.synced();
			await desktop.clip(`d${step}`, "Desktop.");
			await desktop.killedAt(step);
		}
		await inStep(desktop, laptop);
		expect(await laptop.items()).toHaveLength(19);
		expect(await conflictsOf(laptop)).toEqual([]);
		await git.server.git("killed", "fsck", "--strict");
	});

	test("sends everything again to a branch that somebody deleted", async () => {
		const [desktop, laptop] = await two("deleted");
		await git.server.git("deleted", "update-ref", "-d", "refs/heads/galley");
		await laptop.clip("a", "Clipped.");
		await inStep(laptop, desktop);
		expect(await git.server.git("deleted", "ls-tree", "-r", "--name-only", "galley")).toMatch(
			/drafts\/.*items\/.*a\.json.*items\/.*i\.json/s,
		);
	});

	test("loses no edit when a forced push moves the branch back", async () => {
		const [desktop, laptop] = await two("reset");
		const old = await git.server.tip("reset", "galley");
		await desktop.edit("items", "i", { note: "Newer." });
		await desktop.synced();
		await laptop.synced();
		await git.server.git("reset", "update-ref", "refs/heads/galley", old);
		await laptop.clip("a", "Clipped.");
		await inStep(laptop, desktop);
		expect((await laptop.item("i")).note).toBe("Newer.");
		expect(await conflictsOf(laptop)).toEqual([]);
	});

	test("loses nothing when a forced push replaces the branch with another history", async () => {
		const [desktop, laptop] = await two("replaced");
		await desktop.clip("a", "Clipped.");
		await desktop.synced();
		await laptop.synced();
		await git.server.git("replaced", "update-ref", "-d", "refs/heads/galley");
		await commitOnServer(git.server, "replaced", { "README.md": "Anew." }, "galley");
		await inStep(laptop, desktop);
		expect(await git.server.git("replaced", "ls-tree", "-r", "--name-only", "galley")).toMatch(
			/README.md.*a\.json.*i\.json/s,
		);
	});

	test("continues after the fetched objects have been deleted from this machine", async () => {
		const [desktop, laptop] = await two("evicted");
		await laptop.clip("a", "Laptop.");
		await laptop.synced();
		await desktop.clip("b", "Desktop.");
		await desktop.forgetRepository();
		await inStep(desktop, laptop);
		expect((await laptop.items()).map(({ id }) => id)).toEqual(["a", "b", "i"]);
	});

	test("merges by changes, and is not affected by clocks that differ by an hour", async () => {
		await git.server.create("clocks");
		const connection = connectionTo(git.server.address("clocks"));
		const early = await startMachine(connection, { clock: () => Date.now() - 3_600_000 });
		const right = await startMachine(connection);
		await right.draft("d");
		await right.clip("i", "Before.");
		await inStep(right, early);
		await right.edit("items", "i", { note: "First." });
		await inStep(right, early);
		await early.edit("items", "i", { note: "Second, by a slow clock." });
		await right.edit("items", "i", { section: "tools" });
		await inStep(right, early);
		expect(await right.item("i")).toMatchObject({
			note: "Second, by a slow clock.",
			section: "tools",
		});
	});

	test("reads the valid records of a hostile branch and reports why it ignored the others", async () => {
		const [desktop, laptop] = await two("hostile");
		const before = await laptop.everything();
		const item = { ...(await desktop.item("i")), id: "good", note: "<script>alert(1)</script>" };
		await commitOnServer(
			git.server,
			"hostile",
			{
				"items/9999-99/good.json": "{}",
				"items/text.json": "No JSON.",
				"items/list.json": "[1]",
				"items/proto.json": '{"__proto__":{"id":"x"},"id":"proto","createdAt":0,"changed":{}}',
				"items/other.json": JSON.stringify({ id: "elsewhere", createdAt: 0, changed: {} }),
				"items/huge.json": JSON.stringify({ id: "huge", note: "x".repeat(1_000_000) }),
				"items/good.json": JSON.stringify({ ...item, createdAt: 0 }),
				drafts: "A file where a folder was.",
			},
			"galley",
		);
		const { refused } = await laptop.synced();
		expect(Object.fromEntries(refused.map(({ path, reason }) => [path, reason]))).toEqual({
			"items/9999-99/good.json": "wrongShape",
			"items/huge.json": "tooLong",
			"items/list.json": "wrongShape",
			"items/other.json": "wrongPlace",
			"items/proto.json": "wrongShape",
			"items/text.json": "notJson",
		});
		expect((await laptop.item("good")).note).toBe("<script>alert(1)</script>");
		expect((await laptop.items()).map(({ id }) => id)).toEqual(["good", "i"]);
		expect(await laptop.all("drafts")).toEqual(before.drafts);
	});

	test("never stores the token", async () => {
		const [desktop, laptop] = await two("secret");
		await desktop.edit("items", "i", { note: "Desktop." });
		await laptop.edit("items", "i", { note: "Laptop." });
		await inStep(desktop, laptop);
		git.server.fault = ({ about }) => (about === "push" ? { status: 401 } : null);
		await desktop.clip("a", "More.");
		const failed = JSON.stringify(await desktop.sync());
		const texts = [failed, JSON.stringify(await desktop.everything())];
		for (const path of await desktop.store.paths()) {
			texts.push(path, Buffer.from((await desktop.store.read(path)) ?? []).toString("latin1"));
		}
		const objects = await git.server.git("secret", "cat-file", "--batch-all-objects", "--batch");
		const encoded = Buffer.from(`git:${TOKEN}`).toString("base64");
		for (const text of [...texts, objects]) {
			expect(text).not.toContain(TOKEN);
			expect(text).not.toContain(encoded);
		}
	});
});
