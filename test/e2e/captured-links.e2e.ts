import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Tab, type View } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { expectItems, inBrowser } from "./session.ts";

/** Links of `links.html`, by their ids, and the address that each is clipped with. */
const CLIPPED: readonly [id: string, address: string][] = [
	["google", "https://tide.example/google"],
	["outlook", "https://tide.example/outlook"],
	["facebook", "https://tide.example/facebook"],
	["fragment", "https://tide.example/fragment"],
	["ref", "https://tide.example/ref"],
	["behind", "https://tide.example/behind"],
	["friend", "https://medium.com/p/0123456789ab?sk=abc"],
	["store", "https://chromewebstore.google.com/detail/crane/abc"],
];

/** Links whose page ran in the issue that is imported, in another form. */
const RAN: readonly [id: string, says: string][] = [
	["watch", "Ran in News, #173, April 6, 2014, as youtu.be/abc123"],
	["repository", "Ran in News, #173, April 6, 2014"],
	["quoted", "Ran in News, #173, April 6, 2014"],
];

const ARCHIVED = `---
title: DEVOPS WEEKLY ISSUE \\#173 - 6th April 2014 
date: 2014-04-06T09:30:00+00:00
---


News
====

A film. See “https://tide.example/a”.

[https://youtu.be/abc123](https://youtu.be/abc123)


A crane.

[https://github.com/Harbour/Crane](https://github.com/Harbour/Crane)
`;

describe.each(browsersToTest())("In %s, an address", (name) => {
	const session = inBrowser(name);

	/** The text of the popup opened on a tab, after it has read the draft. */
	async function clipByPopup(tab: Tab, note: string): Promise<void> {
		const popup = await session.openPopup(tab);
		await popup.fill("Note", note);
		await popup.click("button", "Clip");
		await popup.waitForText("Added to News");
		await session.browser.waitForPopupClosed();
	}

	/** The addresses of the items of a section, in order. */
	async function addressesIn(options: View, section: string): Promise<string[]> {
		const count = (await options.names("listitem", { within: section })).length;
		const found: string[] = [];
		for (let item = 0; item < count; item += 1) {
			await options.click("button", "Edit", { within: section, item });
			found.push(await options.value("Links", { within: section, item }));
			await options.click("button", "Done", { within: section, item });
		}
		return found;
	}

	test.each([
		["groups.example", "tool.html#!topic/rope/first", "tool.html#!topic/rope/second"],
		["code.example", "tool.html#L10", "tool.html#L20"],
	])(
		"at %s that differs by its fragment is another page, by popup and key",
		async (host, one, other) => {
			const options = await session.openDraft();
			const before = (await options.names("listitem", { within: "News" })).length;
			await options.close();
			await clipByPopup(await session.openPage(one, host), `Note for ${one}`);
			const tab = await session.openPage(other, host);
			const popup = await session.openPopup(tab);
			await popup.waitForText("Related page already in News");
			expect(await popup.value("Note")).toBe("");
			await popup.close();
			await session.browser.runCommand("clip-to-first");
			await tab.waitForText("Added to News");
			const again = await session.openPopup(tab);
			await again.waitForText("Already in News");
			expect(await again.value("Note")).toBe("");
			await again.close();
			const draft = await session.openDraft();
			const addresses = (await addressesIn(draft, "News")).slice(before);
			expect(addresses).toEqual([`http://${host}/${one}`, `http://${host}/${other}`]);
			await draft.close();
		},
	);

	test("of a link is clipped as its target, without tracking parameters", async () => {
		const tab = await session.openPage("links.html", "links.example");
		for (const [id] of CLIPPED) await session.clipByMenu(tab, "Tools", `#${id}`);
		const draft = await session.openDraft();
		expect(await addressesIn(draft, "Tools")).toEqual(CLIPPED.map(([, address]) => address));
		await draft.close();
	});

	test("of a redirect is restored by one click in the toast", async () => {
		const tab = await session.openPage("links.html", "links.example");
		const options = await session.openDraft();
		await options.click("button", "Delete", { within: "Tools", item: 0 });
		await options.waitForText("Item deleted.");
		await options.close();
		await session.clipByMenu(tab, "Tools", "#google");
		await tab.waitForText("Redirect of google.com removed");
		await tab.click("button", "Use the original");
		await tab.waitForText("The item has the original address");
		const draft = await session.openDraft();
		expect((await addressesIn(draft, "Tools")).at(-1)).toBe(
			"https://www.google.com/url?q=https%3A%2F%2Ftide.example%2Fgoogle&sa=D",
		);
		await draft.close();
	});

	test("of a redirect is cleaned by key and popup too, and the removed part is named", async () => {
		const tab = await session.openPage(
			"tool.html?utm_source=x&ref=letter.example#:~:text=caliper",
			"tidied.example",
		);
		const popup = await session.openPopup(tab);
		expect(await popup.value("Link")).toBe("http://tidied.example/tool.html");
		await popup.waitForText("Removed: utm_source, ref");
		await popup.close();
		await session.browser.runCommand("clip-to-second");
		await tab.waitForText("Added to Tools");
		const draft = await session.openDraft();
		expect((await addressesIn(draft, "Tools")).at(-1)).toBe("http://tidied.example/tool.html");
		await draft.close();
	});

	test("in another spelling is the same page, so nothing is added", async () => {
		const tab = await session.openPage("links.html", "links.example");
		await session.clipByMenu(tab, "News", "#brackets");
		await session.browser.contextMenu(tab, { on: "link", selector: "#escapes" }, "Add to Tools");
		await tab.waitForText("Already in News");
	});

	test("in another script is readable in the list and the preview, and a setting exports it so", async () => {
		const tab = await session.openPage("links.html", "links.example");
		await session.clipByMenu(tab, "News", "#readable");
		const draft = await session.openDraft();
		const markdown = () => draft.textOf("region", "Markdown");
		const escaped = "https://xn--bcher-kva.example/%D0%9F%D0%BE%D1%80%D1%82";
		await draft.waitFor(async () => (await markdown()).includes(escaped), "the address");
		expect((await draft.names("listitem", { within: "News" })).join()).toContain(
			"bücher.example/Порт",
		);
		expect(await draft.textOf("region", "Rendered")).toContain("https://bücher.example/Порт");
		const style = await session.browser.openOptions("/style");
		await style.click(
			"checkbox",
			"Write addresses with letters in place of their escapes, as bücher.example/Порт",
		);
		await style.waitForText("Saved");
		await draft.activate();
		await draft.waitFor(
			async () => (await markdown()).includes("[https://bücher.example/Порт]"),
			"the address in letters",
		);
		await style.close();
		await draft.close();
	});

	describe("that ran before", () => {
		let folder: IssueFolder;
		beforeAll(async () => {
			folder = issueFolder();
			folder.add("173.md", ARCHIVED);
			const archive = await session.browser.openOptions("/archive");
			await archive.chooseFiles("Import a folder", [folder.path]);
			await archive.waitForText("1 issue added", 30_000);
			await archive.close();
		});
		afterAll(() => folder?.remove());

		test.each(RAN)("is recognized when it is clipped in another form: %s", async (id, says) => {
			const tab = await session.openPage("links.html", `${id}.example`);
			await session.clipByMenu(tab, "News", `#${id}`);
			await tab.waitForText(says);
		});
	});

	test("is in the draft exactly once after all these clips", async () => {
		const draft = await session.openDraft();
		await expectItems(draft, "Tools", Array(CLIPPED.length + 1).fill(""));
		await draft.close();
	});
});
