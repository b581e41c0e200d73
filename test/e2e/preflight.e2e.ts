import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { FOUND, follow, unfold, waitForLines, waitForSummary } from "./preflight-list.ts";
import { addItem, inBrowser } from "./session.ts";

const DAY_MS = 86_400_000;
/** Twenty findings are fixed one after the other, with keys. */
const MENDING_MS = 240_000;

/** Past issues of five Sundays, each with a sponsor, whose links are known with https:. */
function writeArchive(folder: IssueFolder): void {
	for (const [at, day] of ["6th", "13th", "20th", "27th"].entries()) {
		const number = 173 + at;
		const block = (heading: string, note: string, address: string) =>
			`${heading}\n${"=".repeat(heading.length)}\n\n${note}\n\n[${address}](${address})\n`;
		const blocks = [
			`---\ntitle: DEVOPS WEEKLY ISSUE \\#${number} - ${day} April 2014 \ndate: 2014-04-06T09:30:00+00:00\n---\n`,
			block("From our sponsor, Acme", "Acme makes it all.", "https://acme.example/?utm_source=us"),
			block("News", "A story of that week.", `https://stories.example/${number}`),
			block("Tools", "A program of that week.", `https://code.example/box${number}`),
		];
		folder.add(`${number}.md`, blocks.join("\n\n"));
	}
}

/** The issue date that is this many days after the next Sunday. */
function afterSunday(days: number): string {
	const now = new Date();
	const sunday = now.getTime() + (7 - now.getUTCDay() + days) * DAY_MS;
	return new Date(sunday).toISOString().slice(0, 10);
}

/** Follows a line to its place. Returns the label of the field that then has the focus. */
async function fieldOf(view: View, says: string): Promise<string> {
	await follow(view, says);
	let label = "";
	await view.waitFor(async () => {
		label = await view.evaluate(() => {
			const focused = document.activeElement;
			if (focused?.closest(".findings")) return "";
			const labels = (focused as HTMLInputElement | null)?.labels;
			return labels?.[0]?.textContent ?? focused?.textContent ?? "";
		});
		return label !== "";
	}, `“${says}” to lead somewhere`);
	return label;
}

/** Follows a line, replaces the text there with `text`, and waits for the line to disappear. */
async function mend(view: View, says: string, label: string, text: string): Promise<void> {
	expect(await fieldOf(view, says), says).toBe(label);
	await view.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
	if (text === "") await view.press("Delete");
	else await view.type(text);
	await waitForLines(view, says, 0);
}

/** What is selected in the field that has the focus. */
const selectedWords = (view: View) =>
	view.evaluate(() => {
		const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
		return value.slice(selectionStart, selectionEnd);
	});

