/**
 * The header of the draft at different widths: one row in a wide window with everything in it, and a few lines
 * in a narrow one.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { addItem, inBrowser } from "./session.ts";

/** Past issues with a subject in their title. */
const FOLDER = new URL("./fixtures/lamplight/", import.meta.url);
const LAMPLIGHT = readdirSync(FOLDER).map((file) => fileURLToPath(new URL(file, FOLDER)));

const WIDE = [1000, 1100, 1199, 1200, 1280, 1440, 1600, 3840];
const NARROW = [320, 360, 560, 640, 900, 999];

/** The height of a row with a field and its label. */
const ONE_ROW_PX = 72;

const WEDNESDAY = "2026-11-25";

const FOLD = "Issue 469 · Wed, Nov 25";
const PICKERS = ["Choose the issue date", "Choose the publication time"];

/** Runs in the page: what is wrong with the header, one line for each fault. */
function faultsOfHeader(): string[] {
	const lines: string[] = [];
	const bar = document.querySelector(".bar");
	if (!bar) return ["there is no header"];
	const inner = bar.getBoundingClientRect();
	for (const element of bar.querySelectorAll<HTMLElement>("button, input, label, .beside")) {
		if (!element.checkVisibility() || element.matches(".picker")) continue;
		const box = element.getBoundingClientRect();
		const words = element.textContent || element.id;
		if (box.left < inner.left - 1 || box.right > inner.right + 1) lines.push(`${words} sticks out`);
		if (element instanceof HTMLInputElement && element.scrollWidth > element.clientWidth) {
			lines.push(`${words} is ${element.scrollWidth} wide in ${element.clientWidth}`);
		}
	}
	for (const beside of bar.querySelectorAll(".beside")) {
		const label = beside.parentElement?.querySelector("label");
		if (!label || !beside.checkVisibility() || beside.textContent === "") continue;
		const words = document.createRange();
		words.selectNodeContents(label);
		const [before, after] = [words.getBoundingClientRect(), beside.getBoundingClientRect()];
		if (before.right > after.left) lines.push(`${label.textContent} touches ${beside.textContent}`);
	}
	return lines;
}

const headerHeight = (draft: Tab) =>
	draft.evaluate(() => document.querySelector(".bar")?.getBoundingClientRect().height ?? 0);

describe.each(browsersToTest())("In %s, the header of the draft", (name) => {
	const session = inBrowser(name);

	/** The draft of an issue with three digits, on the weekday with the longest name. */
	async function dated(): Promise<Tab> {
		const draft = await session.openDraft();
		await draft.setSize({ width: 1280, height: 800 });
		await draft.fill("Issue number", "469");
		await draft.fill("Issue date", WEDNESDAY);
		await draft.fill("Publication time", `${WEDNESDAY}T13:40:01+00:00`);
		await draft.waitForText("Saved");
		return draft;
	}

	test("is one row from 1000 px, with the dates, their weekdays and the buttons of their pickers", {
		timeout: 60_000,
	}, async () => {
		const draft = await dated();
		await addItem(draft, "News", { note: "TODO", links: ["http://localhost/"] });
		for (const width of WIDE) {
			await draft.setSize({ width, height: 800 });
			expect(await headerHeight(draft), `height at ${width}`).toBeLessThanOrEqual(ONE_ROW_PX);
			expect(await draft.evaluate(faultsOfHeader), `at ${width}`).toEqual([]);
			for (const picker of PICKERS) {
				expect(await draft.has("button", picker), `${picker} at ${width}`).toBe(true);
			}
		}
	});

	test("is folded below 1000 px, and one button opens the dates with their pickers", {
		timeout: 60_000,
	}, async () => {
		const draft = await dated();
		for (const width of NARROW) {
			await draft.setSize({ width, height: 740 });
			expect(await draft.has("textbox", "Issue date"), `the date at ${width}`).toBe(false);
			if (width >= 360) expect(await headerHeight(draft), `at ${width}`).toBeLessThanOrEqual(120);
			await draft.click("button", FOLD);
			expect(await draft.evaluate(faultsOfHeader), `at ${width}`).toEqual([]);
			for (const each of ["Issue number", "Issue date", "Publication time"]) {
				expect(await draft.has("textbox", each), `${each} at ${width}`).toBe(true);
			}
			for (const picker of PICKERS) {
				expect(await draft.has("button", picker), `${picker} at ${width}`).toBe(true);
			}
			await draft.click("button", FOLD);
		}
	});

	test("stays one row if the style has further fields, which stand above the intro", async () => {
		const style = await session.browser.openOptions("/style/learn");
		await style.chooseFiles("Copy the style of my issues…", LAMPLIGHT);
		await style.click("button", "Use this style");
		await style.waitForText("Saved");
		const draft = await session.openDraft();
		for (const width of [360, 1000, 1280]) {
			await draft.setSize({ width, height: 800 });
			await draft.fill("subject", `At ${width}`);
			expect(await headerHeight(draft), `at ${width}`).toBeLessThanOrEqual(
				width < 1000 ? 120 : ONE_ROW_PX,
			);
		}
	});
});
