import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/issue/issue.ts";
import { read } from "../../src/issue/read.ts";
import { settle } from "../../src/issue/settle.ts";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

/** What would end an issue's structure, run, or fetch something if it were taken for what it looks. */
const NOTES = [
	"---\ntitle: no front matter\n---",
	"Tools\n=====\n\nNot a section.",
	"# x\n\n## y #\n\n    code\n\n```\nnever closed",
	">From here\nFrom there\n>>From both",
	"[a](b) [c]: http://tracker.example/d\n\n[c]\n\n![p](http://tracker.example/p.png)",
	"back\\slashes \\# \\\\ at the end \\",
	"two spaces  \nthen one \nthen a tab\t",
	"🙂 👩‍👩‍👧 ünïcödé e\u0301\n\nשלום עולם mixed \u202eright to left\u202c",
	'<img src="http://tracker.example/x.png" onerror="document.title = \'ran\'"> <script>document.title = "ran"</script>',
	"<!-- item -->\n\n<!-- never closed",
	"- a list\n- of two\n\n1. and\n2. numbers\n\n* * *",
	"Ends like an item:\n\n[https://looks.example/](https://looks.example/)",
	Array.from({ length: 500 }, (_, at) => `Line ${at} of a very long note, with — dashes.`).join(
		"\n",
	),
];

const LINKS = [
	"https://en.wikipedia.example/wiki/Galley_(kitchen)",
	"https://spaces.example/a b?q=[1]&x=<y>",
	"https://ünï.example/päth#🙂",
];

/** The issue that was typed, in its settled form. */
function typed(): Issue {
	const link = (url: string) => ({ url, text: "", form: "bracketed", lead: "" }) as const;
	const block = { note: "## Buy", links: [], tight: false };
	return settle({
		number: 13,
		issueDate: "2021-02-28",
		publishedAt: "2021-02-28T08:00:00-05:00",
		intro: "From the start\n\n====",
		sponsors: [
			{
				heading: "From our sponsor, {name} # & <b>",
				...block,
				foot: block,
			},
		],
		sections: [
			{ heading: "News", items: NOTES.map((note) => ({ note, links: [], tight: false })) },
			{ heading: "Tools", items: [{ note: "", links: LINKS.map(link), tight: false }] },
		],
		footer: "---\n\n>From the end",
	});
}

describe.each(browsersToTest())("In %s, text that looks like something else", (name) => {
	const session = inBrowser(name);

	test("goes out so that it is read back as it was typed", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await options.fill("Issue number", "13");
		await options.fill("Issue date", "2021-02-28");
		await options.fill("Publication time", "2021-02-28T08:00:00-05:00");
		await options.fill("Intro", "From the start\n\n====");
		await options.fill("Sponsor name", "{name} # & <b>");
		await options.fill("Sponsor note", "## Buy");
		await options.fill("Footer", "---\n\n>From the end");
		for (const note of NOTES) await addItem(options, "News", { note });
		await addItem(options, "Tools", { links: LINKS });
		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(read(file.bytes.toString()).issue).toEqual(typed());
	});

	test("is the same when the draft is opened again", async () => {
		const { openDraft } = session;
		const options = await openDraft();
		for (const [item, note] of NOTES.entries()) {
			await options.click("button", "Edit", { within: "News", item });
			expect(await options.value("Note", { within: "News", item })).toBe(note);
		}
	});

	test("comes through the popup to the letter", async () => {
		const { browser, openPage, openPopup, openDraft } = session;
		const note = NOTES.slice(0, 12).join("\n\n");
		const popup = await openPopup(await openPage("article.html", "hostile.example"));
		await popup.fill("Note", note);
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.waitForPopupClosed();
		const options = await openDraft();
		await expectItems(options, "Tools", ["wikipedia", "title: no front matter"]);
		await options.click("button", "Edit", { within: "Tools", item: 1 });
		expect(await options.value("Note", { within: "Tools" })).toBe(note);
	});

	test("runs nothing and asks for nothing, in the item list and in the preview", async () => {
		const { openDraft, sites } = session;
		const options = await openDraft();
		await expectItems(options, "Tools", ["wikipedia", "title: no front matter"]);
		await options.waitFor(
			async () => (await options.textOf("region", "Reads")).includes("Line 499"),
			"the preview",
		);
		expect(await options.evaluate(() => document.title)).toBe("Draft – Galley");
		expect(
			await options.evaluate(() => document.querySelectorAll("#root img, #root script").length),
		).toBe(0);
		expect(sites.asked.filter((address) => address.includes("tracker"))).toEqual([]);
	});
});
