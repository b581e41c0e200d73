/**
 * A new editor with a newsletter of another name and style: it is set up from its past issues, ten
 * pages are clipped, the findings of preflight are handled, and the issue is published in that style. The
 * panel of the house style is never opened.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { unfold } from "./preflight-list.ts";
import { inBrowser, type Session } from "./session.ts";

const OURS = fileURLToPath(new URL("./fixtures/lamplight", import.meta.url));
const CORPUS = fileURLToPath(
	new URL("../../../shared/corpus/newsletters/haskell-weekly", import.meta.url),
);
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.warn("No newsletters beside the project: none of them is set up.");

/** Pages to clip: the host of each, and a note. */
const CLIPS: readonly [host: string, note: string][] = [
	["night-shift.example", "Six people on call, and nobody woken at three any more."],
	["slow-query.example", "Where the time goes when a database answers late."],
	["rollback.example", "What changes once going back takes a second."],
	["ledger.example", "Double entry for people who count requests."],
	["harbour-log.example", "How a port writes down what happened, every hour."],
	["small-teams.example", "Three people, forty services, and what they gave up."],
	["postmortem.example", "An outage told by the ones who were asleep."],
	["tidewatch.example", "Draws a graph of what depends on the moon."],
	["boxwood.example", "Keeps configuration in hedges."],
	["larder.example", "Stores build artefacts in the cold."],
];

/** The fields and buttons of a draft that are shown before anything is unfolded. */
const FIELDS = ["Issue number", "Issue date", "Publication time", "Intro", "Footer"];
const BUTTONS = ["Export markdown", "Copy markdown", "Publish", "Drafts", "Open all", "Keys"];

/** Copies the last issues of a folder into a new folder. */
function lastOf(folder: string, count: number): string {
	const copy = mkdtempSync(join(tmpdir(), "galley-issues-"));
	for (const name of readdirSync(folder).sort().slice(-count)) {
		copyFileSync(join(folder, name), join(copy, name));
	}
	return copy;
}

async function expectUsable(draft: Tab): Promise<void> {
	for (const name of FIELDS) expect(await draft.has("textbox", name), name).toBe(true);
	for (const name of BUTTONS) expect(await draft.has("button", name), name).toBe(true);
	for (const section of ["News", "Tools"]) {
		expect(await draft.has("button", "Add item", { within: section })).toBe(true);
	}
}

/** Clips the pages; the last three go to the last of the sections that the popup shows first. */
async function clipAll(session: Session, sections: readonly [string, string]): Promise<void> {
	for (const [at, [host, note]] of CLIPS.entries()) {
		const section = at < 7 ? sections[0] : sections[1];
		const tab = await session.openPage("article.html", host);
		const popup = await session.openPopup(tab);
		await popup.choose(section);
		await popup.fill("Title", `A page of ${host}`);
		await popup.fill("Note", note);
		await popup.click("button", "Clip");
		await popup.waitForText(`Added to ${section}`);
		await popup.close();
		await tab.close();
	}
	await session.waitForBadge(String(CLIPS.length));
}

