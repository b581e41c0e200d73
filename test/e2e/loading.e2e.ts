import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

/** The head and a paragraph. The rest never arrives. */
const BEGINNING =
	"<!doctype html><title>A page without end</title><p id=begun>It has begun, and goes on.";

describe.each(browsersToTest())("In %s, a page that is still loading", (name) => {
	const session = inBrowser(name);
	let server: Server;
	let address: string;
	beforeAll(async () => {
		server = createServer((_, response) => {
			response.setHeader("Content-Type", "text/html; charset=utf-8");
			response.write(BEGINNING);
		});
		await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	/** An active tab that loads `path`, of which the beginning has arrived. */
	const openUnfinished = async (path: string): Promise<Tab> => {
		const tab = await session.openPage("outage.html");
		await tab.evaluate((to) => location.assign(to), `${address}/${path}`);
		await tab.waitForText("It has begun");
		expect(await tab.evaluate(() => document.readyState)).toBe("loading");
		return tab;
	};

	test("is clipped by a command immediately, with the selection and a toast", async () => {
		const { browser, openDraft } = session;
		const tab = await openUnfinished("command");
		await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
		await browser.runCommand("clip-to-first");
		await tab.waitForText("Added to News");
		await expectItems(await openDraft(), "News", ["It has begun, and goes on."]);
	});

	test("is clipped by the popup, which shows everything that has loaded", async () => {
		const { browser, openPopup, openDraft } = session;
		const tab = await openUnfinished("popup");
		await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
		const popup = await openPopup(tab);
		await popup.waitFor(
			async () => (await popup.value("Note")).trimEnd() === "> It has begun, and goes on.",
			"the selection as the note",
		);
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.waitForPopupClosed();
		await expectItems(await openDraft(), "Tools", ["It has begun, and goes on."]);
	});
});