describe.each(browsersToTest())("In %s, preflight", (name) => {
	const session = inBrowser(name);
	let folder: IssueFolder;
	beforeAll(() => {
		folder = issueFolder();
		writeArchive(folder);
	});
	afterAll(() => folder.remove());

	test(
		"finds each kind of error, leads to it, and is clear when all are fixed",
		async () => {
			const archive = await session.browser.openOptions("/archive");
			await archive.chooseFiles(
				"Import files",
				[173, 174, 175, 176].map((number) => `${folder.path}/${number}.md`),
			);
			await archive.waitForText("4 issues added", 20_000);
			const tab = await session.openPage("article.html", "night-shift.example");
			await session.clipByMenu(tab, "News");

			const options = await session.openDraft();
			await options.fill("Issue number", "180");
			await options.fill("Issue date", afterSunday(-1));
			await options.fill("Publication time", `${afterSunday(0)}T10:00:00Z`);
			const title = await tab.evaluate(() => document.title);
			await options.click("button", "Edit", { within: "News", item: 0 });
			await options.fill("Note", title, { within: "News", item: 0 });
			const news: [note: string, ...links: string[]][] = [
				["", "https://a.example/1"],
				["A good post on incidents."],
				["A good post about queues.", "https://a.example/3"],
				["A good post to read again.", "https://a.example/3/"],
				["Something from the past.", "https://stories.example/174"],
				["Something that follows us.", "https://a.example/6?utm_source=x"],
				["Something from the same host.", "http://stories.example/new"],
				["Something on this machine.", "http://localhost:3000/"],
				["Something (in brackets.", "https://a.example/9"],
				["Something that stops at an end and", "https://a.example/10"],
				["Something with the the words.", "https://a.example/11"],
				["TODO", "https://b.example/12"],
			];
			for (const [note, ...links] of news) await addItem(options, "News", { note, links });

			await waitForSummary(options, "Preflight: 21 to review");
			await unfold(options);
			expect(await violations(options)).toEqual([]);

			await mend(options, "After #176 comes #177", "Issue number", "177");
			await waitForLines(options, "The publication time is still ahead", 1);
			await mend(options, dayInWords(-1), "Issue date", afterSunday(0));
			await waitForLines(options, "The publication time is still ahead", 0);
			await mend(options, "No sponsor is booked", "Sponsor name", "Acme");
			await mend(options, "The sponsor has no note", "Sponsor note", "Acme: https://acme.example/");
			await waitForLines(options, "7 of 12 items link to a.example", 1);
			await mend(options, "The note only repeats", "Note", "What it is like at night.");
			await mend(options, "No note yet", "Note", "Something is said here.");
			await mend(options, "A note, but no link", "Links", "https://c.example/2");
			await mend(options, "The same address is in News", "Links", "https://c.example/4");
			await mend(options, "3 notes begin with", "Note", "Another post to read again.");
			await mend(options, "Ran in News, #174", "Links", "https://d.example/5");
			await mend(options, "Tracking left", "Links", "https://d.example/6");
			await mend(options, "http: although stories.example", "Links", "https://stories.example/new");
			await mend(options, "Readers cannot open this address", "Links", "https://e.example/8");
			await mend(options, "Unmatched (", "Note", "Something (in brackets).");
			await mend(options, "Ends in “and”", "Note", "Something that stops at an end.");
			expect(await fieldOf(options, "A word written twice")).toBe("Note");
			expect(await selectedWords(options)).toBe("the the");
			await options.click("button", "Delete one", { within: FOUND });
			await waitForLines(options, "A word written twice", 0);
			expect(
				(await options.names("listitem", { within: "News" })).some((each) =>
					each.includes("Something with the words."),
				),
			).toBe(true);
			await mend(options, "Still to be filled in", "Note", "One more thing was found.");
			await mend(options, "5 of 13 items link to a.example", "Links", "https://g.example/11");
			expect(await fieldOf(options, "Nothing in Tools")).toBe("Add item");
			await addItem(options, "Tools", { note: "A tool.", links: ["https://f.example/"] });
			await waitForSummary(options, "Preflight: 1 to review");
			expect(await fieldOf(options, "Items: 14. Your recent issues have 2 at most")).toBe(
				"Add item",
			);
			await options.click("button", "Dismiss", { within: FOUND });
			await waitForSummary(options, "Preflight: all clear");
		},
		MENDING_MS,
	);

	test("dismisses a finding on every page until that is undone, and blocks nothing", async () => {
		const one = await session.openDraft();
		const other = await session.openDraft();
		await one.fill("Intro", "Here is is something.");
		for (const each of [one, other]) {
			await waitForSummary(each, "Preflight: 1 to review");
			await unfold(each);
		}
		const file = await session.browser.nextDownload(() => one.click("button", "Export markdown"));
		expect(file.bytes.toString()).toContain("Here is is something.");
		await one.waitForText("Preflight has 1 to review.");

		await one.click("button", "Dismiss", { within: FOUND });
		for (const each of [one, other]) {
			await waitForSummary(each, "Preflight: all clear");
			await each.waitForText("2 dismissed");
		}
		await one.waitFor(
			() => one.evaluate(() => document.activeElement?.id === "preflight"),
			"the focus on the button, as the list is empty",
		);
		await other.click("button", "2 dismissed", { within: FOUND });
		await other.click("button", "Show again", { within: FOUND, nth: 0 });
		for (const each of [one, other]) await waitForSummary(each, "Preflight: 1 to review");
		await other.click("button", "Undo");
		for (const each of [one, other]) await waitForSummary(each, "Preflight: all clear");
		await other.click("button", "Undo");
		for (const each of [one, other]) await waitForSummary(each, "Preflight: 1 to review");

		await one.focus("Intro");
		await one.press("End");
		await one.type(" And and more.");
		await waitForSummary(other, "Preflight: 2 to review");
		await other.close();
	});

	test("skips a check that is switched off, on every page, until that is undone", async () => {
		const options = await session.openDraft();
		await waitForSummary(options, "Preflight: 2 to review");
		const settings = await session.browser.openOptions("/settings");
		await settings.waitForText("Doubled words");
		expect(await settings.isChecked("Doubled words", {}, "checkbox")).toBe(true);
		await settings.click("checkbox", "Doubled words");
		await waitForSummary(options, "Preflight: all clear");
		expect(await violations(settings)).toEqual([]);
		await settings.click("button", "Undo");
		await waitForSummary(options, "Preflight: 2 to review");
		await settings.waitFor(
			() => settings.isChecked("Doubled words", {}, "checkbox"),
			"the switch to be on again",
		);
	});

	test("knows the description of a page, whichever way it was clipped", async () => {
		const saysOfItself = "Six people, two time zones, and no more calls at three in the morning.";
		const byPopup = await session.openPage("article.html", "popup.example");
		const popup = await session.openPopup(byPopup);
		await popup.choose("Tools");
		await popup.fill("Note", saysOfItself);
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await session.browser.waitForPopupClosed();
		await session.clipByMenu(await session.openPage("article.html", "menu.example"), "Tools");
		const byKey = await session.openPage("article.html", "key.example");
		await session.browser.runCommand("clip-to-second");
		await byKey.waitForText("Added to Tools");

		const options = await session.openDraft();
		for (const item of ["menu.example", "key.example"]) {
			const place = { within: "Tools", item };
			await options.click("button", "Edit", place);
			await options.fill("Note", saysOfItself, place);
		}
		await unfold(options);
		await waitForLines(options, "The note only repeats the page’s description", 3);
		await options.click("button", "Select all", { within: "Tools" });
		await options.click("button", "Delete", { within: "Selection" });
		await waitForLines(options, "The note only repeats", 0);
	});

	test("shows a finding in an open item without moving the items below", async () => {
		const before = await session.openDraft();
		await addItem(before, "Tools", { note: "A tool for tides.", links: ["https://h.example/"] });
		await before.close();
		const options = await session.openDraft();
		const place = { within: "Tools", item: 0 };
		await options.click("button", "Edit", place);
		const heightOfOpen = () =>
			options.evaluate(() => {
				const open = document.querySelectorAll(".item.open");
				if (open.length !== 1) throw new Error(`${open.length} items are open.`);
				return open[0]?.getBoundingClientRect().height ?? 0;
			});
		const height = await heightOfOpen();
		await options.fill("Note", "A tool for for tides.", place);
		await options.waitFor(
			() => options.has("button", "A word written twice", { ...place, begins: true }),
			"the finding in the item",
		);
		// To half a pixel.
		expect(await heightOfOpen()).toBeCloseTo(height, 0);
	});
});

/** A day as the tested browsers format it. */
function dayInWords(afterNextSunday: number): string {
	const day = new Date(afterSunday(afterNextSunday));
	return day.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
}
