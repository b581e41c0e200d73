import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addItem } from "../../../src/data/items/items.ts";
import type { Desk } from "../../../src/options/app/desk.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

beginWithEmptyDatabase();

let desk: Desk;
let end = () => {};
let itemId = "";

beforeEach(async () => {
	({ desk, end } = await openDesk());
	const links = [{ url: "https://a.example/", title: "" }];
	itemId = (await addItem({ section: "news", note: "Before", links })).item.id;
	await desk.stored.refresh();
	await settled();
});
afterEach(() => {
	end();
	vi.restoreAllMocks();
});

/** Resolves after everything that reacts to changes has had time to read. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 800));

interface Begun {
	mode: string;
	stores: string[];
}

/** Saves what `type` has typed, and resolves to the transactions that this caused, writes first. */
async function transactionsOf(type: () => void): Promise<Begun[]> {
	const begun: Begun[] = [];
	const real = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
		this: IDBDatabase,
		stores,
		mode = "readonly",
		options,
	) {
		begun.push({ mode, stores: [stores].flat().sort() as string[] });
		return real.call(this, stores, mode, options);
	});
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
		const typed = await transactionsOf(() => desk.styling.fields.fileName.type("{number}.md"));
		expect(typed).toEqual([
			{ mode: "readwrite", stores: ["drafts", "history", "outbox", "settings", "sharing"] },
			DESK,
		]);
		expect(desk.stored.style.value.fileName).toBe("{number}.md");
	});
});
