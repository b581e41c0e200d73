import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { SEED, seededRandom } from "./random.ts";
import { readDatabase } from "./snapshot.ts";
import { inSections, itemsIn, wrongIn } from "./whole.ts";

const PAGES = 8;
const CHANGES = 200;
const SECTIONS = ["news", "tools"] as const;
/** The in-memory database is slow, especially on a busy machine. */
const PATIENCE_MS = 240_000;

/** Loads the storage code as a separate page does: with its own modules and its own connection. */
async function openPage() {
	vi.resetModules();
	const { setUpgrade } = await import("../../src/data/db/database.ts");
	const { UPGRADES } = await import("../../src/data/db/upgrades/upgrades.ts");
	setUpgrade(UPGRADES);
	const { addItem, editItem } = await import("../../src/data/items/items.ts");
	const { deleteItems, moveItems } = await import("../../src/data/items/item-moves.ts");
	const { undo } = await import("../../src/data/db/change.ts");
	return { addItem, editItem, deleteItems, moveItems, undo };
}

type Page = Awaited<ReturnType<typeof openPage>>;

/** The results that a page knows: the note of each of its items, or null for a deleted item. */
type Done = Map<string, string | null>;

/** Makes `CHANGES` changes to its own items, among those of all other pages. */
async function work(page: Page, name: number): Promise<Done> {
	const random = seededRandom(`${SEED}/race/${name}`);
	const done: Done = new Map();
	for (let at = 0; at < CHANGES; at += 1) {
		const own = [...done].filter(([, note]) => note !== null).map(([id]) => id);
		const id = random.pick(own);
		const section = random.pick(SECTIONS);
		const percent = random.below(100);
		const note = `Page ${name} at change ${at}`;
		if (id === undefined || (percent < 30 && own.length < 12)) {
			const links = [{ url: `https://page-${name}.example/${at}`, title: "" }];
			const { item } = await page.addItem({ section, note, links }, "addItem");
			done.set(item.id, note);
		} else if (percent < 60) {
			await page.editItem(id, { note });
			done.set(id, note);
		} else if (percent < 90 && own.length < 12) {
			await page.moveItems([id], section, random.pick([null, ...own]));
		} else {
			await page.deleteItems([id]);
			done.set(id, null);
		}
	}
	return done;
}

test(
	`${PAGES} pages making ${CHANGES} changes each to one draft at once: every change is in, and the order and Undo are of one piece`,
	async () => {
		const pages: Page[] = [];
		for (let name = 0; name < PAGES; name += 1) pages.push(await openPage());
		const all = await Promise.all(pages.map(work));

		const snapshot = await readDatabase("galley");
		expect(wrongIn(snapshot), `Seed ${SEED}`).toEqual([]);
		const expected = new Map(all.flatMap((done) => [...done]));
		const stored = new Map(
			itemsIn(snapshot).map(({ id, note, deletedAt }) => [id, deletedAt === null ? note : null]),
		);
		expect(stored).toEqual(expected);
		const there = [...expected.values()].filter((note) => note !== null).length;
		const placed = [...inSections(snapshot).values()].reduce((sum, { length }) => sum + length, 0);
		expect(placed).toBe(there);

		// All pages undo at once. Each change is undone once, and the result is consistent.
		await Promise.all(pages.map(async ({ undo }) => expect(await undo()).not.toBeNull()));
		const after = await readDatabase("galley");
		expect(wrongIn(after), `Seed ${SEED}`).toEqual([]);
		const undone = (after.stores.history as { undone: boolean }[]).filter((entry) => entry.undone);
		expect(undone).toHaveLength(PAGES);
	},
	PATIENCE_MS,
);
