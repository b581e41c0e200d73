import { afterEach, beforeEach, expect, test } from "vitest";
import { addItem, itemsOf } from "../../../../src/data/items/items.ts";
import type { Desk } from "../../../../src/options/app/desk.ts";
import { parseFieldKey } from "../../../../src/options/fields/field-ref.ts";
import { beginWithEmptyDatabase } from "../../../data/empty-database.ts";
import { openDesk } from "../../open-desk.ts";

beginWithEmptyDatabase();

let desk: Desk;
let end: () => void;
let id: string;

beforeEach(async () => {
	({
		item: { id },
	} = await addItem({ section: "news", note: "A note.", links: [] }));
	({ desk, end } = await openDesk());
});

afterEach(() => end());

const slots = async () => (await itemsOf(desk.stored.draft.value?.id ?? ""))[0]?.slots;

test("Two slots that are typed one right after the other are both saved", async () => {
	desk.slotFields.at(id, "author").type("Ada");
	desk.slotFields.at(id, "via").type("  Lobsters \n");
	await desk.fields.flush();
	expect(await slots()).toEqual({ author: "Ada", via: "Lobsters" });
});

test("A slot that is emptied is removed, and Undo brings it back into its field", async () => {
	const author = desk.slotFields.at(id, "author");
	author.type("Ada");
	await author.flush();
	author.forget();
	await addItem({ section: "news", note: "Another change.", links: [] });
	author.type("");
	await author.flush();
	expect(await slots()).toEqual({});
	await desk.undo();
	expect(await slots()).toEqual({ author: "Ada" });
	expect(author.text.value).toBe("Ada");
});

test("The field of a slot is found again by its key", () => {
	const field = desk.slotFields.at(id, "author");
	const ref = parseFieldKey(field.id);
	expect(ref && desk.fields.at(ref)).toBe(field);
});
