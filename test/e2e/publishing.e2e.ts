import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

const FOOTER = "Thanks for reading.";

/** What the draft below is exported as. */
const EXPORTED = `---
title: DEVOPS WEEKLY ISSUE \\#41 - 29th February 2032 
date: 2032-03-01T08:00:00+05:30
---

Hello.


>From our sponsor, Acme
======================

Buy it.

[https://acme.example/?utm_source=weekly](https://acme.example/?utm_source=weekly)


News
====

A note.

[https://a.example/](https://a.example/)


Buy it.

[https://acme.example/?utm_source=weekly](https://acme.example/?utm_source=weekly)


${FOOTER}

`;

async function typeDraft(options: View): Promise<void> {
	await options.fill("Issue number", "41");
	await options.fill("Issue date", "2032-02-29");
	await options.fill("Publication time", "2032-03-01T08:00:00+05:30");
	await options.fill("Intro", "Hello.");
	await options.fill("Sponsor name", "Acme");
	await options.fill("Sponsor note", "Buy it.");
	await options.fill("Sponsor links", "https://acme.example/?utm_source=weekly");
	await options.fill("Footer", FOOTER);
	await addItem(options, "News", { note: "A note.", links: ["https://a.example/"] });
}

describe.each(browsersToTest())("In %s, publishing", (name) => {
	const session = inBrowser(name);

	test("goes from an export and a copy to the archive, the next draft, and back by Undo", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await typeDraft(options);

		const file = await browser.nextDownload(() => options.click("button", "Export markdown"));
		expect(file.name).toBe("2032-03-01-41.md");
		expect(file.bytes.toString("utf8")).toBe(EXPORTED);
		await options.waitFor(
			async () => (await options.textOf("region", "Preview")).includes("ISSUE \\#41"),
			"the preview to show the markdown",
		);
		await options.click("button", "Copy markdown");
		await options.waitForText("on the clipboard");
		expect(await browser.readClipboard()).toBe(EXPORTED);
		await options.activate();

		const published = await browser.nextDownload(() => options.click("button", "Publish"));
		expect(published.bytes.toString("utf8")).toBe(EXPORTED);
		await expectItems(options, "News", []);
		expect(await options.value("Issue number")).toBe("42");
		expect(await options.value("Issue date")).toBe("2032-03-07");
		expect(await options.value("Publication time")).toMatch(/^2032-03-07T08:00:00[+-]/);
		expect(await options.value("Intro")).toBe("");
		expect(await options.value("Sponsor name")).toBe("Acme");
		expect(await options.value("Sponsor links")).toBe("https://acme.example/?utm_source=weekly");
		expect(await options.value("Footer")).toBe(FOOTER);

		const archive = await browser.openOptions("/archive");
		await archive.waitForText("41");
		await archive.close();

		await options.activate();
		await options.click("button", "Undo");
		await expectItems(options, "News", ["A note."]);
		expect(await options.value("Issue number")).toBe("41");
	});

	test("is refused a number that the archive has, and the draft stays", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		await browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitFor(
			async () => (await options.value("Issue number")) === "42",
			"the next draft",
		);
		await options.fill("Issue number", "41");
		await options.click("button", "Publish");
		await options.waitForText("Issue 41 is in the archive already.");
		expect(await options.value("Issue number")).toBe("41");
	});

	test("keeps everything through a restart of the browser", async () => {
		const { browser, openDraft } = session;
		const before = await openDraft();
		await before.fill("Intro", "Kept.");
		await before.waitForText("Saved");
		await addItem(before, "Tools", { note: "A tool.", links: ["https://t.example/"] });
		await browser.restart();
		const options = await openDraft();
		expect(await options.value("Intro")).toBe("Kept.");
		await expectItems(options, "Tools", ["A tool."]);
		const archive = await browser.openOptions("/archive");
		await archive.waitForText("41");
	});
});
