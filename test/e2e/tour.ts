/**
 * Runs the main steps once: `npm start` does this without a display. With a display it opens the same
 * sample pages for a person.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browsers/browser.ts";
import { serveSites } from "./sites.ts";

export interface Tour {
	/** Paths of the files that it leaves. */
	issue: string;
	popup: string;
	options: string;
	/** The exported issue. */
	text: string;
}

/** Clips, assembles and exports in headless Chromium, and passes a sentence for each step to `report`. */
export async function takeTour(folder: string, report: (step: string) => void): Promise<Tour> {
	mkdirSync(folder, { recursive: true });
	const popupPicture = join(folder, "popup.png");
	const optionsPicture = join(folder, "options.png");
	const sites = await serveSites();
	report(`Sample pages are served at ${sites.origin}`);
	const chromium = await launch("chromium", { proxy: sites.proxy });
	try {
		report(`Headless Chromium runs with Galley loaded as ${chromium.origin}`);

		const article = await chromium.openTab(
			sites.page("article.html?utm_source=links", "night-shift.example"),
		);
		const popup = await chromium.openPopup(article);
		await popup.fill(
			"Note",
			"Six people on call, and nobody woken at three in the morning any more.",
		);
		await popup.choose("News");
		await popup.screenshot(popupPicture);
		const link = await popup.value("Link");
		await popup.click("button", "Clip");
		await article.waitFor(async () => (await chromium.badge()) !== "", "the badge");
		report(`Clipped ${link} to News in the popup`);
		if (await chromium.isPopupOpen()) await chromium.waitForPopupClosed();

		const tool = await chromium.openTab(sites.page("tool.html", "caliper.example"));
		await chromium.contextMenu(tool, { on: "page" }, "Add to Tools");
		await tool.waitForText("Added to Tools");
		report(`Clipped ${await tool.url()} to Tools from the right-click menu, on the page`);

		const outage = await chromium.openTab(sites.page("outage.html", "post-mortems.example"));
		await chromium.contextMenu(outage, { on: "selection", selector: "#cause" }, "Add to News");
		await outage.waitForText("Added to News");
		report(`Clipped ${await outage.url()} to News from the right-click menu, with a selection`);

		const options = await chromium.openOptions();
		await options.waitFor(
			async () =>
				(await options.names("listitem", { within: "News" })).length === 2 &&
				(await options.names("listitem", { within: "Tools" })).length === 1,
			"three items in the draft",
		);
		report("The options page shows the draft: two items in News, one in Tools");
		await options.fill("Issue number", "1");
		await options.fill("Issue date", "2019-12-15");
		await options.fill("Publication time", "2019-12-22T13:40:01+00:00");
		await options.fill("Intro", "A first issue, assembled by Galley from three sample pages.");
		await options.fill("Footer", "Made with Galley. Thanks for reading.");
		await options.waitFor(
			async () => (await options.textOf("region", "Preview")).includes("Thanks for reading"),
			"the preview to follow",
		);
		report("Filled in number, date, publication time, intro and footer; the preview follows");
		await options.screenshot(optionsPicture, { width: 1280 });

		const download = await chromium.nextDownload(() => options.click("button", "Export markdown"));
		const issue = join(folder, download.name);
		copyFileSync(download.path, issue);
		report(`Exported ${download.name}, ${download.bytes.length} bytes`);
		return {
			issue,
			popup: popupPicture,
			options: optionsPicture,
			text: download.bytes.toString(),
		};
	} finally {
		await chromium.close();
		await sites.close();
	}
}

/** Opens a window with the sample links, and waits for it to be closed. */
export async function openForPerson(
	profile: string,
	report: (step: string) => void,
): Promise<void> {
	const sites = await serveSites();
	const chromium = await launch("chromium", { profile, display: true, forPerson: true });
	try {
		await chromium.openTab(`${sites.origin}/index.html`);
		report(`Chromium is open with Galley and links to clip, from ${sites.origin}`);
		report("Galley is in the toolbar, or behind its puzzle piece; close the window to end this");
		await chromium.untilClosed();
	} finally {
		await chromium.close();
		await sites.close();
	}
}