/** Runs in the page: the label of the field that has the focus. */
function focusedLabel(): string {
	return (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? "";
}

/** Chooses from a list, by the names of the field and the choice. */
async function choose(view: Tab, label: string, option: string): Promise<void> {
	await view.waitFor(
		() =>
			view.evaluate(
				(wanted, chosen) => {
					const labels = [...document.querySelectorAll("label")];
					const field = labels.find(({ textContent }) => textContent === wanted)?.control;
					if (!(field instanceof HTMLSelectElement)) return false;
					const found = [...field.options].find(({ text }) => text === chosen);
					if (!found) return false;
					field.value = found.value;
					return field.dispatchEvent(new Event("change", { bubbles: true }));
				},
				label,
				option,
			),
		`${option} to be chosen for ${label}`,
	);
}

/** Dismisses the remaining findings, such as the addresses of the test pages, which have no https. */
async function dismissAll(draft: Tab): Promise<void> {
	await unfold(draft);
	const within = "What preflight found";
	while (await draft.has("button", "Dismiss", { within })) {
		const open = async () =>
			(await draft.names("button", { within })).filter((name) => name === "Dismiss").length;
		const left = await open();
		// The check of what was typed last can end now, so that the last finding disappears by itself.
		await draft.click("button", "Dismiss", { within, nth: 0 }).catch(async (error: unknown) => {
			if ((await open()) > 0) throw error;
		});
		await draft.waitFor(async () => (await open()) < left, "the finding to be dismissed");
	}
	await draft.waitFor(() => draft.has("button", "Preflight: all clear"), "no finding to be left");
}

describe.each(browsersToTest())("In %s, a new editor", (name) => {
	const session = inBrowser(name);
	let draft: Tab;

	test("finds the questions above a draft that can be used immediately", async () => {
		draft = await session.openDraft();
		await draft.setSize({ width: 1280, height: 800 });
		expect(await draft.has("region", "Set up your newsletter")).toBe(true);
		await expectUsable(draft);
		expect(await violations(draft)).toEqual([]);
	});

	test("names the newsletter, which changes the title at once, and Undo reverses it", async () => {
		await draft.fill("Name of the newsletter", "Lamplight");
		await draft.click("button", "Use this name");
		await draft.waitForText("The newsletter is called Lamplight.");
		const markdown = () => draft.textOf("region", "Markdown");
		await draft.waitFor(async () => (await markdown()).includes("Lamplight ISSUE"), "the title");
		expect((await markdown()).toLowerCase()).not.toContain("devops");
		await draft.click("button", "Undo");
		await draft.waitFor(() => draft.has("button", "Use this name"), "the question again");
		await draft.fill("Name of the newsletter", "Lamplight");
		await draft.press("Enter");
		await draft.waitForText("The newsletter is called Lamplight.");
	});

	test("gets a style copied from past issues, and sees the last issue in it", async () => {
		await draft.chooseFiles("Import a folder", [OURS]);
		await draft.waitForText("The style is copied from your past issues.");
		await draft.waitForText("This style writes the issue as it was, line for line.");
		await draft.waitFor(async () => (await draft.value("Issue number")) === "46", "issue 46");
		expect(await draft.value("Issue date")).toBe("2026-09-15");
		expect(await draft.has("region", "Reading")).toBe(true);
		expect(await draft.has("region", "News")).toBe(false);
		expect(await violations(draft)).toEqual([]);
		await draft.click("button", "Finish the set-up");
		await draft.waitForText("The set-up is closed.");
		expect(await draft.evaluate(focusedLabel)).toBe("Intro");
	});

	test("clips ten pages, handles the findings, and publishes in that style", {
		timeout: 180_000,
	}, async () => {
		await clipAll(session, ["Reading", "Small tools"]);
		await draft.activate();
		await draft.fill("Intro", "Ten pages this time.");
		await draft.fill("subject", "Ten pages");
		await draft.waitForText("Saved");
		await dismissAll(draft);
		const file = await session.browser.nextDownload(() => draft.click("button", "Publish"));
		expect(file.name).toBe("2026-09-15-lamplight-46.md");
		const url = (host: string) => session.sites.page("article.html", host);
		const items = CLIPS.map(([host, note]) => `* **[A page of ${host}](${url(host)})**: ${note}`);
		expect(file.bytes.toString()).toBe(
			`---
layout: issue
title: "Lamplight 46: Ten pages"
date: 2026-09-15
---

Ten pages this time.

## Reading

${items.slice(0, 7).join("\n")}

## Small tools

${items.slice(7).join("\n")}

---

*Lamplight* is written by hand every second Tuesday. Forward it to someone who would like it.
`,
		);
	});

	test("can start the set-up again in the settings", async () => {
		const settings = await session.browser.openOptions("/settings");
		await settings.click("button", "Start the set-up again");
		await settings.waitFor(() => settings.has("region", "Set up your newsletter"), "the questions");
		expect(await settings.value("Name of the newsletter")).toBe("Lamplight");
		await settings.click("button", "Skip the set-up");
		await settings.waitForText("The set-up is closed.");
	});
});

describe.each(browsersToTest())("In %s, a new editor without past issues", (name) => {
	const session = inBrowser(name);

	test("chooses a ready-made style with sections and an interval", async () => {
		const draft = await session.openDraft();
		await draft.fill("Name of the newsletter", "Night Post");
		await draft.click("button", "Use this name");
		await draft.click("button", "I have no past issues");
		await choose(draft, "Style", "A list of titled links");
		await draft.fill("Section names", "Essays\nPictures");
		await choose(draft, "Interval between issues", "Every month, by day");
		await choose(draft, "Day of the month", "15");
		await draft.click("button", "Use this style");
		await draft.waitForText("The style is set. Its sections: Essays, Pictures.");
		expect(await draft.value("Issue date")).toMatch(/-15$/);
		expect(await draft.has("region", "Essays")).toBe(true);
		expect(await draft.has("region", "News")).toBe(false);
		await draft.waitFor(
			async () => (await draft.textOf("region", "Markdown")).includes("# Night Post – Issue 1 –"),
			"the title",
		);
		expect(await violations(draft)).toEqual([]);
		await draft.click("button", "Finish the set-up");
		await draft.waitForText("The set-up is closed.");
	});
});

describe.skipIf(!hasCorpus).each(browsersToTest())("In %s, an editor of Haskell Weekly", (name) => {
	const session = inBrowser(name);
	let folder: string;
	beforeAll(() => {
		folder = lastOf(CORPUS, 12);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test("sets up, clips, and publishes in the style of the past issues", {
		timeout: 240_000,
	}, async () => {
		const draft = await session.openDraft();
		await draft.fill("Name of the newsletter", "Haskell Weekly");
		await draft.click("button", "Use this name");
		await draft.chooseFiles("Import a folder", [folder]);
		await draft.waitForText("The style is copied from your past issues.", 20_000);
		await draft.click("button", "Finish the set-up");
		await clipAll(session, ["Featured", "In brief"]);
		await draft.activate();
		await dismissAll(draft);
		const file = await session.browser.nextDownload(() => draft.click("button", "Publish"));
		const text = file.bytes.toString();
		expect(file.name).toMatch(/^issue-\d+\.markdown$/);
		expect(text).toContain("Welcome to another issue of Haskell Weekly!");
		expect(text).toContain("\n## Featured\n");
		expect(text).toContain("\n## In brief\n");
		expect(text).not.toMatch(/devops/i);
		for (const [host, note] of CLIPS) {
			expect(text).toContain(
				`- [A page of ${host}](${session.sites.page("article.html", host)})\n  > ${note}`,
			);
		}
	});
});
