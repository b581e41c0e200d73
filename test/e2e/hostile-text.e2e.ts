import { mkdirSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { quote } from "../../src/capture/quote.ts";
import { containMarkdown } from "../../src/core/markdown/contain.ts";
import { textMarkdown } from "../../src/core/selection/selection-markdown.ts";
import { charactersIn, textOfCharacters } from "../core/selection/marked-characters.ts";
import { ALL_HOSTILE, HOSTILE_LINES, HOSTILE_STRINGS } from "../hostile-strings.ts";
import { browsersToTest, type Driven, launch, type Tab } from "./browsers/browser.ts";
import { type HostilePages, hostilePages } from "./hostile-pages.ts";
import { NO_SIGNS, signsOn } from "./hostile-signs.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { addItem } from "./session.ts";
import { OF_THE_BROWSER, type Sites, serveSites } from "./sites.ts";
import { type TypedIssue, typedIssue } from "./typed-issue.ts";
import { violationsHeard, type WatchedBuild, watchedBuild } from "./watched-build.ts";

const KINDS = Object.entries(HOSTILE_STRINGS);

/** A section of the house style with this heading. */
const HEADING = "<img src=x onerror=globalThis.hostileRan=1> & $1 %d __MSG_x__ {number}";

/** A note for each kind, and long texts. */
const NOTES = [
	...KINDS.map(([, texts]) => texts.join("\n\n")),
	"back\\slashes \\# \\\\ at the end \\",
	"two spaces  \nthen one \nthen a tab\t",
	Array.from({ length: 500 }, (_, at) => `Line ${at} of a very long note, with — dashes.`).join(
		"\n",
	),
];

const LINKS = [
	"https://en.wikipedia.example/wiki/Galley_(kitchen)",
	"https://spaces.example/a%20b?q=[1]&x=<y>",
	'https://ünï.example/päth#"><script>globalThis.hostileRan=1</script>',
	"mailto:a@b.example?subject=<b>&body=$1",
];

const SOUGHT = [HOSTILE_STRINGS.handler[0], HOSTILE_STRINGS.characters[8].slice(0, 200), "$1 %s"];
const IMPORT_MS = 30_000;
const PREFLIGHT_MS = 30_000;

const INTRO = ["From the start\n\n====", ...HOSTILE_STRINGS.breakout].join("\n\n");
const FOOTER = ["---\n\n>From the end", ...HOSTILE_STRINGS.structure].join("\n\n");
const SPONSOR = `{name} # & ${HOSTILE_STRINGS.handler[0]}`;

/** The issue that is typed, in which lines that would affect other fields are contained. */
function typed(): TypedIssue {
	const kept = (text: string) => containMarkdown(asTyped(text)).trimEnd();
	return {
		number: "13",
		issueDate: "2021-02-28",
		publishedAt: "2021-02-28T08:00:00-05:00",
		intro: kept(INTRO),
		sponsors: [{ name: SPONSOR, note: kept("## Buy"), links: [] }],
		sections: [
			{ heading: "News", items: NOTES.map((note) => ({ note: kept(note), links: [] })) },
			{ heading: "Tools", items: [{ note: "", links: LINKS }] },
		],
		footer: kept(FOOTER),
	};
}

/** The issue that is read back, with the same lines contained even where it was not needed. */
function readBack(text: string): TypedIssue {
	const issue = typedIssue(text);
	return {
		...issue,
		intro: containMarkdown(issue.intro),
		sections: issue.sections.map(({ heading, items }) => ({
			heading,
			items: items.map(({ note, links }) => ({ note: containMarkdown(note), links })),
		})),
		footer: containMarkdown(issue.footer),
	};
}

/** A foreign issue, with the texts as its items. */
function issueOf(number: number, texts: readonly string[]): string {
	const head = `---\ntitle: DEVOPS WEEKLY ISSUE \\#${number} - 3rd May 2020 \ndate: 2020-05-03T10:00:00+00:00\nsubtitle: ${HEADING}\n---\n`;
	const items = texts.map(
		(text, at) => `${text}\n\n[http://${number}-${at}.example/](http://${number}-${at}.example/)`,
	);
	return `${head}\n${HEADING}\n${"=".repeat(9)}\n\n${items.join("\n\n\n")}\n`;
}

/** The value of a field for a text: lines end in LF, and U+FFFD replaces lone surrogates and NULs. */
function asTyped(text: string): string {
	return text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").toWellFormed();
}

/** The visible text of a note without spaces, as another parser reads it. */
function readIn(note: string): string {
	return textOfCharacters(charactersIn(asTyped(note)));
}

/** Runs in the page: opens each of these addresses of a published issue in turn. */
async function goToEach(ids: readonly string[]): Promise<number> {
	const drawn = async () => {
		// A panel is drawn when all its data has been read.
		for (let tries = 0; tries < 200; tries += 1) {
			await new Promise((resolve) => setTimeout(resolve, 15));
			if (document.querySelector("main")?.checkVisibility()) return true;
		}
		return false;
	};
	let shown = 0;
	for (const id of [...ids, ...ids.map((each) => encodeURIComponent(each.toWellFormed()))]) {
		location.hash = `#/archive/${id}`;
		if (await drawn()) shown += 1;
	}
	return shown;
}

afterAll(() => {
	mkdirSync("out", { recursive: true });
	const counts = { strings: ALL_HOSTILE.length, browsers: browsersToTest().length };
	writeFileSync("out/hostile-counts.json", `${JSON.stringify(counts)}\n`);
});

describe.each(browsersToTest())("In %s, with all of Galley watched", (name) => {
	let build: WatchedBuild;
	let pages: HostilePages;
	let folder: IssueFolder;
	let sites: Sites;
	let browser: Driven;
	/** Stays open during all tests, and receives every violation on any page. */
	let ear: Tab;
	/** Addresses that were opened on purpose. */
	const opened = new Set<string>();

	beforeAll(async () => {
		build = watchedBuild(name);
		pages = hostilePages();
		folder = issueFolder();
		sites = await serveSites(pages.folder);
		browser = await launch(name, { proxy: sites.proxy, extension: build.folder });
		ear = await browser.openOptions();
	});
	afterAll(async () => {
		await browser?.close();
		await sites?.close();
		pages?.remove();
		folder?.remove();
		build?.remove();
	});
	afterEach(async () => {
		expect(await signsOn(ear), "signs on the page that was open all the while").toEqual(NO_SIGNS);
		expect(await violationsHeard(ear), "violations heard from any page or worker").toEqual([]);
		const asked = sites.asked.filter(
			(address) => !opened.has(address) && !OF_THE_BROWSER.test(address),
		);
		expect(asked, "addresses that were asked for").toEqual([]);
	});

	async function openPage(page: string): Promise<Tab> {
		const address = sites.page(page, "strangers.example");
		opened.add(address);
		return browser.openTab(address);
	}

	async function openDraft(): Promise<Tab> {
		const options = await browser.openOptions();
		await options.waitFor(() => options.has("button", "Publish"), "the draft");
		return options;
	}

	/** The draft without the clips of earlier tests. */
	async function emptyDraft(): Promise<Tab> {
		const options = await openDraft();
		for (const section of ["News", "Tools", HEADING]) {
			const place = { within: section, item: 0 };
			while (await options.has("listitem", undefined, { within: section })) {
				const left = (await options.names("listitem", { within: section })).length;
				await options.click("button", "Delete", place);
				await options.waitFor(
					async () => (await options.names("listitem", { within: section })).length < left,
					"one item less",
				);
			}
		}
		return options;
	}

	test("a section can have any name", async () => {
		const style = await browser.openOptions("/style");
		await style.fill("New section", HEADING);
		await style.click("button", "Add section");
		await style.waitForText("Added the section");
		expect(await style.text()).toContain(HEADING);
		expect(await signsOn(style)).toEqual(NO_SIGNS);
		await style.close();
	});

	test.each(KINDS)(
		"a page of “%s”, its links and its selection are clipped by the menu",
		async (kind, texts) => {
			const tab = await openPage(pages.add(`${kind}.html`, texts));
			await browser.contextMenu(tab, { on: "page" }, `Add to ${HEADING}`);
			await tab.waitForText(`Added to ${HEADING}`);
			await browser.contextMenu(tab, { on: "link", selector: ".link" }, "Add to Tools");
			await tab.waitForText("Added to Tools");
			await browser.contextMenu(tab, { on: "selection", selector: ".texts" }, "Add to News");
			await tab.waitForText(`Already in ${HEADING}`);
			expect(await tab.evaluate(() => "hostileRan" in globalThis)).toBe(false);
			await tab.close();
		},
	);

	test("a page with all hostile strings is clipped by the popup exactly", async () => {
		const tab = await openPage(pages.add("all.html", ALL_HOSTILE));
		const selected = await tab.evaluate(() => {
			getSelection()?.selectAllChildren(document.querySelector(".texts") as Element);
			return String(getSelection());
		});
		const popup = await browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Note")) !== "", "the selection");
		expect(readIn(await popup.value("Note"))).toBe(readIn(quote(textMarkdown(selected))));
		expect(await popup.value("Title")).toContain(HOSTILE_STRINGS.script.slice(0, 3).join(" "));
		expect(await signsOn(popup)).toEqual(NO_SIGNS);
		await popup.choose(HEADING);
		await popup.click("button", "Clip");
		await popup.waitForText(`Added to ${HEADING}`);
		await browser.waitForPopupClosed();
		await tab.close();
		const options = await openDraft();
		const items = await options.names("listitem", { within: HEADING });
		expect(items).toHaveLength(KINDS.length + 1);
		await options.click("button", "Edit", { within: HEADING, item: KINDS.length });
		expect(readIn(await options.value("Note", { within: HEADING }))).toBe(
			readIn(quote(textMarkdown(selected))),
		);
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.close();
	});

	test("text typed into every field is exported so that it is read back as it was typed", async () => {
		const options = await emptyDraft();
		await options.fill("Issue number", "13");
		await options.fill("Issue date", "2021-02-28");
		await options.fill("Publication time", "2021-02-28T08:00:00-05:00");
		await options.fill("Intro", INTRO);
		await options.fill("Sponsor name", SPONSOR);
		await options.fill("Sponsor note", "## Buy");
		await options.fill("Footer", FOOTER);
		for (const note of NOTES) await addItem(options, "News", { note });
		await addItem(options, "Tools", { links: LINKS });
		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(readBack(file.bytes.toString())).toEqual(typed());
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.close();
	});

	test("the text is the same when the draft is opened again, and its preview is text", async () => {
		const options = await openDraft();
		// What preflight finds is shown in an open item, where it moves the items below.
		await options.waitForText("to review", PREFLIGHT_MS);
		for (const [item, note] of NOTES.entries()) {
			await options.click("button", "Edit", { within: "News", item });
			expect(asTyped(await options.value("Note", { within: "News", item }))).toBe(asTyped(note));
		}
		await options.waitFor(
			async () => (await options.textOf("region", "Rendered")).includes("Line 499"),
			"the preview",
		);
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		const links = await options.evaluate(() =>
			[...document.querySelectorAll(".reads a[href]")].map((link) => link.getAttribute("href")),
		);
		expect(links.length).toBeGreaterThan(10);
		expect(links.filter((address) => !/^(https?|mailto):/.test(address ?? ""))).toEqual([]);
		expect(await options.evaluate(() => document.title)).toContain("Galley");
		await options.close();
	});

	test("foreign issues, in files and zips of any name, are imported or refused by name", async () => {
		const strange = "<img src=x onerror=globalThis.hostileRan=1>";
		for (const [at, [kind, texts]] of KINDS.entries()) {
			folder.add(`issues/${strange} ${kind} ${101 + at}.md`, issueOf(101 + at, texts));
		}
		folder.add("issues/__proto__.md", "Only words.\n");
		folder.add(`issues/${strange} $1 %s.md`, new Uint8Array([0x4e, 0xe9]));
		const entries = [...HOSTILE_LINES.filter((line) => !line.includes("\0")), "../../up", "a\\b"];
		const zip = zipSync(
			Object.fromEntries(
				entries.map((entry) => [
					`${entry.slice(0, 500)}.md`,
					new TextEncoder().encode("No issue."),
				]),
			),
		);
		const options = await browser.openOptions("/archive");
		await options.chooseFiles("Import a folder", [folder.path]);
		await options.waitForText(`${KINDS.length} issues added`, IMPORT_MS);
		expect(await options.textOf("region", "Import")).toContain(strange);
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.chooseFiles("Import files", [folder.add("strangers.zip", zip)]);
		await options.waitForText("files were left out", IMPORT_MS);
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.close();
	});

	test("they are shown exactly, found by any word and included in the charts", async () => {
		const options = await browser.openOptions("/archive");
		for (const [at, [, texts]] of KINDS.entries()) {
			await options.click("link", `Issue ${101 + at} 2020-05-03`);
			await options.waitFor(
				() => options.has("button", "Export markdown", { within: `Issue ${101 + at}` }),
				"the issue",
			);
			expect(
				asTyped(await options.evaluate(() => document.querySelector("pre")?.textContent ?? "")),
			).toBe(asTyped(issueOf(101 + at, texts)));
			expect(await signsOn(options)).toEqual(NO_SIGNS);
		}
		await options.click("link", "Archive");
		for (const words of ["hostileRan", "constructor", "__proto__", "onerror script", ...SOUGHT]) {
			await options.fill("Search the archive", words);
			await options.waitForText("found");
			expect(await signsOn(options)).toEqual(NO_SIGNS);
		}
		await options.close();
	});

	test("addresses of the page do nothing except lead to a panel", async () => {
		const options = await browser.openOptions("/archive");
		expect(await options.evaluate(goToEach, HOSTILE_LINES)).toBe(HOSTILE_LINES.length * 2);
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.close();
	});

	test("a house style can have any pattern, and explains an invalid one", async () => {
		const style = await browser.openOptions("/style");
		await style.fill("Title line", `## {number} ${HOSTILE_STRINGS.handler[0]} {date:'`);
		await style.fill("File name", `{number} ${HOSTILE_STRINGS.handler[0]} ../../x.md`);
		await style.fill("Heading of the sponsor", `${HOSTILE_STRINGS.svg[0]} {name} $1`);
		await style.waitFor(async () => /\S/.test(await style.text("main")), "the style");
		expect(await signsOn(style)).toEqual(NO_SIGNS);
		const options = await openDraft();
		expect(await signsOn(options)).toEqual(NO_SIGNS);
		await options.close();
		await style.close();
	});
});
