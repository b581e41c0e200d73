import { describe, expect, test, vi } from "vitest";
import { writeToArchive } from "../../../src/data/archive/archive.ts";
import { database } from "../../../src/data/db/database.ts";
import { keepDerived } from "../../../src/data/db/derived.ts";
import {
	keptOverview,
	storedIndex,
	storeIndex,
	updateIndex,
} from "../../../src/data/search/stored-index.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { archived } from "./archived.ts";

beginWithEmptyDatabase();

const EVERYTHING = { section: "", year: "" };
const add = (number: number, note: string) =>
	writeToArchive([archived(number, { News: [[note, `https://a.example/${number}`]] })]);

async function refreshed() {
	const read = vi.fn();
	const kept = await updateIndex(await storedIndex(), read);
	await storeIndex(kept);
	const find = (words: string) =>
		kept.index.find(words, EVERYTHING, 9).hits.map(({ document }) => document.issue);
	return { kept, find, read: read.mock.lastCall?.[0] ?? 0 };
}

describe("The stored index", () => {
	test("is used unchanged while the archive is the same", async () => {
		await add(1, "queues");
		expect((await refreshed()).read).toBe(1);
		const again = await refreshed();
		expect(again.read).toBe(0);
		expect(again.find("queues")).toEqual([1]);
		expect(again.kept.summaries).toMatchObject([{ number: 1, hosts: { "a.example": 1 } }]);
	});

	test("only reads the new issues", async () => {
		await add(2, "queues");
		await refreshed();
		await add(1, "caches");
		const { read, find, kept } = await refreshed();
		expect(read).toBe(1);
		expect([find("queues"), find("caches")]).toEqual([[2], [1]]);
		expect(kept.summaries.map(({ number }) => number)).toEqual([1, 2]);
	});

	test("removes a deleted issue, and updates the newest one when its text changes", async () => {
		await add(1, "queues");
		await add(2, "caches");
		await refreshed();
		const store = await database();
		await store.delete("archive", "imported-1");
		const other = archived(2, { News: [["other words", "https://a.example/2"]] });
		await store.put("archive", { ...other, archivedAt: 2 });
		const { find, kept } = await refreshed();
		expect([find("queues"), find("caches"), find("other")]).toEqual([[], [], [2]]);
		expect(kept.summaries.map(({ number }) => number)).toEqual([2]);
	});

	test("has a separate overview, which is valid until the archive changes", async () => {
		await add(1, "queues");
		await refreshed();
		expect(await keptOverview()).toMatchObject({ issues: 1, items: 1 });
		await add(2, "caches");
		expect(await keptOverview()).toBeNull();
	});

	test.each([
		["another form", { form: 0, index: "{}", summaries: [] }],
		["no value", null],
		["unreadable content", { form: 1, index: "{", summaries: [] }],
	])("is built again if it has %s", async (_, value) => {
		await add(1, "queues");
		await keepDerived({ key: "search", basis: "any", value });
		expect((await refreshed()).find("queues")).toEqual([1]);
	});
});
