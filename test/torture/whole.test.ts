import { describe, expect, test } from "vitest";
import { undo } from "../../src/data/db/change.ts";
import { deleteItems, moveItems } from "../../src/data/items/item-moves.ts";
import { addItem, editItem } from "../../src/data/items/items.ts";
import { archived } from "../data/archived.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { readDatabase, type Snapshot } from "./snapshot.ts";
import { itemsIn, wrongIn } from "./whole.ts";

beginWithEmptyDatabase();

const page = (name: string) => ({
	section: "news",
	note: `About ${name}`,
	links: [{ url: `https://example.com/${name}`, title: name }],
});

/** A database with records of every kind. */
async function wellKept(): Promise<Snapshot> {
	const { item: a } = await addItem(page("a"));
	const { item: b } = await addItem(page("b"));
	const { item: c } = await addItem(page("c"));
	await moveItems([c.id], "news", a.id);
	await editItem(b.id, { note: "Another note" });
	await deleteItems([a.id]);
	await addItem(page("d"));
	await undo();
	await undo();
	await archived(7, [["News", "An old one", "https://example.com/old"]]);
	return readDatabase("galley");
}

type Loose = Record<string, unknown>;
const first = (snapshot: Snapshot, store: string) => snapshot.stores[store]?.[0] as Loose;

/** Ways to damage it, and the expected error of each. */
const BROKEN: Record<string, [break_: (snapshot: Snapshot) => void, said: RegExp]> = {
	"an item without its note": [
		(snapshot) => void delete first(snapshot, "items").note,
		/Half a record in items: note/,
	],
	"an item with a place that is none": [
		(snapshot) => void Object.assign(first(snapshot, "items"), { place: "" }),
		/Half a record in items: place/,
	],
	"an item whose links were written and its keys were not": [
		(snapshot) =>
			void Object.assign(first(snapshot, "items"), {
				links: [{ url: "https://example.com/new", title: "" }],
			}),
		/Half an item/,
	],
	"an item in a draft that is not there": [
		(snapshot) => void Object.assign(first(snapshot, "items"), { draftId: "gone" }),
		/in a draft gone that is not there/,
	],
	"two items at one place": [
		(snapshot) => {
			for (const item of itemsIn(snapshot)) item.place = "a0";
		},
		/Two items stand at one place/,
	],
	"a current draft that is not there": [
		(snapshot) => void snapshot.stores.drafts?.pop(),
		/The current draft is .+, which is none of/,
	],
	"a mention that is missing": [
		(snapshot) => void snapshot.stores.mentions?.pop(),
		/Half an issue/,
	],
	"a mention of an issue that is missing": [
		(snapshot) => void snapshot.stores.archive?.pop(),
		/of no issue in the archive/,
	],
	"an issue that is there twice": [
		(snapshot) =>
			void snapshot.stores.archive?.push({ ...first(snapshot, "archive"), id: "another" }),
		/Issue 7 is in the archive twice/,
	],
	"a change without what it replaced": [
		(snapshot) => void Object.assign(first(snapshot, "history"), { replacements: [] }),
		/Half a record in history: replacements nothing replaced/,
	],
	"a change that stands after one that is undone": [
		(snapshot) => void Object.assign(first(snapshot, "history"), { undone: true }),
		/stands that was made after one that is undone/,
	],
	"an item written without its history": [
		(snapshot) => void Object.assign(first(snapshot, "items"), { note: "Out of nowhere" }),
		/is not as its history leaves it/,
	],
	"an item that is gone": [
		(snapshot) => void snapshot.stores.items?.pop(),
		/is not as its history leaves it/,
	],
};

describe("A database", () => {
	test("without errors is reported as valid", async () => {
		expect(wrongIn(await wellKept())).toEqual([]);
	});

	test.each(Object.entries(BROKEN))("with %s is detected", async (_, [break_, said]) => {
		const snapshot = await wellKept();
		break_(snapshot);
		expect(wrongIn(snapshot).join("\n")).toMatch(said);
	});
});
