import { createHash } from "node:crypto";
import type { GitConnection } from "../../src/connections/connection.ts";
import { canonicalJson } from "../../src/core/json/canonical-json.ts";
import { CONFLICTS } from "../../src/sync/share/conflict-records.ts";
import { randomOf } from "../random-of.ts";
import { connectionTo, QUICK } from "./git-harness.ts";
import type { Fault, GitServer } from "./git-server.ts";
import { type Machine, startMachine } from "./share-machine.ts";

export interface ConvergenceOptions {
	seed: number;
	machines: number;
	edits: number;
}

/** The results of a run. It throws if the machines differ at the end or words are lost. */
export interface ConvergenceResult {
	syncs: number;
	failedSyncs: number;
	kills: number;
	conflicts: number;
	items: number;
	commits: number;
}

const FAULTS: readonly Fault[] = ["closed", "half", "unacknowledged", { status: 500 }];

/**
 * Lets several machines make random edits, sync, go offline, fail and be killed. Then checks that all
 * machines and the branch have the same records, and that nothing that was once stored is lost.
 */
export async function converge(
	server: GitServer,
	{ seed, machines: count, edits }: ConvergenceOptions,
): Promise<ConvergenceResult> {
	const name = `convergence-${seed}-${count}`;
	await server.create(name);
	const random = randomOf(seed);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const connection: GitConnection = connectionTo(server.address(name));
	const result = { syncs: 0, failedSyncs: 0, kills: 0, conflicts: 0, items: 0, commits: 0 };

	let time = 1_700_000_000_000;
	const machines: Machine[] = [];
	for (let nth = 0; nth < count; nth += 1) {
		// The clocks differ by up to an hour.
		const skew = Math.floor(random() * 3_600_000);
		const clock = () => {
			time += 1_000;
			return time + skew;
		};
		const author = { name: `Machine ${nth}`, email: `m${nth}@newsletter.example` };
		machines.push(
			await startMachine(
				{ ...connection, author },
				{ clock, options: { ...QUICK, retries: { attempts: 1, firstPauseMs: 1 } } },
			),
		);
	}
	await machines[0]?.draft("d0");
	for (const machine of machines) await machine.synced();

	/** Every word that was stored on any machine, and every item. */
	const words = new Set<string>();
	const clipped = new Set<string>();
	const offline = new Map<Machine, number>();
	let nth = 0;

	async function edit(machine: Machine): Promise<void> {
		nth += 1;
		const items = await machine.items();
		const standing = items.filter(({ deletedAt }) => !deletedAt);
		const drafts = (await machine.all("drafts")).filter(({ publishedTime }) => !publishedTime);
		const chance = random();
		const item = pick(standing);
		const draftId = String(pick(drafts)?.id ?? "shelf");
		if (chance < 0.3 || !item) {
			const id = `i${nth}`;
			const word = wordOf(nth);
			await machine.clip(id, `Clip.\n${word}`, draftId, pick(["news", "tools"]));
			clipped.add(id);
			words.add(word);
		} else if (chance < 0.6) {
			const word = wordOf(nth);
			const lines = item.note.split("\n");
			// A line is inserted somewhere, so that no earlier words are removed on purpose.
			lines.splice(Math.floor(random() * (lines.length + 1)), 0, word);
			await machine.edit("items", item.id, { note: lines.join("\n") });
			words.add(word);
		} else if (chance < 0.72) {
			await machine.edit("items", item.id, { section: pick(["news", "tools", "jobs"]) });
		} else if (chance < 0.8) await machine.edit("items", item.id, { draftId });
		else if (chance < 0.87) await machine.edit("items", item.id, { deletedAt: time });
		else if (chance < 0.93) {
			const deleted = pick(items.filter(({ deletedAt }) => deletedAt));
			if (deleted) await machine.edit("items", deleted.id, { deletedAt: null });
		} else if (chance < 0.98) {
			const draft = pick(drafts);
			const word = wordOf(nth);
			if (!draft) return;
			const intro = `${String(draft.intro)}\n${word}`;
			await machine.edit("drafts", String(draft.id), { intro });
			words.add(word);
		} else {
			const draft = pick(drafts);
			if (draft) await machine.edit("drafts", String(draft.id), { publishedTime: time });
			await machine.draft(`d${nth}`);
		}
	}

	async function sync(machine: Machine): Promise<void> {
		result.syncs += 1;
		const chance = random();
		if (chance < 0.1) {
			result.kills += 1;
			await machine.killedAt(Math.floor(random() * 9));
			return;
		}
		const fault = chance < 0.2 ? pick(FAULTS) : undefined;
		const about = pick(["list", "fetch", "push"]);
		server.fault = (asked) => (fault && asked.about === about ? fault : null);
		const outcome = await machine.sync();
		server.fault = null;
		if ("failure" in outcome) result.failedSyncs += 1;
	}

	for (let done = 0; done < edits; done += 1) {
		const machine = pick(machines);
		if (!machine) break;
		await edit(machine);
		const left = offline.get(machine) ?? 0;
		if (left > 0) offline.set(machine, left - 1);
		else if (random() < 0.05) offline.set(machine, Math.floor(random() * 30));
		else if (random() < 0.25) await sync(machine);
	}
	await bringInStep(machines);
	await check();
	for (const machine of machines) machine.close();
	return result;

	async function check(): Promise<void> {
		const all = await Promise.all(machines.map((machine) => machine.everything()));
		const [first = {}, ...others] = all.map(canonicalJson);
		const different = others.findIndex((other) => other !== first);
		if (different !== -1) fail(`machine ${different + 1} holds other records than machine 0`);
		const everything = all[0] ?? {};
		const items = everything.items ?? [];
		const ids = new Set(items.map(({ id }) => id));
		for (const id of clipped) if (!ids.has(id)) fail(`the item ${id} is gone`);
		const text = JSON.stringify(everything);
		for (const word of words) if (!text.includes(word)) fail(`the words ${word} are gone`);
		result.items = items.length;
		result.conflicts = everything[CONFLICTS]?.length ?? 0;
		await checkBranch(everything);
	}

	/** The branch contains exactly the records of the machines, and is valid for Git. */
	async function checkBranch(everything: Record<string, unknown[]>): Promise<void> {
		await server.git(name, "fsck", "--strict", "--full");
		const files = (await server.git(name, "ls-tree", "-r", "--name-only", "galley")).trim();
		const records = Object.values(everything).flat().length;
		const found = files.split("\n").length;
		if (found !== records) fail(`${found} files on the branch for ${records} records`);
		result.commits = Number(await server.git(name, "rev-list", "--count", "galley"));
	}

	function fail(what: string): never {
		throw new Error(`${what} (seed ${seed}, ${count} machines, ${edits} edits)`);
	}
}

/** Syncs all machines until none of them has changes that the others do not have. */
async function bringInStep(machines: readonly Machine[]): Promise<void> {
	for (let round = 0; round < 6; round += 1) {
		let changes = 0;
		for (const machine of machines) {
			const { received, sent } = await machine.synced();
			changes += received + sent;
		}
		if (changes === 0) return;
	}
	throw new Error("The machines do not come to rest.");
}

/** Words that are not used anywhere else. */
function wordOf(nth: number): string {
	return `word-${createHash("sha1").update(String(nth)).digest("hex").slice(0, 10)}`;
}
