import type { Driven, Tab } from "../../e2e/browsers/browser.ts";
import { until } from "../../e2e/browsers/wait.ts";
import type { Measured } from "../browser-pool.ts";
import { bySize, together } from "../by-size.ts";
import { BOTH, type Group, interleaved } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

declare const window: Window & { readyAt?: number };

const READY_MS = 20_000;

/**
 * The popup: from the click in the toolbar until it is filled, focused and rendered, with a stopped worker.
 */
export const popupRows: Group = {
	name: "popup",
	browsers: BOTH,
	async measure(context) {
		const { pool, repetitions } = context;
		const galley = await pool.withArchive(0);
		const bare = await pool.withBarePopup();
		const barePage = await bare.openTab(pool.sites.page("article.html"));
		const pages = new Map<Measured, Tab>();
		const take = async (measured: Measured) => {
			const { driven } = measured;
			const page = pages.get(measured) ?? (await driven.openTab(pool.sites.page("article.html")));
			pages.set(measured, page);
			return openPopup(driven, page);
		};
		const samples = await interleaved(repetitions, {
			galley: () => take(galley),
			bare: () => openPopup(bare, barePage),
		});
		const sized = await bySize(context, {
			what: "Open the popup",
			unit: "ms",
			bound: 1.1,
			beside: 0,
			exponent: EXPONENTS.readsPart,
			take,
		});
		for (const page of [...pages.values(), barePage]) await page.close();
		return together([
			{
				measurements: [
					{
						what: "Open the popup, worker cold",
						unit: "ms",
						own: samples.galley,
						baseline: { what: "a page of plain HTML with the same fields", samples: samples.bare },
						bound: 1.1,
					},
				],
			},
			sized,
		]);
	},
};

async function openPopup(driven: Driven, page: Tab): Promise<number> {
	await page.activate();
	await driven.stopWorker();
	const start = Date.now();
	const popup = await driven.openPopup(page);
	const readyAt = await until(
		() => popup.evaluate(() => window.readyAt ?? null),
		"the popup to be ready",
		READY_MS,
	);
	await popup.close();
	return readyAt - start;
}
