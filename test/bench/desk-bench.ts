/**
 * How the options page bears 500 items in the draft and 10,000 in the archive, beside a floor in the
 * same run: a bare page with as many text fields, drawn by nothing but the browser.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driven, launch, type View } from "../e2e/browsers/browser.ts";
import { archiveFiles, ISSUES, ITEMS_AN_ISSUE } from "./archive-of.ts";
import { type Figure, figure } from "./figure.ts";
import { framesDragging, framesScrolling, timesOf } from "./timing.ts";

/** In the draft. */
export const ITEMS = 500;
export const ARCHIVED = ISSUES * ITEMS_AN_ISSUE;

const IMPORT_MS = 120_000;
const FRAMES = 120;

/** What is measured on the desk, and on the bare page the same, or what comes nearest to it. */
export type DeskFigures = { own: Figure; bare: Figure }[];

/** Runs each action `rounds` times on the desk of the extension in `dist`. */
export async function benchDesk(dist: string, rounds: number): Promise<DeskFigures> {
	const folder = mkdtempSync(join(tmpdir(), "galley-desk-bench-"));
	const browser = await launch("chromium", { extension: dist, size: { width: 1440, height: 900 } });
	try {
		await importArchive(browser, join(folder, "weekly"));
		const bare = join(folder, "bare.html");
		writeFileSync(bare, BARE);
		const desk = await measureDesk(browser, rounds);
		const floor = await measureBare(await browser.openTab(`file://${bare}`), rounds);
		const searching = await measureSearch(browser, rounds);
		const beside = (what: string, own: number[], bare: number[]) => ({
			own: figure(what, own),
			bare: figure(what, bare),
		});
		return [
			beside("key in a note", desk.typed, floor.typed),
			beside("key with all items open", desk.typedAllOpen, floor.typed),
			beside("open all", desk.opened, floor.opened),
			beside("frame while scrolling", desk.scrolled, floor.scrolled),
			beside("frame while scrolling, all open", desk.scrolledAllOpen, floor.scrolled),
			beside("frame while dragging", desk.dragged, floor.dragged),
			beside("to the next item", desk.stepped, floor.typed),
			beside("select an item", desk.selected, floor.typed),
			beside("key in the search of the archive", searching, floor.typed),
		];
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Takes the issues in as an editor would, and waits until they are. */
async function importArchive(browser: Driven, folder: string): Promise<void> {
	mkdirSync(folder);
	for (const { name, text } of archiveFiles()) writeFileSync(join(folder, name), text);
	const archive = await browser.openOptions("/archive");
	await archive.chooseFiles("Import a folder", [folder]);
	await archive.waitForText(`${ISSUES} issues added`, IMPORT_MS);
	await archive.close();
}

async function measureDesk(browser: Driven, rounds: number) {
	const first = await browser.openOptions();
	await first.waitFor(() => first.has("button", "Publish"), "the draft");
	await first.evaluate(fill, ITEMS);
	await first.close();
	const desk = await browser.openOptions();
	const drawn = (count: number) => document.querySelectorAll(".item").length === count;
	await desk.waitFor(() => desk.evaluate(drawn, ITEMS), "all items", 30_000);

	const item = (nth: number) => ({ role: "listitem", within: ["News"], nth });
	const scrolled = await framesScrolling(desk, ".item", FRAMES);
	const dragged = await framesDragging(desk, () => desk.drag(item(2), item(8), "lower"));
	await desk.waitForText("Saved");
	const stepped = await timesOf(desk, rounds, "keydown", () => desk.press("j"));
	const selected = await timesOf(desk, rounds, "keydown", () => desk.press("x"));
	await desk.press("Escape");
	await desk.press("Enter");
	const isTyping = () => document.activeElement?.matches("textarea") ?? false;
	await desk.waitFor(() => desk.evaluate(isTyping), "the note to have the focus");
	const typed = await timesOf(desk, rounds, "keydown", () => desk.press("a"));
	const opened = await openings(desk, Math.min(rounds, 5));
	await desk.evaluate(() => document.querySelector<HTMLElement>(".item textarea")?.focus());
	const typedAllOpen = await timesOf(desk, rounds, "keydown", () => desk.press("a"));
	const scrolledAllOpen = await framesScrolling(desk, ".item", FRAMES);
	return { scrolled, dragged, stepped, selected, typed, opened, typedAllOpen, scrolledAllOpen };
}

async function measureBare(bare: View, rounds: number) {
	const opened = await openings(bare, Math.min(rounds, 5));
	await bare.evaluate(() => document.querySelector<HTMLElement>("textarea")?.focus());
	const typed = await timesOf(bare, rounds, "keydown", () => bare.press("a"));
	const item = (nth: number) => ({ role: "listitem", nth });
	const scrolled = await framesScrolling(bare, "li", FRAMES);
	const dragged = await framesDragging(bare, () => bare.drag(item(2), item(8), "lower"));
	return { opened, typed, scrolled, dragged };
}

/** Types words that many items have, a letter a round. */
async function measureSearch(browser: Driven, rounds: number): Promise<number[]> {
	const archive = await browser.openOptions("/archive");
	await archive.focus("Search the archive");
	const letters = "outage backup schema metric";
	return timesOf(archive, rounds, "keydown", (round) =>
		archive.press(letters[round % letters.length] ?? "a"),
	);
}

/** Milliseconds from each press of *Open all* to the frame that shows them. */
async function openings(page: View, rounds: number): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		if (round > 0) await page.evaluate(press, "Fold all");
		times.push(...(await timesOf(page, 1, "click", () => page.evaluate(press, "Open all"))));
	}
	return times;
}

/** As many fields as the desk has with all items open, put there when the button is pressed. */
const BARE = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<button id="all">Open all</button><ul></ul><script>
const list = document.querySelector("ul");
const all = document.querySelector("#all");
all.onclick = () => {
	all.textContent = list.children.length > 0 ? "Open all" : "Fold all";
	if (list.children.length > 0) return list.replaceChildren();
	for (let at = 0; at < ${ITEMS}; at += 1) {
		const item = document.createElement("li");
		item.draggable = true;
		item.append(document.createElement("textarea"), document.createElement("textarea"));
		item.children[0].value = "A note of some length about item " + at + ".";
		item.children[1].value = "https://example.com/" + at;
		list.append(item);
	}
};
</script>`;

/** Runs in the page: presses a button, and waits until what it did has been drawn. */
function press(name: string): Promise<void> {
	const buttons = [...document.querySelectorAll("button")];
	buttons.find(({ textContent }) => textContent?.trim() === name)?.click();
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
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
