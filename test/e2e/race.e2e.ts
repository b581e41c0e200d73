import { describe, expect, test } from "vitest";
import { editorAt } from "../torture/editor.ts";
import { createFacts } from "../torture/facts.ts";
import { saveFigures } from "../torture/figures.ts";
import { SEED, seededRandom } from "../torture/random.ts";
import { readDatabase } from "../torture/snapshot.ts";
import { createTurns } from "../torture/turns.ts";
import { wrongIn } from "../torture/whole.ts";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

const PAGES = 8;
/** How many changes each page makes. */
const CHANGES = Number(process.env.GALLEY_TORTURE_CHANGES ?? 25);
const PATIENCE_MS = 60_000 + PAGES * CHANGES * 1_000;

/** Ids of the items that a page shows, in order. */
function shownItems(): string[] {
	return [...document.querySelectorAll("[data-item]")].map(
		(item) => item.getAttribute("data-item") ?? "",
	);
}

/**
 * Eight options pages in tabs. On each, a simulated editor adds, writes, moves and deletes items with the
 * page's own controls, and makes the next change when the last is reported as saved. No page waits for
 * another.
 */
describe.each(browsersToTest())(`In %s (seed ${SEED})`, (name) => {
	const session = inBrowser(name);

	test(
		`${PAGES} pages making ${CHANGES} changes each to one draft at once: every change is in, the order is one`,
		async () => {
			const facts = createFacts();
			const turns = createTurns();
			const pages: Tab[] = [];
			while (pages.length < PAGES) pages.push(await session.openDraft());
			let last = 0;
			const next = () => {
				last += 1;
				return last;
			};
			await Promise.all(
				pages.map(async (page, at) => {
					const editor = editorAt(page, `Page ${at}`, null, {
						facts,
						turns,
						next,
						random: seededRandom(`${SEED}/race/${name}/${at}`),
						begun: () => {},
						acknowledged: () => {},
					});
					for (let change = 0; change < CHANGES; change += 1) await editor.step();
				}),
			);
			expect(facts.count.acknowledged).toBe(PAGES * CHANGES);

			const fresh = await session.openDraft();
			const snapshot = await fresh.evaluate(readDatabase, "galley");
			expect([...wrongIn(snapshot), ...facts.check(snapshot)], `Seed ${SEED}`).toEqual([]);
			const order = await fresh.evaluate(shownItems);
			for (const page of pages) {
				await page.waitFor(
					async () => (await page.evaluate(shownItems)).join() === order.join(),
					"every page to show the same order",
				);
			}
			saveFigures(`race-${name}`, { seed: SEED, ...facts.count });
		},
		PATIENCE_MS,
	);
});
