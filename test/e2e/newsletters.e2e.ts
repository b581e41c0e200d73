/**
 * Tests real newsletters: their issues are imported, their style is copied, pages are clipped, and the
 * next issue is exported.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

const CORPUS = new URL("../../../shared/corpus/newsletters/", import.meta.url);

interface Newsletter {
	folder: string;
	/** The name of a section in the menu, and its heading in an issue. */
	section: string;
	heading: string;
	/** The text of an item before its title, where `{n}` is its place, and the text before its note. */
	begins: string;
	beforeNote: string;
	/** The number after the last one; null for newsletters without numbers. */
	number: number | null;
	/** The last issue's date; null for newsletters without dates. */
	lastDate: string | null;
	fileName: (number: number | null, date: string) => string;
}

const NEWSLETTERS: readonly Newsletter[] = [
	{
		folder: "haskell-weekly",
		...{ section: "Featured", heading: "## Featured", begins: "- [", beforeNote: "\n  > " },
		...{ number: 539, lastDate: null },
		fileName: (number) => `issue-${number}.markdown`,
	},
	{
		folder: "swift-weekly",
		section: "News and community",
		...{ heading: "### News and community", begins: "[", beforeNote: " > " },
		...{ number: 202, lastDate: "2022-06-22" },
		fileName: (number, date) => `${date}-issue-${number}.md`,
	},
	{
		folder: "lwkd",
		...{ section: "Other Merges", heading: "## Other Merges", begins: "* [", beforeNote: ": > " },
		...{ number: null, lastDate: "2026-08-16" },
		fileName: (_, date) => `${date}-update.md`,
	},
	{
		folder: "ruanyf-weekly",
		...{ section: "工具", heading: "## 工具", begins: "{n}、[", beforeNote: "\n\n> " },
		...{ number: 408, lastDate: null },
		fileName: (number) => `issue-${number}.md`,
	},
	{
		folder: "last-week-in-pony",
		...{ section: "Items of Note", heading: "## Items of Note", begins: "- [", beforeNote: "" },
		...{ number: null, lastDate: "2026-08-16" },
		fileName: (_, date) =>
			`last-week-in-pony-${date.slice(5, 7)}${date.slice(8)}${date.slice(2, 4)}.md`,
	},
];

const there = NEWSLETTERS.filter(({ folder }) => existsSync(new URL(folder, CORPUS)));
if (there.length === 0) {
	console.warn("No newsletters beside the project: none of them is continued.");
}

const PAGES = [
	["article.html", "night-shift.example", "How a small team moved its pager to daylight hours"],
	["tool.html", "caliper.example", "Caliper"],
	["outage.html", "outage.example", "outage"],
] as const;
const SELECTED = "An alert that nobody acts on before breakfast is a letter, not an alarm.";
const IMPORT_MS = 120_000;

const each = browsersToTest().flatMap((name) =>
	there.map((newsletter) => ({ name, newsletter, folder: newsletter.folder })),
);

describe.each(each)("In $name, the next issue of $folder", ({ name, newsletter }) => {
	const session = inBrowser(name);

	test("has clips in the form and section of past issues, and the next number, date and file name", async () => {
		const archive = await session.browser.openOptions("/archive");
		await archive.chooseFiles("Import a folder", [
			fileURLToPath(new URL(newsletter.folder, CORPUS)),
		]);
		await archive.waitForText("40 issues added", IMPORT_MS);
		const style = await session.browser.openOptions("/style");
		await style.click("button", "Copy the style of the last ten in the archive");
		await style.waitFor(() => style.has("button", "Use this style"), "the style that was learned");
		await style.click("button", "Use this style");
		await style.waitForText("Saved");

		for (const [page, host] of PAGES) {
			const tab = await session.openPage(page, host);
			await session.clipByMenu(tab, newsletter.section);
		}
		const quoted = await session.openPage("article.html", "quoted.example");
		await session.browser.contextMenu(
			quoted,
			{ on: "selection", selector: "#selected" },
			`Add to ${newsletter.section}`,
		);
		await quoted.waitForText("Added to ");

		const draft = await session.openDraft();
		const file = await session.browser.nextDownload(() => draft.click("button", "Export markdown"));
		const text = file.bytes.toString("utf8");
		const below = text.slice(text.indexOf(`\n${newsletter.heading}\n`));
		const section = below.slice(
			0,
			below.indexOf("\n#", 2) === -1 ? undefined : below.indexOf("\n#", 2),
		);
		const beginning = (at: number) => newsletter.begins.replace("{n}", String(at + 1));
		for (const [at, [page, host, title]] of PAGES.entries()) {
			const line = section.split("\n").find((each) => each.includes(`](http://${host}/${page})`));
			expect(line?.startsWith(beginning(at)), `${host} in ${section}`).toBe(true);
			expect(line).toContain(title);
		}
		expect(section).toContain(
			`${beginning(PAGES.length)}${PAGES[0][2]}](http://quoted.example/article.html)`,
		);
		if (newsletter.beforeNote !== "") {
			expect(section).toContain(`${newsletter.beforeNote}${SELECTED}`);
		}

		if (newsletter.number !== null) {
			expect(await draft.value("Issue number")).toBe(String(newsletter.number));
		}
		const date = newsletter.lastDate === null ? "" : await draft.value("Issue date");
		if (newsletter.lastDate !== null) {
			const days = (Date.parse(date) - Date.parse(newsletter.lastDate)) / 86_400_000;
			expect(days).toBeGreaterThan(0);
			if (newsletter.folder !== "swift-weekly") expect(days % 7).toBe(0);
		}
		expect(file.name).toBe(newsletter.fileName(newsletter.number, date));
	});
});
