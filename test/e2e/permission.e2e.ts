/** The permission that Galley asks for later: requested, refused, given, and given back. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest, type Driven, launch, type Tab } from "./browsers/browser.ts";
import { hasDisplayInput } from "./browsers/display-input.ts";
import { startDisplay } from "./browsers/virtual-display.ts";
import { until } from "./browsers/wait.ts";
import { addItem } from "./session.ts";

const WEEKLY = "Make a backup every week";

// Chromium's dialog cannot be reached without a display.
const display = browsersToTest().includes("chromium") ? await startDisplay() : undefined;
afterAll(() => display?.close());

describe.each(browsersToTest())("In %s, the permission to manage downloads", (name) => {
	const canAnswer = name === "firefox" || (display !== undefined && hasDisplayInput());
	let browser: Driven;
	let settings: Tab;
	beforeAll(async () => {
		if (!canAnswer) return;
		browser = await launch(name, { display: name === "chromium" });
		const draft = await browser.openOptions();
		// No backup is made of an empty database.
		await addItem(draft, "News", { note: "Worth keeping", links: ["https://a.example/"] });
		await draft.close();
		settings = await browser.openOptions("/settings");
	});
	afterAll(async () => {
		await browser?.close();
	});

	const isWeekly = () => settings.isChecked(WEEKLY, undefined, "checkbox");
	const backups = () => {
		const folder = join(browser.downloads, "Galley");
		return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
	};

	test.skipIf(!canAnswer)(
		"is missing at first, and nothing is switched on when it is refused",
		async () => {
			await settings.waitForText("Manage downloads, for the weekly backup: not given.");
			await settings.click("checkbox", WEEKLY);
			await browser.answerPermission(false);
			await settings.waitForText("the browser did not give the permission");
			expect(await isWeekly()).toBe(false);
			expect(await violations(settings)).toEqual([]);
			expect(backups()).toEqual([]);
		},
	);

	test.skipIf(!canAnswer)(
		"is given at the next attempt, which makes the first backup",
		async () => {
			await settings.click("checkbox", WEEKLY);
			await browser.answerPermission(true);
			await settings.waitForText("Manage downloads, for the weekly backup: given.");
			await settings.waitForText("The last one was made on", 15_000);
			expect(await isWeekly()).toBe(true);
			await until(() => backups().length === 1, "the backup to be a file", 15_000);
		},
	);

	test.skipIf(!canAnswer)(
		"is given back by one click, which also stops the weekly backup",
		async () => {
			await settings.click("button", "Give back: Manage downloads, for the weekly backup");
			await settings.waitForText("Manage downloads, for the weekly backup: not given.");
			await settings.waitForText("because the permission for downloads was removed");
			expect(await isWeekly()).toBe(false);
			expect(backups()).toHaveLength(1);
		},
	);
});
