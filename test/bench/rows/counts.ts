import type { Tab } from "../../e2e/browsers/browser.ts";
import { OF_THE_BROWSER } from "../../e2e/sites.ts";
import { type Group, interleaved } from "../group.ts";
import { timesOf } from "../timing.ts";

declare const window: Window & { transactions?: number; longTasks?: number };

const ITEMS = 500;
const LONG_TASKS_KEPT_MS = 500;

/** Figures that are counted and not timed: transactions, tasks that block the page, requests. */
export const countRows: Group = {
	name: "counts",
	browsers: ["chromium"],
	async measure({ pool, repetitions }) {
		const measured = await pool.withArchive(0);
		const { message } = pool.copies;
		pool.sites.asked.splice(0);
		await measured.run("storeDraft", ITEMS);
		const { tab } = await measured.openUntil("", [`about thing ${ITEMS - 1},`]);
		await settled(tab);
		await tab.evaluate(watchTasks);
		await tab.press("j");
		await tab.press("Enter");
		await tab.waitFor(() => tab.evaluate(isTyping), "the note to have the focus");
		const saved = message("optionsSaved");
		const { transactions } = await interleaved(repetitions, {
			transactions: async () => {
				await tab.evaluate(countTransactions);
				await timesOf(tab, 1, "keydown", () => tab.press("a"));
				await tab.waitForText(saved);
				await settled(tab);
				return tab.evaluate(() => window.transactions ?? Number.NaN);
			},
		});
		const longTasks = await tab.evaluate(() => window.longTasks ?? Number.NaN);
		await tab.close();
		for (const hash of ["/archive", "/sponsors", "/shelf", "/style", "/settings"]) {
			const panel = await measured.driven.openOptions(hash);
			await settled(panel);
			await panel.close();
		}
		const asked = pool.sites.asked.filter((address) => !OF_THE_BROWSER.test(address));
		await measured.run("storeDraft", 30);
		const counted = (what: string, own: readonly number[], bound: number) =>
			({ what, unit: "", own, baseline: null, bound }) as const;
		return {
			measurements: [
				counted("Transactions for one saved note", transactions, 3),
				counted(`Tasks over 50 ms while typing among ${ITEMS} items`, [longTasks], 0),
				counted("Requests to any network through all panels", [asked.length], 0),
			],
		};
	},
};

/** Waits for a while, so that the page can become idle. */
function settled(tab: Tab): Promise<void> {
	return tab.evaluate(
		(quiet) => new Promise<void>((resolve) => setTimeout(resolve, quiet)),
		LONG_TASKS_KEPT_MS,
	);
}

/** Runs in the page. Whether a text field has the focus. */
function isTyping(): boolean {
	return document.activeElement?.matches("textarea") ?? false;
}

/** Runs in the page: starts counting the tasks over 50 ms. */
function watchTasks(): void {
	window.longTasks = 0;
	new PerformanceObserver((list) => {
		window.longTasks = (window.longTasks ?? 0) + list.getEntries().length;
	}).observe({ type: "longtask" });
}

/** Runs in the page: starts counting the transactions. */
function countTransactions(): void {
	const { prototype } = IDBDatabase;
	const original = Object.getOwnPropertyDescriptor(prototype, "uncounted")?.value;
	const transaction: IDBDatabase["transaction"] = original ?? prototype.transaction;
	Object.defineProperty(prototype, "uncounted", { value: transaction, configurable: true });
	window.transactions = 0;
	prototype.transaction = function (...args) {
		window.transactions = (window.transactions ?? 0) + 1;
		return transaction.apply(this, args);
	};
}
