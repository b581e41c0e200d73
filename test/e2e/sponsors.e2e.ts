import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest, type Tab, type View } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { addItem, inBrowser } from "./session.ts";

const ADDRESS = "https://acme.example/try?utm_source=weekly&utm_medium=email";
const COMING = { within: "Coming issues" } as const;

const markdownOf = (draft: View) => draft.textOf("region", "Markdown");

function waitForMarkdown(draft: View, holds: (text: string) => boolean, what: string) {
	return draft.waitFor(async () => {
		const text = await markdownOf(draft);
		if (!holds(text)) throw new Error(`it is ${text}`);
		return true;
	}, `the markdown to have ${what}`);
}

/** Waits until a coming issue shows these words, in order. */
function waitForIssue(panel: View, number: number, words: string) {
	return panel.waitFor(async () => {
		const all = await panel.names("listitem", COMING);
		const found = all.find((issue) => issue.startsWith(`Issue ${number} `));
		if (!found?.includes(words)) throw new Error(`they are ${JSON.stringify(all)}`);
		return true;
	}, `issue ${number} to have “${words}”`);
}

describe.each(browsersToTest())("In %s, sponsors", (name) => {
	const session = inBrowser(name);
	let folder: IssueFolder;
	beforeAll(() => {
		folder = issueFolder();
	});
	afterAll(() => folder?.remove());

	async function openSponsors(): Promise<Tab> {
		const panel = await session.browser.openOptions("/sponsors");
		await panel.waitFor(() => panel.has("region", "Coming issues"), "the panel");
		return panel;
	}

	test("are booked for next week, and are in that draft after this one is published", async () => {
		const { browser, openDraft } = session;
		const draft = await openDraft();
		await draft.fill("Issue number", "468");
		await draft.fill("Issue date", "2030-12-15");
		await draft.fill("Sponsor name", "This Week Ltd");
		// The controls of a sponsor appear under it when there is one, and move the rest down.
		await draft.waitFor(() => draft.has("button", "Add sponsor"), "the sponsor to be kept");
		await addItem(draft, "News", { note: "News.", links: ["https://a.example/"] });

		const panel = await openSponsors();
		await waitForIssue(panel, 468, "This Week Ltd");
		await waitForIssue(panel, 469, "No sponsor yet");
		await panel.click("button", "Book", { ...COMING, item: "Issue 469" });
		await panel.fill("Sponsor name", "Acme");
		await panel.fill("Sponsor note", "Anvils that fall up:");
		await panel.fill("Sponsor links", ADDRESS);
		await panel.waitForText("Saved");
		await panel.click("button", "Done", { within: ["Coming issues", "Acme"] });
		await waitForIssue(panel, 469, "Anvils that fall up:");

		await draft.activate();
		const file = await browser.nextDownload(() => draft.click("button", "Publish"));
		expect(file.bytes.toString()).not.toContain("Acme");
		await draft.waitFor(
			async () => (await draft.value("Sponsor name")) === "Acme",
			"the booking in the next draft",
		);
		expect(await draft.value("Issue number")).toBe("469");
		expect(await draft.value("Sponsor links")).toBe(ADDRESS);
		await draft.waitForText("Booked under Sponsors.");
		await waitForMarkdown(
			draft,
			(text) =>
				text.includes(">From our sponsor, Acme") && text.split(`(${ADDRESS})`).length - 1 === 2,
			"Acme and its link, twice",
		);
		await panel.waitFor(
			async () => !(await panel.has("listitem", undefined, { ...COMING, item: "Issue 468" })),
			"issue 468 to be no coming issue any more",
		);
		await waitForIssue(panel, 469, "Acme");
		await panel.waitFor(
			async () => (await panel.names("listitem", { within: "Past sponsors" })).length === 1,
			"what ran",
		);
		await panel.close();
		await draft.close();
	});

	test("can be two, the second with its own heading and not at the end", async () => {
		const draft = await session.openDraft();
		await draft.click("button", "Add sponsor");
		const second = { within: "Sponsor 2" };
		await draft.fill("Sponsor note", "Terraform, but calm.", second);
		await draft.fill("Sponsor name", "env0", second);
		const env0 = { within: "env0" };
		await draft.waitFor(() => draft.has("group", "env0"), "the name");
		await draft.click("button", "Heading and position", env0);
		await draft.fill("Sponsor heading", "{name} sponsors Devops Weekly", env0);
		await draft.waitForText("Saved");
		await draft.evaluate(() => {
			const selects = [...document.querySelectorAll<HTMLSelectElement>(".own select")];
			const last = selects.at(-1);
			if (!last) throw new Error("there is no choice of the foot");
			last.value = "no";
			last.dispatchEvent(new Event("change", { bubbles: true }));
		});
		const times = (text: string, words: string) => text.split(words).length - 1;
		await waitForMarkdown(
			draft,
			(text) =>
				text.includes("env0 sponsors Devops Weekly\n=====") &&
				times(text, "Terraform, but calm.") === 1 &&
				times(text, "Anvils that fall up:") === 2,
			"env0 once and Acme twice",
		);
		await draft.click("button", "Move up", env0);
		await waitForMarkdown(
			draft,
			(text) => text.indexOf("env0 sponsors") < text.indexOf("From our sponsor, Acme"),
			"env0 first",
		);
		expect(await violations(draft)).toEqual([]);
		const reopened = await session.openDraft();
		await reopened.waitFor(
			async () => (await reopened.value("Sponsor name")) === "env0",
			"the order",
		);
		expect(await reopened.value("Sponsor heading", env0)).toBe("{name} sponsors Devops Weekly");
		await reopened.close();
		await draft.close();
	});

	test("that are removed are restored by Undo, and a booking is kept for another issue", async () => {
		const draft = await session.openDraft();
		await draft.click("button", "Remove from this issue", { within: "env0" });
		await draft.waitForText("The sponsor is deleted.");
		await draft.click("button", "Undo");
		await draft.waitFor(() => draft.has("group", "env0"), "env0 to be back");
		await draft.click("button", "Remove from this issue", { within: "env0" });
		await draft.waitFor(async () => !(await draft.has("group", "env0")), "env0 to be gone");

		await draft.click("button", "Remove from this issue", { within: "Acme" });
		await draft.waitForText("Its text is kept under Sponsors");
		await waitForMarkdown(draft, (text) => !text.includes("Acme"), "no Acme");
		const panel = await openSponsors();
		await panel.waitFor(() => panel.has("group", "Acme", { within: "Kept for later" }), "Acme");
		await panel.click("button", "Edit", { within: ["Kept for later", "Acme"] });
		await panel.fill("For issue", "467");
		await panel.waitForText("Issue 467 is in the past: the next one is issue 469.");
		expect(await violations(panel)).toEqual([]);
		await panel.fill("For issue", "some time");
		await panel.waitForText("This is neither an issue number nor a date.");
		await panel.fill("For issue", "2030-12-22");
		await panel.waitForText("Saved");
		await waitForMarkdown(draft, (text) => text.includes(">From our sponsor, Acme"), "Acme again");
		expect(await panel.has("group", "Acme", { within: "Kept for later" })).toBe(true);
		await panel.click("button", "Done", { within: ["Kept for later", "Acme"] });
		await waitForIssue(panel, 469, "Acme");
		await panel.close();
		await draft.close();
	});

	test("of past issues are found by a word and booked again for the next free issue", async () => {
		folder.addIssues(76, 77);
		const archive = await session.browser.openOptions("/archive");
		await archive.chooseFiles("Import a folder", [folder.path]);
		await archive.waitForText("2 issues added", 30_000);
		await archive.close();
		const panel = await openSponsors();
		await panel.fill("Search sponsors", "webinar fridays");
		const ran = { within: "Past sponsors" };
		await panel.waitFor(async () => {
			const [found, ...more] = await panel.names("listitem", ran);
			return more.length === 0 && (found?.includes("Example Corp") ?? false);
		}, "what ran twice, once");
		await panel.click("button", "Book again", { ...ran, item: 0 });
		await panel.waitForText("Booked for issue 470.");
		await waitForIssue(panel, 470, "Example Corp");
		expect(await panel.value("Sponsor links")).toBe(
			"https://example.com/fridays?utm_source=weekly",
		);
		await panel.waitFor(
			() => panel.evaluate(() => document.activeElement?.id.endsWith("-issue") ?? false),
			"the focus on its issue",
		);
		expect(await violations(panel)).toEqual([]);
		await panel.click("button", "Undo");
		await panel.waitForText("The booking is gone again.");
		await waitForIssue(panel, 470, "No sponsor yet");
	});
});
