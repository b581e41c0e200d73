import { describe, expect, test, vi } from "vitest";
import { createFacts, type FactsEnvironment } from "../../../src/options/settings/storage-facts.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../backup/fake-downloads.ts")).mock(),
);

beginWithEmptyDatabase();

const refuse = () => Promise.reject(new Error("not now"));

/** The answers of a browser, except for those that are given. */
function factsWith(environment: Partial<FactsEnvironment>, storage: Partial<StorageManager> = {}) {
	return createFacts({
		storage: {
			persisted: async () => false,
			persist: async () => true,
			estimate: async () => ({ usage: 1_000 }),
			...storage,
		},
		isUnlimited: async () => false,
		optional: () => ["downloads"],
		holds: async () => true,
		giveBack: async () => {},
		onPermissions: () => () => {},
		...environment,
	});
}

async function read(facts: ReturnType<typeof createFacts>) {
	facts.follow()();
	await vi.waitFor(() => expect(facts.facts.value).not.toBeNull());
	return facts.facts.value;
}

describe("The facts about the storage", () => {
	test("are shown as far as the browser reports them", async () => {
		expect(await read(factsWith({}))).toMatchObject({
			persistent: false,
			used: 1_000,
			permissions: [{ name: "downloads", held: true }],
		});
		expect(await read(factsWith({ isUnlimited: refuse, holds: refuse }))).toMatchObject({
			persistent: null,
			used: 1_000,
			permissions: null,
		});
	});

	test("include a refusal to make it persistent, and the next attempt works", async () => {
		const answers = [refuse, async () => false, async () => true];
		const facts = factsWith({}, { persist: () => (answers.shift() ?? refuse)() });
		await facts.persist();
		expect(facts.problem.value).toEqual({
			about: "storage",
			sentence: { key: "storagePersistFailed", values: ["not now."] },
		});
		await facts.persist();
		expect(facts.problem.value?.sentence.key).toBe("storagePersistRefused");
		await facts.persist();
		expect(facts.problem.value).toBeNull();
	});

	test("include a permission that could not be given back, and the next attempt works", async () => {
		const answers = [refuse, async () => {}];
		const facts = factsWith({ giveBack: () => (answers.shift() ?? refuse)() });
		await facts.giveBack("downloads");
		expect(facts.problem.value).toEqual({
			about: "permissions",
			sentence: { key: "permissionGiveBackFailed", values: ["not now."] },
		});
		await facts.giveBack("downloads");
		expect(facts.problem.value).toBeNull();
	});
});
