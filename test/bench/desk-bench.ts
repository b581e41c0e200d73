/**
 * How the options page bears 500 items, beside a floor in the same run: a bare page with as many
 * text fields, drawn by nothing but the browser.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type View } from "../e2e/browsers/browser.ts";
import { type Figure, figure } from "./figure.ts";

export const ITEMS = 500;

/** What is measured on the desk, and on the bare page as far as it has the like. */
export interface DeskFigures {
	/** From a key to the frame that shows the letter, in a note that is open. */
	keystroke: [Figure, Figure];
	/** The same with all items open. */
	keystrokeAllOpen: Figure;
	/** From a click on *Open all* to the frame that shows them; on the bare page, to show as many. */
	openAll: [Figure, Figure];
	/** From a key to the frame that shows an item selected. */
	select: Figure;
	/** From a key to the frame that shows the focus on the next item. */
	step: Figure;
}

/** Runs each action `rounds` times on the desk of the extension in `dist`. */
export async function benchDesk(dist: string, rounds: number): Promise<DeskFigures> {
	const folder = mkdtempSync(join(tmpdir(), "galley-desk-bench-"));
	const browser = await launch("chromium", { extension: dist, size: { width: 1440, height: 900 } });
	try {
		const first = await browser.openOptions();
		await first.waitFor(() => first.has("button", "Publish"), "the draft");
		await first.evaluate(fill, ITEMS);
		await first.close();
		const desk = await browser.openOptions();
		const drawn = (count: number) => document.querySelectorAll(".item").length === count;
		await desk.waitFor(() => desk.evaluate(drawn, ITEMS), "all items", 30_000);

		const step = await timesOf(desk, rounds, () => desk.press("j"));
		const select = await timesOf(desk, rounds, () => desk.press("x"));
		await desk.press("Escape");
		await desk.press("Enter");
		const isTyping = () => document.activeElement?.matches("textarea") ?? false;
		await desk.waitFor(() => desk.evaluate(isTyping), "the note to have the focus");
		const typed = await timesOf(desk, rounds, () => desk.press("a"));
		const opened = await openings(desk, Math.min(rounds, 5));
		await desk.evaluate(() => document.querySelector<HTMLElement>(".item textarea")?.focus());
		const typedAllOpen = await timesOf(desk, rounds, () => desk.press("a"));

		const bare = join(folder, "bare.html");
		writeFileSync(bare, BARE);
		const floor = await browser.openTab(`file://${bare}`);
		const shown = await openings(floor, Math.min(rounds, 5));
		await floor.evaluate(() => document.querySelector<HTMLElement>("textarea")?.focus());
		const typedBare = await timesOf(floor, rounds, () => floor.press("a"));
		return {
			step: figure("to the next item", step),
			select: figure("select an item", select),
			keystroke: [figure("key in a note", typed), figure("key on a bare page", typedBare)],
			keystrokeAllOpen: figure("key with all items open", typedAllOpen),
			openAll: [figure("open all", opened), figure("show as many bare fields", shown)],
		};
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** As many fields as the desk has with all items open, put there when the button is pressed. */
const BARE = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<button id="all">Open all</button><main></main><script>
const main = document.querySelector("main");
const all = document.querySelector("#all");
all.onclick = () => {
	all.textContent = main.children.length > 0 ? "Open all" : "Fold all";
	if (main.children.length > 0) return main.replaceChildren();
	for (let at = 0; at < ${ITEMS}; at += 1) {
		const item = document.createElement("div");
		item.append(document.createElement("textarea"), document.createElement("textarea"));
		item.children[0].value = "A note of some length about item " + at + ".";
		item.children[1].value = "https://example.com/" + at;
		main.append(item);
	}
};
</script>`;

declare const window: Window & { shown?: Promise<number> };

/** Milliseconds from each key to the frame after it, as the page itself sees them. */
async function timesOf(page: View, rounds: number, press: () => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		await page.evaluate(untilShown, "keydown");
		await press();
		times.push(await page.evaluate(() => window.shown ?? Number.NaN));
	}
	return times;
}

/** Milliseconds from each press of *Open all* to the frame that shows them. */
async function openings(page: View, rounds: number): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		if (round > 0) await page.evaluate(press, "Fold all");
		await page.evaluate(untilShown, "click");
		await page.evaluate(press, "Open all");
		times.push(await page.evaluate(() => window.shown ?? Number.NaN));
	}
	return times;
}

/** Runs in the page: presses a button, and waits until what it did has been drawn. */
function press(name: string): Promise<void> {
	const buttons = [...document.querySelectorAll("button")];
	buttons.find(({ textContent }) => textContent?.trim() === name)?.click();
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
}

/** Runs in the page: keeps the time from the next event of a kind until what it changed was drawn. */
function untilShown(kind: string): void {
	window.shown = new Promise((resolve) => {
		const heard = () => {
			const start = performance.now();
			const told = () => resolve(performance.now() - start);
			// After the tasks that the event leaves behind, and after the frame that follows them.
			setTimeout(() => requestAnimationFrame(() => setTimeout(told)));
		};
		addEventListener(kind, heard, { capture: true, once: true });
	});
}

/** Runs in the page: puts items into the current draft, past all of Galley's code. */
function fill(count: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("galley");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const change = opening.result.transaction(["items", "settings"], "readwrite");
			const current = change.objectStore("settings").get("currentDraft");
			current.onsuccess = () => {
				for (let at = 0; at < count; at += 1) {
					const url = `https://host-${at % 40}.example/2026/11/a-slug-about-thing-${at}`;
					change.objectStore("items").put({
						id: `bench-${at}`,
						draftId: current.result.value,
						section: at % 3 === 0 ? "tools" : "news",
						note: `A note of some length about thing ${at}, with what it is good for and for whom.`,
						links: [{ url, title: "" }],
						place: `b${String(at).padStart(2, "0")}`.replace(/^b(\d{3})$/, "c$1"),
						keys: [url],
						createdAt: at,
						deletedAt: null,
						changed: {},
					});
				}
			};
			change.oncomplete = () => {
				opening.result.close();
				resolve();
			};
			change.onerror = () => reject(change.error);
		};
	});
}
