import { describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

const FILE_NAME = "2019-12-22-468.md";

/** The draft of these tests in the default house style. */
const TEXT = `---
title: DEVOPS WEEKLY ISSUE \\#468 - 15th December 2019 
date: 2019-12-22T13:40:01+00:00
---

Clocks and mirrors.


>From our sponsor, Example Corp
==============================

Ship on Fridays:

[https://example.com/fridays](https://example.com/fridays)


News
====

What clocks know.

[https://clocks.example/1](https://clocks.example/1)
[https://clocks.example/2](https://clocks.example/2)


Tools
=====

Mirrors, but faster.

[https://mirrors.example/](https://mirrors.example/)


Ship on Fridays:

[https://example.com/fridays](https://example.com/fridays)


Thanks for reading.

`;

const FIELDS = {
	"Issue number": "468",
	"Issue date": "2019-12-15",
	"Publication time": "2019-12-22T13:40:01+00:00",
	Intro: "Clocks and mirrors.",
	"Sponsor name": "Example Corp",
	"Sponsor note": "Ship on Fridays:",
	"Sponsor links": "https://example.com/fridays",
	Footer: "Thanks for reading.",
};

/** Waits until the draft with this number is shown. Its other fields appear with it. */
const waitForNumber = (options: Tab, number: string) =>
	options.waitFor(
		async () => (await options.value("Issue number")) === number,
		`the draft of issue ${number}`,
	);

describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	const valuesOf = async (options: Tab) =>
		Object.fromEntries(
			await Promise.all(
				Object.keys(FIELDS).map(async (field) => [field, await options.value(field)] as const),
			),
		);

	test("the draft is exported byte for byte to a file with the right name, and copied the same", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		for (const [field, text] of Object.entries(FIELDS)) await options.fill(field, text);
		await addItem(options, "News", {
			note: "What clocks know.",
			links: ["https://clocks.example/1", "https://clocks.example/2"],
		});
		await addItem(options, "Tools", {
			note: "Mirrors, but faster.",
			links: ["https://mirrors.example/"],
		});
		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(file.name).toBe(FILE_NAME);
		expect(file.bytes.toString()).toBe(TEXT);
		await options.waitForText(`Exported ${FILE_NAME}.`);
		await options.click("button", "Copy markdown");
		await options.waitForText("The markdown is on the clipboard.");
		expect(await browser.readClipboard()).toBe(TEXT);
	});

	test("text typed right before Export is in the file", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await options.fill("Footer", "Thanks for reading on.");
		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(file.bytes.toString()).toBe(TEXT.replace("reading.", "reading on."));
		await options.fill("Footer", "Thanks for reading.");
		await options.waitForText("Saved");
	});

	test("a dialog shows what will be published, beside the buttons", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await options.click("button", "Review and publish");
		const sheet = "Review issue 468";
		await options.waitFor(() => options.has("dialog", sheet), "the sheet");
		const text = await options.textOf("dialog", sheet);
		expect(text).toContain(FILE_NAME);
		expect(text).toMatch(/News\s+1\s+Tools\s+1/);
		const file = await browser.nextDownload(() =>
			options.click("button", "Export markdown", { within: sheet }),
		);
		expect(file.bytes.toString()).toBe(TEXT);
		await options.waitFor(async () => !(await options.has("dialog", sheet)), "the sheet to close");
	});

	test("Publish downloads the issue, stores its text in the archive and opens the next draft", async () => {
		const { browser, openDraft, waitForBadge } = session;
		const options = await openDraft();
		const file = await browser.nextDownload(() => options.click("button", "Publish"));
		expect(file.bytes.toString()).toBe(TEXT);
		await options.waitForText(
			"Issue 468 is published and in the archive. The draft is now issue 469.",
		);
		await waitForNumber(options, "469");
		const card = { within: "Issue 468 is published" };
		await options.waitForText(`${FILE_NAME} is among your downloads.`);
		await options.click("button", "Copy the published markdown", card);
		await options.waitForText("The markdown is on the clipboard.");
		expect(await browser.readClipboard()).toBe(TEXT);
		const reloaded = await openDraft();
		await reloaded.waitForText(`${FILE_NAME} is among your downloads.`);
		await reloaded.close();
		await options.click("button", "Start issue 469", card);
		await options.waitFor(
			async () => !(await options.has("region", card.within)),
			"the card to go",
		);
		const next = await valuesOf(options);
		expect(next["Publication time"]).toMatch(/^2019-12-22T13:40:01[+-]\d\d:\d\d$/);
		expect(next).toEqual({
			...FIELDS,
			"Issue number": "469",
			"Issue date": "2019-12-22",
			"Publication time": next["Publication time"],
			Intro: "",
		});
		await expectItems(options, "News", []);
		await expectItems(options, "Tools", []);
		await waitForBadge("");

		const archive = await browser.openOptions("/archive");
		await archive.click("link", "Issue 468 2019-12-15");
		await archive.waitForText(FILE_NAME);
		expect(await archive.text("#root pre")).toBe(TEXT);
		const again = await browser.nextDownload(() =>
			archive.click("button", "Export markdown", { within: "Issue 468" }),
		);
		expect(again.bytes.toString()).toBe(TEXT);
	});

	test("Undo of Publish makes the issue the draft again, and takes it out of the archive", async () => {
		const { browser, openDraft, waitForBadge } = session;
		const options = await openDraft();
		await options.click("button", "Undo");
		await options.waitForText("The issue is a draft again.");
		await waitForNumber(options, "468");
		expect(await valuesOf(options)).toEqual(FIELDS);
		await expectItems(options, "News", ["What clocks know."]);
		await expectItems(options, "Tools", ["Mirrors, but faster."]);
		await waitForBadge("2");
		const archive = await browser.openOptions("/archive");
		await archive.waitForText("No issue has been published yet.");
	});

	test("a number that is in the archive is refused, and the draft does not change", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await browser.nextDownload(() => options.click("button", "Publish"));
		await waitForNumber(options, "469");
		await options.fill("Issue number", "468");
		await options.click("button", "Publish");
		await options.waitForText("Issue 468 is in the archive already.");
		expect(await options.value("Issue number")).toBe("468");
	});
});
