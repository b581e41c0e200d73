import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addItem } from "../../../src/data/items/items.ts";
import type { Desk } from "../../../src/options/app/desk.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

beginWithEmptyDatabase();

let desk: Desk;
let end = () => {};
let itemId = "";

interface Begun {
	mode: string;
	stores: string[];
}

let begun: Begun[] = [];
/** The number of transactions that have not ended. */
let open = 0;

beforeEach(async () => {
	// Only the timers of Galley are faked. The database uses immediates.
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	const real = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
		this: IDBDatabase,
		stores,
		mode = "readonly",
		options,
	) {
		begun.push({ mode, stores: [stores].flat().sort() as string[] });
		const transaction = real.call(this, stores, mode, options);
		open += 1;
		const ended = () => {
			open -= 1;
		};
		transaction.addEventListener("complete", ended);
		transaction.addEventListener("abort", ended);
		return transaction;
	});
	({ desk, end } = await openDesk());
	const links = [{ url: "https://a.example/", title: "" }];
	itemId = (await addItem({ section: "news", note: "Before", links })).item.id;
	await desk.stored.refresh();
	await settled();
});
afterEach(() => {
	end();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

/** Longer than any delay after which Galley reads what has changed. */
const LONGEST_DELAY_MS = 1_000;
const STEP_MS = 50;

/** Resolves when no transaction is open and none has begun for the longest delay. */
async function settled(): Promise<void> {
	for (let quiet = 0; quiet < LONGEST_DELAY_MS; quiet += STEP_MS) {
		const before = begun.length;
		await vi.advanceTimersByTimeAsync(STEP_MS);
		do await new Promise(setImmediate);
		while (open > 0);
		if (begun.length > before) quiet = 0;
	}
}

/** Saves what `type` has typed, and resolves to the transactions that this caused, writes first. */
async function transactionsOf(type: () => void): Promise<Begun[]> {
	begun = [];
	type();
	await desk.fields.flush();
	await settled();
	return begun;
}

const DESK: Begun = {
	mode: "readonly",
	stores: ["drafts", "history", "items", "settings", "sponsors"],
};

describe("Typed text is saved in one transaction over the stores it needs, and read again in", () => {
	test("one, for the note of an item", async () => {
		expect(await transactionsOf(() => desk.fields.item(itemId).note.type("After"))).toEqual([
			{ mode: "readwrite", stores: ["drafts", "history", "items", "outbox", "sharing"] },
			DESK,
		]);
		expect(desk.stored.item(itemId).value?.note).toBe("After");
	});

	test("two, for a field of the draft, which decides its sponsors", async () => {
		const typed = await transactionsOf(() => desk.fields.draft.value?.intro.type("Hello"));
		expect(typed).toHaveLength(3);
		expect(typed).toEqual(
			expect.arrayContaining([
				{ mode: "readwrite", stores: ["drafts", "history", "outbox", "sharing"] },
				DESK,
				{ mode: "readonly", stores: ["archive", "drafts", "sponsors"] },
			]),
		);
		expect(desk.stored.draft.value?.intro).toBe("Hello");
	});

	test("one, for a field of the house style", async () => {
		const typed = await transactionsOf(() => desk.styleState.fields.fileName.type("{number}.md"));
		expect(typed).toEqual([
			{ mode: "readwrite", stores: ["drafts", "history", "outbox", "settings", "sharing"] },
			DESK,
		]);
		expect(desk.stored.style.value.fileName).toBe("{number}.md");
	});
});
