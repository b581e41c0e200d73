import { expect, test } from "vitest";
import { recordsAt, shareHistory } from "../../src/sync/share/share-history.ts";
import { connectionTo, useGitServer } from "./git-harness.ts";
import { KINDS, startMachine } from "./share-machine.ts";

const git = useGitServer();

test("a machine that joined later can read who changed what, and every earlier version", async () => {
	await git.server.create("history");
	const connection = connectionTo(git.server.address("history"));
	const ann = { ...connection, author: { name: "Ann", email: "ann@newsletter.example" } };
	const desktop = await startMachine(ann);
	await desktop.draft("d");
	await desktop.clip("i", "First.");
	await desktop.synced();
	await desktop.edit("items", "i", { note: "Second." });
	await desktop.synced();
	const laptop = await startMachine(connection);
	await laptop.synced();
	await laptop.edit("items", "i", { note: "Third." });
	await laptop.synced();

	const repository = laptop.repository();
	const outcome = await shareHistory(repository, connection, KINDS, 10);
	const commits = "value" in outcome ? outcome.value : [];
	const notes = commits.map(({ author, changes }) => [
		author.name,
		...changes
			.filter(({ kind }) => kind === "items")
			.flatMap(({ before, after }) => [before?.note ?? null, after?.note ?? null]),
	]);
	expect(notes).toEqual([
		["Ed Itor", "Second.", "Third."],
		["Ann", "First.", "Second."],
		["Ann", null, "First."],
	]);
	const oldest = commits.at(-1)?.commit ?? "";
	const records = await recordsAt(repository, KINDS, oldest);
	expect(records.get("items")).toMatchObject([{ id: "i", note: "First." }]);

	const newest = await shareHistory(repository, connection, KINDS, 1);
	expect(newest).toMatchObject({ value: [{ author: { name: "Ed Itor" } }] });
	for (const machine of [laptop, desktop]) {
		expect(await machine.synced()).toMatchObject({ sent: 0, conflicts: 0 });
	}
	expect((await desktop.item("i")).note).toBe("Third.");
});
