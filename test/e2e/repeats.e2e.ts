import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Tab, type View } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

type Item = [note: string, address: string];

/** An issue in Galley's default style. */
function issueText(number: number, day: string, sections: Record<string, Item[]>): string {
	const items = (list: Item[]) =>
		list.map(([note, address]) => `${note}\n\n[${address}](${address})`).join("\n\n\n");
	const blocks = Object.entries(sections).map(
		([heading, list]) => `${heading}\n${"=".repeat(heading.length)}\n\n${items(list)}\n`,
	);
	return [
		`---\ntitle: DEVOPS WEEKLY ISSUE \\#${number} - ${day} \ndate: 2014-04-06T09:30:00+00:00\n---\n`,
		...blocks,
	].join("\n\n");
}

/** Two years in which articles were news and every page at code.example was a tool. */
function writeArchive(folder: IssueFolder): void {
	folder.add(
		"173.md",
		issueText(173, "6th April 2014", {
			News: [
				[
					"Nobody is woken at night any more.",
					"https://www.night-shift.example/article.html/?id=7",
				],
				["When a queue fills up.", "http://queues.example/outage.html?utm_source=weekly"],
			],
			Tools: [["It measures.", "https://caliper.example/tool.html"]],
			Events: [["Once a month.", "https://meetup.example/announcement.html"]],
		}),
	);
	for (let number = 174; number < 194; number += 1) {
		folder.add(
			`${number}.md`,
			issueText(number, "13th April 2014", {
				News: [["A story.", `https://stories.example/2014/what-we-learned-in-week-${number}`]],
				Tools: [["A program.", `https://code.example/box${number}`]],
			}),
		);
	}
	folder.add(
		"194.md",
		issueText(194, "31st August 2014", {
			News: [["Once more.", "http://queues.example/outage.html"]],
		}),
	);
}

/** The stored record of what was learned about sections. */
interface Learned {
	basis: string;
	value: { model: string; taught: Record<string, string> };
}

/** Runs in a page of Galley: what has been learned about sections, if anything was. */
async function learned(): Promise<Learned | null> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open("galley");
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const record = await new Promise<Learned | undefined>((resolve) => {
		const request = database.transaction("derived").objectStore("derived").get("sections");
		request.onsuccess = () => resolve(request.result);
	});
	database.close();
	return record ?? null;
}

/** Waits until the learned data meets a condition. */
function untilLearned(page: View, so: (what: Learned) => boolean): Promise<void> {
	return page.waitFor(
		async () => {
			const what = await page.evaluate(learned);
			return what !== null && so(what);
		},
		"the sections to be learned",
		20_000,
	);
}

/** The learned weight of a host for tools, compared with all other sections. */
function forTools({ value }: Learned, host: string): number {
	const { sections, weights } = JSON.parse(value.model) as {
		sections: string[];
		weights: Record<string, number[]>;
	};
	const row = weights[`host:${host}`] ?? [];
	const own = row[sections.indexOf("tools")] ?? 0;
	return own - row.reduce((sum, weight) => sum + weight, 0) / sections.length;
}

const heightOf = (popup: View) => popup.evaluate(() => document.body.scrollHeight);

describe.each(browsersToTest())("In %s, sections", (name) => {
	const session = inBrowser(name);

	/** A repository's page. No other machine answers in the tests, but the tab has the address. */
	async function openRepository(path: string): Promise<View> {
		const tab = await session.openPage("index.html");
		await tab.goto(`https://github.com/${path}`).catch(() => {});
		// Chromium shows its own error page if a page does not answer.
		const isThere = async () => /^(chrome-error|https):/.test(await tab.url());
		await tab.waitFor(isThere, "the browser's own page there");
		return session.openPopup(tab);
	}

	async function clipTo(section: string, popup: View): Promise<void> {
		await popup.choose(section);
		await popup.click("button", "Clip");
		await popup.waitForText(`Added to ${section}`);
		await session.browser.waitForPopupClosed();
	}

	test("begin with Tools on a repository's page, marked as a suggestion", async () => {
		const popup = await openRepository("owner/program");
		expect(await popup.isChecked("Tools")).toBe(true);
		expect(await popup.text()).toContain("Suggested: Tools");
		expect(await popup.text()).not.toContain("%");
		await popup.close();
	});

	test("begin with the last choice if no suggestion is sure", async () => {
		const { openPage, openPopup } = session;
		for (const section of ["Tools", "News"]) {
			await clipTo(section, await openPopup(await openPage("strict.html", `${section}.example`)));
			const popup = await openPopup(await openPage("outage.html"));
			expect(await popup.isChecked(section)).toBe(true);
			expect(await popup.text()).not.toContain("Suggested: ");
			await popup.close();
		}
	});

	test("stay as the editor chose them, even if another section is very probable", async () => {
		const popup = await openRepository("owner/essays");
		await popup.choose("News");
		await popup.fill("Note", "To be read.");
		await popup.close();
		const again = await openRepository("owner/essays");
		expect(await again.isChecked("News")).toBe(true);
		await clipTo("News", again);
		const third = await openRepository("owner/essays");
		await third.waitForText("Already in News");
		expect(await third.isChecked("News")).toBe(true);
		expect(await third.text()).not.toContain("Suggested: ");
		await third.close();
	});

	test("are learned from clips and from moved items", async () => {
		const first = await openRepository("owner/first");
		await clipTo("Tools", first);
		const options = await session.openDraft();
		const inTools = { within: "Tools", item: "owner/first" };
		await options.waitFor(() => options.has("button", "Move up", inTools), "the clip");
		const taught = ({ value }: Learned) => Object.values(value.taught);
		let before = 0;
		await untilLearned(options, (what) => {
			before = forTools(what, "github.com");
			return taught(what).length === 4;
		});
		const inNews = (what: Learned) => taught(what).filter((section) => section === "news").length;
		await untilLearned(options, (what) => inNews(what) === 2);
		await options.click("button", "Move up", inTools);
		await options.waitForText("Moved to Tools, 1 of 2");
		await options.click("button", "Move up", inTools);
		await options.waitForText("Moved to News");
		await untilLearned(
			options,
			(what) => inNews(what) === 3 && forTools(what, "github.com") < before,
		);
	});
});

