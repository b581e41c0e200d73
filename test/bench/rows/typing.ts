import type { Tab } from "../../e2e/browsers/browser.ts";
import { type Group, interleaved } from "../group.ts";
import type { Measurement } from "../row.ts";
import { timesOf } from "../timing.ts";

const ITEMS = 500;
const DRAWN_MS = 60_000;

/** Typing, and opening all items in a draft of 500, compared with a page of plain fields. */
export const typingRows: Group = {
	name: "typing",
	browsers: ["chromium"],
	async measure({ pool, repetitions }) {
		const measured = await pool.withArchive(0);
		const { driven } = measured;
		await measured.run("storeDraft", ITEMS);
		const { tab: draft } = await measured.openUntil("", [`about thing ${ITEMS - 1},`]);
		const bare = await driven.openTab(`${driven.origin}/bench/list.html?items=${ITEMS}`);
		const key = (page: Tab, letter: string) => async () => {
			await page.activate();
			return only(await timesOf(page, 1, "keydown", () => page.press(letter)));
		};
		const { message } = pool.copies;
		const openAll = (page: Tab, open: string, fold: string) => async () => {
			await page.activate();
			const time = only(await timesOf(page, 1, "click", () => page.evaluate(clickButton, open)));
			await page.evaluate(clickButton, fold);
			return time;
		};
		const moved = await interleaved(repetitions, {
			move: key(draft, "j"),
			bareMove: key(bare, "j"),
			select: key(draft, "x"),
			bareSelect: key(bare, "x"),
		});
		await draft.activate();
		await draft.press("Escape");
		const fold = message("optionsFoldAll");
		const opened = await interleaved(Math.min(repetitions, 10), {
			open: openAll(draft, message("optionsOpenAll"), fold),
			bareOpen: openAll(bare, "Open all", "Fold all"),
		});
		// One after the other, because a page in the background is not rendered.
		await draft.activate();
		await draft.evaluate(clickButton, message("optionsOpenAll"));
		await bare.activate();
		await bare.evaluate(clickButton, "Open all");
		for (const page of [draft, bare]) {
			await page.waitFor(() => page.evaluate(focusFirst), "all items to be open", DRAWN_MS);
		}
		const typed = await interleaved(repetitions, {
			type: key(draft, "a"),
			bareType: key(bare, "a"),
		});
		await draft.close();
		await bare.close();
		await measured.run("storeDraft", 30);
		const field = "a bare textarea among as many";
		const list = "a bare list of as many";
		return {
			measurements: [
				row("Type a letter into a note", typed.type, field, typed.bareType, 1.2),
				row("Move to the next item", moved.move, list, moved.bareMove, 1.2),
				row("Select an item", moved.select, list, moved.bareSelect, 1.2),
				row("Open all items", opened.open, "as many bare fields", opened.bareOpen, 1.5),
			],
		};
	},
};

function row(
	what: string,
	own: readonly number[],
	beside: string,
	samples: readonly number[],
	bound: number,
): Measurement {
	return {
		what: `${what}, ${ITEMS} items`,
		unit: "ms",
		own,
		baseline: { what: beside, samples },
		bound,
	};
}

function only(times: readonly number[]): number {
	return times[0] ?? Number.NaN;
}

/** Runs in the page: clicks a button and waits until the result has been rendered. */
function clickButton(name: string): Promise<void> {
	const buttons = [...document.querySelectorAll("button")];
	const button = buttons.find(({ textContent }) => textContent?.trim() === name);
	if (!button) throw new Error(`There is no button ${name}.`);
	button.click();
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
}

/** Runs in the page: focuses the first note; false if none is open. */
function focusFirst(): boolean {
	const field = document.querySelector<HTMLElement>("li textarea");
	field?.focus();
	return field !== null;
}
