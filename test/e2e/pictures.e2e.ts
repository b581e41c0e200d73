/**
 * The pictures of the documentation, made from the built extension. They are written only by
 * `GALLEY_PICTURES=1 npm run e2e -- test/e2e/pictures.e2e.ts test/e2e/git-sharing.e2e.ts`, so that a normal
 * test run does not change the files of the project.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import type { View } from "./browsers/browser.ts";
import { PICTURES_FOLDER, takesPictures } from "./docs-pictures.ts";
import { unfold } from "./preflight-list.ts";
import { addItem, inBrowser } from "./session.ts";
import { typedIssue } from "./typed-issue.ts";
import { typeIn } from "./typing.ts";

const LAMPLIGHT = new URL("./fixtures/lamplight/", import.meta.url);
const ISSUE = new URL("./fixtures/2024-02-11-512.md", import.meta.url);
/** Further widths, for pictures that are not kept. */
const OUT = fileURLToPath(new URL("../../out/pictures/", import.meta.url));
const WIDTHS = [900, 1600];

async function pictures(view: View, name: string): Promise<void> {
	await view.screenshot(`${PICTURES_FOLDER}${name}.png`, { width: 1280, height: 800 });
	await view.screenshot(`${PICTURES_FOLDER}${name}-dark.png`, {
		width: 1280,
		height: 800,
		dark: true,
	});
	await view.screenshot(`${PICTURES_FOLDER}${name}-360.png`, { width: 360, height: 800 });
	for (const width of WIDTHS) {
		await view.screenshot(`${OUT}${name}-${width}.png`, { width, height: 800 });
	}
}

/** The unfolded list of preflight, with some findings. */
async function takePictureOfPreflight(draft: View): Promise<void> {
	await addItem(draft, "Tools", {
		note: "A small tool that (nearly does what it says",
		links: ["https://small.example/?utm_source=feed"],
	});
	await draft.waitForText("Tracking left");
	await unfold(draft);
	await draft.screenshot(`${PICTURES_FOLDER}preflight.png`, { width: 1280, height: 800 });
	await draft.screenshot(`${PICTURES_FOLDER}preflight-dark.png`, {
		width: 1280,
		height: 800,
		dark: true,
	});
	await draft.screenshot(`${PICTURES_FOLDER}preflight-360.png`, { width: 360, height: 800 });
	await draft.click("button", "Delete", { within: "Tools", item: "A small tool" });
	await draft.waitForText("Item deleted.");
}

async function fillShelfAndBin(draft: View): Promise<void> {
	await addItem(draft, "Tools", {
		note: "A tool that can wait a week, until its first release is out.",
		links: ["https://waiting.example/"],
	});
	await draft.click("button", "Put on the shelf", {
		within: "Tools",
		item: "A tool that can wait",
	});
	await draft.waitForText("on the shelf");
}

describe.skipIf(!takesPictures)("Pictures for the docs", () => {
	const session = inBrowser("chromium");

	test("of the popup and every panel, in both themes and at several widths", {
		timeout: 180_000,
	}, async () => {
		mkdirSync(PICTURES_FOLDER, { recursive: true });
		mkdirSync(OUT, { recursive: true });
		const { browser, openDraft, openPage, openPopup } = session;
		const issue = typedIssue(readFileSync(ISSUE, "utf8"));
		const draft = await openDraft();
		await draft.goto(`${browser.origin}/src/options/index.html#/style`);
		const past = readdirSync(LAMPLIGHT).map((name) => fileURLToPath(new URL(name, LAMPLIGHT)));
		await draft.chooseFiles("Copy the style of my issues…", past);
		await draft.waitFor(() => draft.has("button", "Use this style"), "the style that was learned");
		await draft.evaluate(() => {
			const last = document.querySelector<HTMLDetailsElement>(".learned details");
			if (!last) throw new Error("No past issue is compared.");
			last.open = true;
			last.scrollIntoView();
		});
		await pictures(draft, "style-comparison");
		await draft.chooseFiles("Copy the style of my issues…", [fileURLToPath(ISSUE)]);
		await draft.click("button", "Use this style");
		await draft.waitForText("Saved");
		await draft.goto(`${browser.origin}/src/options/index.html#/`);
		await typeIn(draft, issue);

		const article = await openPage("article.html?utm_source=links", "night-shift.example");
		const popup = await openPopup(article);
		await popup.fill(
			"Note",
			"Six people on call, and nobody woken at three in the morning any more.",
		);
		await popup.screenshot(`${PICTURES_FOLDER}popup.png`);
		await popup.screenshot(`${PICTURES_FOLDER}popup-dark.png`, { dark: true });
		await popup.close();

		// Opened again, so that the page is at its top and shows no report of a change.
		const found = await openDraft();
		await found.waitFor(
			async () => (await found.textOf("region", "Rendered")).includes("Slow databases"),
			"the preview",
		);
		await pictures(found, "draft");
		const style = await browser.openOptions("/style");
		await style.waitForText("Copy the style of my issues…");
		await style.waitFor(
			async () => (await style.textOf("region", "Markdown")).includes("News"),
			"the preview",
		);
		await pictures(style, "style");
		await takePictureOfPreflight(found);
		await fillShelfAndBin(found);
		const shelf = await browser.openOptions("/shelf");
		await shelf.waitForText("A tool that can wait");
		await pictures(shelf, "shelf");
		const sponsors = await browser.openOptions("/sponsors");
		await sponsors.click("button", "Book", { within: "Coming issues", item: "Issue 514" });
		await sponsors.fill("Sponsor name", "Lantern");
		await sponsors.fill("Sponsor note", "Lantern lights up slow tests. Free for open source.");
		await sponsors.fill("Sponsor links", "https://lantern.example/?utm_source=devopsweekly");
		await sponsors.click("button", "Done");
		await sponsors.waitForText("Saved");
		await pictures(sponsors, "sponsors");
		const settings = await browser.openOptions("/settings");
		await settings.waitForText("No backup has been made");
		await pictures(settings, "settings");
		await draft.activate();
		await browser.nextDownload(() => draft.click("button", "Publish"));
		const archive = await browser.openOptions("/archive");
		await archive.click("link", "Issue 512 2024-02-11");
		await archive.waitFor(() => archive.has("region", "Issue 512"), "the issue");
		await pictures(archive, "archive");
	});
});