describe.each(browsersToTest())("In %s, with an archive", (name) => {
	const session = inBrowser(name);
	let folder: IssueFolder;
	let archive: Tab;
	beforeAll(async () => {
		folder = issueFolder();
		writeArchive(folder);
		archive = await session.browser.openOptions("/archive");
		await archive.chooseFiles("Import a folder", [folder.path]);
		await archive.waitForText("22 issues added", 30_000);
		await untilLearned(archive, ({ basis }) => basis.startsWith("22 issues"));
	});
	afterAll(() => folder?.remove());

	test("the popup shows where a page ran, with its old note and a link to the issue", async () => {
		const { browser, openPage, openPopup } = session;
		const fresh = await openPopup(
			await openPage("article.html?utm_source=x&id=8", "night-shift.example"),
		);
		const height = await heightOf(fresh);
		expect(await fresh.text()).not.toContain("Ran in");
		await fresh.close();
		const tab = await openPage("article.html?utm_source=x&id=7", "night-shift.example");
		const popup = await openPopup(tab);
		await popup.waitForText("Ran in News, #173, April 6, 2014");
		expect(await heightOf(popup)).toBe(height);
		expect(await popup.text()).not.toContain("Nobody is woken");
		await popup.click("button", "Ran in News, #173, April 6, 2014");
		await popup.waitForText("Nobody is woken at night any more.");
		await popup.click("link", "Open issue 173");
		await browser.waitForPopupClosed();
		await archive.waitFor(
			async () => (await archive.evaluate(addressesOfTabs)).some(isIssue173),
			"a tab with the issue",
		);
	});

	test("a repeat can still be clipped, from the popup and by the menu", async () => {
		const { browser, openPage, openPopup, clipByMenu, openDraft } = session;
		const popup = await openPopup(await openPage("tool.html?utm_source=x", "www.caliper.example"));
		await popup.waitForText("Ran in Tools, #173, April 6, 2014");
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.waitForPopupClosed();
		const tab = await openPage("outage.html", "queues.example");
		await clipByMenu(tab, "News");
		await tab.waitForText("Ran in News, #194, August 31, 2014, and 1 more");
		const options = await openDraft();
		await expectItems(options, "Tools", ["caliper.example"]);
		await expectItems(options, "News", ["queues.example"]);
	});

	test("there is no warning for a link that ran in an exempt section", async () => {
		const { openPage, openPopup } = session;
		const popup = await openPopup(await openPage("announcement.html", "meetup.example"));
		expect(await popup.text()).not.toContain("Ran in");
		await popup.close();
	});

	test("the draft marks its repeats, with the old note and a link to the issue", async () => {
		const { openDraft } = session;
		const options = await openDraft();
		await options.waitForText("Ran in News, #194, August 31, 2014, and 1 more");
		expect(await options.textOf("region", "News")).toContain("Once more.");
		await addItem(options, "Tools", {
			note: "Twice.",
			links: ["http://queues.example/outage.html/"],
		});
		await options.waitForText("Already in News");
		await options.click("link", "Ran in Tools, #173, April 6, 2014");
		await options.waitFor(() => options.has("region", "Issue 173"), "the issue");
		expect(await options.url()).toContain("#/archive/imported-173");
	});

	test("there is no warning for exempt hosts and sections, or for the sponsor", async () => {
		const { browser, openDraft } = session;
		const style = await browser.openOptions("/style");
		await style.click("checkbox", "Tools", { within: "Links that ran in these sections" });
		await style.fill("Hosts", "https://www.queues.example/");
		await style.waitForText("Saved");
		const options = await openDraft();
		await options.waitForText("Already in News");
		expect(await options.text()).not.toContain("Ran in");
		await style.fill("Hosts", "");
		await options.waitForText("Ran in News, #194");
		await options.fill("Sponsor links", "http://www.queues.example/outage.html");
		await options.waitFor(async () => !(await options.text()).includes("Ran in"), "no warning");
	});

	test("its sections are learned: a page at a host of tools is suggested as a tool", async () => {
		const { openPage, openPopup } = session;
		const tool = await openPopup(await openPage("box", "code.example"));
		expect(await tool.isChecked("Tools")).toBe(true);
		expect(await tool.text()).toContain("Suggested: 20 of 20 from code.example were Tools");
		await tool.close();
		const story = await openPopup(
			await openPage("2014/what-we-learned-in-another-week", "stories.example"),
		);
		expect(await story.isChecked("News")).toBe(true);
		expect(await story.text()).toContain("Suggested: 20 of 20 from stories.example were News");
		await story.close();
	});
});

/** Runs in a page of Galley: the addresses of all tabs with pages of Galley. */
async function addressesOfTabs(): Promise<string[]> {
	const world = globalThis as unknown as Record<
		"browser" | "chrome",
		{ tabs: { query(of: object): Promise<{ url?: string }[]> } } | undefined
	>;
	const tabs = await (world.browser ?? world.chrome)?.tabs.query({});
	return (tabs ?? []).map(({ url }) => url ?? "");
}

function isIssue173(address: string): boolean {
	return address.endsWith("#/archive/imported-173");
}
