import type { Tab } from "../../e2e/browsers/browser.ts";
import { until } from "../../e2e/browsers/wait.ts";
import type { Measured } from "../browser-pool.ts";
import { bySize } from "../by-size.ts";
import { COMMON_WORD } from "../generated-issues.ts";
import { BOTH, type Group } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

declare const window: Window & { foundAfter?: number | null };

type Message = (key: string, ...values: number[]) => string;

const FOUND_MS = 300_000;

/** A key in the search of the archive, from the key press until the results are shown. */
export const searchRows: Group = {
	name: "search",
	browsers: BOTH,
	measure: async (context) => {
		const { copies } = context.pool;
		const tabs = new Map<Measured, Tab>();
		const open = async (measured: Measured) => {
			const { tab } = await measured.openUntil("/archive", [copies.message("optionsPictureWeeks")]);
			tabs.set(measured, tab);
			await search(tab, copies.message, COMMON_WORD);
			return tab;
		};
		const findings = await bySize(
			{ ...context, sizes: context.sizes.filter((size) => size > 0) },
			{
				what: "Type a letter into the search",
				unit: "ms",
				bound: 2,
				beside: Math.max(...context.sizes) / 10,
				exponent: EXPONENTS.readsPart,
				// The last letter of the word is typed and deleted alternately.
				take: async (measured, round) => {
					const tab = tabs.get(measured) ?? (await open(measured));
					const typed = COMMON_WORD.slice(0, round % 2 === 0 ? -1 : undefined);
					return search(tab, copies.message, typed);
				},
			},
		);
		for (const tab of tabs.values()) await tab.close();
		return findings;
	},
};

/** Milliseconds of the first search in a page, which may have to build or read the index first. */
export function firstSearch(_: Measured, tab: Tab, message: Message): Promise<number> {
	return search(tab, message, COMMON_WORD);
}

/** Milliseconds from entering the words in the field to the results. */
async function search(tab: Tab, message: Message, words: string): Promise<number> {
	await tab.activate();
	await tab.evaluate(watchSearch, message("optionsSearchResults"));
	await tab.fill(message("optionsSearch"), words);
	return until(
		() => tab.evaluate(() => window.foundAfter ?? null),
		"results of the search",
		FOUND_MS,
	);
}

/** Runs in the page: measures the time from the next letter until the results have changed. */
function watchSearch(label: string): void {
	window.foundAfter = null;
	const shown = () => document.querySelector(`[aria-label="${label}"]`)?.textContent ?? "";
	const typed = () => {
		const start = performance.now();
		const before = shown();
		const observer = new MutationObserver(() => {
			if (shown() === before) return;
			observer.disconnect();
			// After the frame that shows it.
			requestAnimationFrame(() =>
				setTimeout(() => {
					window.foundAfter = performance.now() - start;
				}),
			);
		});
		observer.observe(document.body, { childList: true, characterData: true, subtree: true });
	};
	addEventListener("input", typed, { capture: true, once: true });
}
