/** Drafts that two browsers, a Chromium and a Firefox, share through a real Git server. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomOf } from "../random-of.ts";
import { type GitServer, startGitServer, TOKEN } from "../sync/git-server.ts";
import { commitOnServer } from "../sync/git-server-commit.ts";
import { violations } from "./axe.ts";
import {
	type BrowserName,
	browsersToTest,
	type Driven,
	launch,
	type Tab,
} from "./browsers/browser.ts";
import { hasDisplayInput } from "./browsers/display-input.ts";
import { startDisplay } from "./browsers/virtual-display.ts";
import { until } from "./browsers/wait.ts";
import { PICTURES_FOLDER, takesPictures } from "./docs-pictures.ts";
import { issueText } from "./issue-files.ts";
import { editAtRandom, sharedRecords } from "./random-edits.ts";
import { addItem, expectItems } from "./session.ts";
import { type Sites, serveSites } from "./sites.ts";

const SYNC_MS = 45_000;
/** The test of the history syncs several times in each browser. */
const HISTORY = { timeout: 300_000 };
/** The title with which the name of an item begins: its address and its note follow. */
const titleOf = (item: string) => item.split(/No note yet|127\.0\.0\.1|https?:/)[0] ?? "";
/** Chooses the random edits of the last test. `GALLEY_SEED=…` chooses others. */
const SEED = Number(process.env.GALLEY_SEED ?? 26_393);
const ROUNDS = 4;
const EDITS = 4;
const LONG = { timeout: 600_000 };
const CONVERGED_MS = 180_000;
/** The width of the pictures of the history for the documentation, in pixels. */
const PICTURE_WIDTH = 1440;
const NEWS = "news";
const DRAFTS = "drafts";

// Chromium's dialog cannot be reached without a display.
const names = browsersToTest();
const display = names.includes("chromium") ? await startDisplay() : undefined;
afterAll(() => display?.close());
const canAnswer = names.length > 1 && display !== undefined && hasDisplayInput();

describe("Two browsers that share drafts", () => {
	let server: GitServer;
	let sites: Sites;
	const browsers = new Map<BrowserName, Driven>();
	const drafts = new Map<BrowserName, Tab>();
	beforeAll(async () => {
		if (!canAnswer) return;
		server = await startGitServer();
		sites = await serveSites();
		await server.create(NEWS);
		await server.create(DRAFTS);
		await commitOnServer(server, NEWS, { "issues/7.md": issueText(7) });
		for (const name of names) {
			browsers.set(name, await launch(name, { display: name === "chromium" }));
		}
	});
	afterAll(async () => {
		for (const browser of browsers.values()) await browser.close();
		await server?.close();
		await sites?.close();
	});

	function draftOf(name: BrowserName): Tab {
		const tab = drafts.get(name);
		if (!tab) throw new Error(`${name} has no draft open.`);
		return tab;
	}

	async function connect(name: BrowserName): Promise<void> {
		const browser = browsers.get(name);
		if (!browser) throw new Error(`${name} does not run.`);
		const settings = await browser.openOptions("/settings");
		await settings.click("button", "Connect a Git repository");
		const fields = {
			Address: server.address(NEWS),
			Token: TOKEN,
			"Folder of issues": "issues",
			"Your name, for the commits": `Ed in ${name}`,
			"Your email address, for the commits": `${name}@newsletter.example`,
		};
		for (const [label, text] of Object.entries(fields)) await settings.fill(label, text);
		await settings.click("checkbox", "Share drafts with your other browsers and with co-editors");
		await settings.fill("Repository for drafts", server.address(DRAFTS));
		expect(await violations(settings)).toEqual([]);
		await settings.click("button", "Connect");
		await browser.answerPermission(true);
		await settings.waitForText("Synced with", SYNC_MS);
		await settings.waitForText("Drafts are shared on the branch galley of");
		await settings.close();
		drafts.set(name, await browser.openOptions());
	}

	/** Waits until the branch with the drafts contains some text. */
	async function waitForShared(words: string): Promise<void> {
		await until(
			async () => (await server.git(DRAFTS, "log", "-p", "galley")).includes(words),
			`“${words}” to be on the branch`,
			SYNC_MS,
		);
	}

	/** Opens the entries of the history with the keyboard, the newest first, until a state has this text. */
	async function openStateWith(tab: Tab, words: string): Promise<void> {
		const count = (await tab.names("listitem", { within: "History of the shared drafts" })).length;
		for (let nth = 0; nth < count; nth += 1) {
			await tab.evaluate((at) => {
				document.querySelectorAll<HTMLElement>(".draft-history .entry")[at]?.focus();
			}, nth);
			await tab.press("Enter");
			await tab.waitFor(
				async () =>
					(await tab.text(".draft-history li:has(> [aria-expanded=true])")).includes("as of"),
				"the state",
				SYNC_MS,
			);
			if ((await tab.text(".past")).includes(words)) return;
		}
		throw new Error(`No state contains “${words}”.`);
	}

	/** Checks the history in both themes and at several widths. */
	async function expectReadable(tab: Tab, name: BrowserName): Promise<void> {
		for (const width of [360, 900, PICTURE_WIDTH]) {
			await tab.setSize({ width, height: 900 });
			const isWide = await tab.evaluate(
				() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
			);
			expect(isWide, `${width} px`).toBe(false);
			for (const dark of [false, true]) {
				await tab.setDark(dark);
				expect(await violations(tab), `${width} px, ${dark ? "dark" : "light"}`).toEqual([]);
				if (!takesPictures || width !== PICTURE_WIDTH || name !== "chromium") continue;
				await tab.screenshot(`${PICTURES_FOLDER}history${dark ? "-dark" : ""}.png`, {
					width,
					dark,
				});
			}
		}
		await tab.setDark(false);
		await tab.setSize(null);
	}

	/** Syncs with the button of the settings, and goes back to the draft. */
	async function sync(name: BrowserName): Promise<Tab> {
		const tab = draftOf(name);
		await tab.click("link", "Settings");
		await tab.click("button", "Look for changes now");
		await tab.waitFor(
			async () => !(await tab.text()).includes("Fetching what is new in the repository"),
			"the sync to end",
			SYNC_MS,
		);
		await tab.click("link", "Draft");
		return tab;
	}

	test.skipIf(!canAnswer)("are connected one after the other, and have one draft", async () => {
		await connect("chromium");
		await addItem(draftOf("chromium"), "News", {
			note: "Clipped in Chromium.",
			links: ["https://one.example/"],
		});
		await draftOf("chromium").waitForText("Synced with", SYNC_MS);
		await connect("firefox");
		await expectItems(draftOf("firefox"), "News", ["Clipped in Chromium."]);
		expect(await violations(draftOf("firefox"))).toEqual([]);
	});

	test.skipIf(!canAnswer)("see the other's changes within seconds", async () => {
		await addItem(draftOf("firefox"), "Tools", {
			note: "Clipped in Firefox.",
			links: ["https://two.example/"],
		});
		await waitForShared("Clipped in Firefox.");
		const chromium = await sync("chromium");
		await chromium.waitForText("Clipped in Firefox.", SYNC_MS);
	});

	test.skipIf(!canAnswer)("merge what both changed while they were offline", async () => {
		server.fault = () => "closed";
		const chromium = draftOf("chromium");
		const firefox = draftOf("firefox");
		await chromium.fill("Intro", "An intro from Chromium.");
		await addItem(chromium, "News", {
			note: "Offline in Chromium.",
			links: ["https://3.example/"],
		});
		await firefox.fill("Footer", "A footer from Firefox.");
		await addItem(firefox, "News", { note: "Offline in Firefox.", links: ["https://4.example/"] });
		await firefox.waitForText("has been unreachable since", SYNC_MS);
		await firefox.waitForText("to be sent.");
		server.fault = null;
		await sync("chromium");
		await sync("firefox");
		await sync("chromium");
		for (const name of names) {
			const tab = draftOf(name);
			await tab.waitForText("Offline in Chromium.", SYNC_MS);
			await tab.waitForText("Offline in Firefox.", SYNC_MS);
			expect(await tab.value("Intro")).toBe("An intro from Chromium.");
			expect(await tab.value("Footer")).toBe("A footer from Firefox.");
		}
	});

	test.skipIf(!canAnswer)("keep both texts if both changed the same text", async () => {
		server.fault = () => "closed";
		await draftOf("chromium").fill("Intro", "Chromium's words.");
		await draftOf("chromium").waitForText("to be sent.", SYNC_MS);
		await draftOf("firefox").fill("Intro", "Firefox's words.");
		await draftOf("firefox").waitForText("to be sent.", SYNC_MS);
		server.fault = null;
		await sync("chromium");
		const firefox = await sync("firefox");
		await firefox.waitForText("Two people changed Intro", SYNC_MS);
		expect(await firefox.value("Intro")).toBe("Firefox's words.");
		expect(await violations(firefox)).toEqual([]);
		await firefox.click("button", "Use the other words");
		await firefox.waitFor(
			async () => (await firefox.value("Intro")) === "Chromium's words.",
			"the other words",
			SYNC_MS,
		);
		await firefox.waitForText("Synced with", SYNC_MS);
		const chromium = await sync("chromium");
		await chromium.waitFor(
			async () => !(await chromium.text()).includes("Two people changed"),
			"the conflict to be settled here, too",
			SYNC_MS,
		);
	});

	test.skipIf(!canAnswer)("publish once, and both open the next issue", async () => {
		const chromium = draftOf("chromium");
		await chromium.fill("Issue number", "21");
		await chromium.fill("Issue date", "2021-04-11");
		await chromium.fill("Publication time", "2021-04-11T09:30:00+00:00");
		await chromium.waitForText("Saved");
		await chromium.click("button", "Publish");
		await chromium.waitForText("Issue 21 is in the repository", SYNC_MS);
		await waitForShared('"number": 22');
		const text = await server.git(NEWS, "show", "main:issues/2021-04-11-21.md");
		for (const words of ["Clipped in Chromium.", "Clipped in Firefox.", "Chromium's words."]) {
			expect(text).toContain(words);
		}
		const firefox = await sync("firefox");
		await firefox.waitFor(
			async () => (await firefox.value("Issue number")) === "22",
			"the next draft",
			SYNC_MS,
		);
		await firefox.click("link", "Archive");
		await firefox.waitForText("Issue 21", SYNC_MS);
	});

	test.skipIf(!canAnswer)(
		"say that a clip waits while no page of Galley is open, and send it later",
		async () => {
			for (const name of names) {
				const browser = browsers.get(name);
				if (!browser) throw new Error(`${name} does not run.`);
				const page = await browser.openTab(sites.page("article.html"));
				await draftOf(name).close();
				const popup = await browser.openPopup(page);
				await popup.waitFor(async () => (await popup.value("Link")) !== "", "the page to be read");
				const words = `Clipped by the popup of ${name}.`;
				await popup.fill("Title", words);
				await popup.click("button", "Clip");
				await popup.waitForText("1 not shared yet");
				await until(
					async () => (await browser.badge()).endsWith("↑"),
					"the badge to say that something waits",
					SYNC_MS,
				);
				await page.close();
				drafts.set(name, await browser.openOptions());
				await waitForShared(words);
				await until(
					async () => /^\d+$/.test(await browser.badge()),
					"the badge to say that nothing waits",
					SYNC_MS,
				);
			}
		},
	);

	test.skipIf(!canAnswer)("show the history, and restore an earlier state", HISTORY, async () => {
		for (const name of names) {
			const tab = await sync(name);
			const [former, latter] = [`Former intro in ${name}.`, `Latter intro in ${name}.`];
			const late = `Late in ${name}.`;
			// Only the titles, because what preflight finds is added to them a moment later.
			const before = (await tab.names("listitem", { within: "News" })).map(titleOf);
			await tab.fill("Intro", former);
			await waitForShared(former);
			await tab.fill("Intro", latter);
			await addItem(tab, "News", { note: late, links: [`https://late-${name}.example/`] });
			await waitForShared(late);
			await waitForShared(latter);
			await sync(name);

			await tab.click("link", "Settings");
			await tab.click("button", "History");
			await tab.waitForText(`by Ed in ${name}`, SYNC_MS);
			const entries = await tab.names("listitem", { within: "History of the shared drafts" });
			expect(entries.join(" ")).toMatch(/Issue \d+: .*1 item added/);
			await openStateWith(tab, former);
			expect(await tab.text(".past")).not.toContain(late);
			await expectReadable(tab, name);
			await tab.click("button", "Restore this state");
			await tab.waitForText("Deleted items are in the bin.");
			await tab.click("link", "Draft");
			await expectItems(tab, "News", before);
			expect(await tab.value("Intro")).toBe(former);
			await waitForShared(`"intro": "${former}"`);

			await tab.click("button", "Undo");
			await expectItems(tab, "News", [...before, late]);
			expect(await tab.value("Intro")).toBe(latter);
			await sync(name);
		}
	});

	test.skipIf(!canAnswer)("end with the same records after random edits", LONG, async () => {
		const random = randomOf(SEED);
		console.log(`seed ${SEED}`);
		const words: string[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			server.fault = random() < 0.5 ? () => "closed" : null;
			for (const name of names) {
				for (let nth = 0; nth < EDITS; nth += 1) {
					const word = `word${round}${name}${nth}`;
					if (await editAtRandom(draftOf(name), random, word)) words.push(word);
				}
			}
			server.fault = null;
			await sync(random() < 0.5 ? "chromium" : "firefox");
		}
		const records = new Map<BrowserName, string>();
		await until(
			async () => {
				for (const name of names) {
					await sync(name);
					records.set(name, await draftOf(name).evaluate(sharedRecords));
				}
				return records.get("chromium") === records.get("firefox");
			},
			"both browsers to have the same records",
			CONVERGED_MS,
		);
		const text = records.get("chromium") ?? "";
		expect(words.filter((word) => !text.includes(word))).toEqual([]);
		const tip = await server.tip(DRAFTS, "galley");
		for (const name of names) await sync(name);
		expect(await server.tip(DRAFTS, "galley")).toBe(tip);
	});

	test.skipIf(!canAnswer)("leave a valid repository without a token in it", async () => {
		await server.git(DRAFTS, "fsck", "--strict");
		const log = await server.git(DRAFTS, "log", "-p", "galley");
		expect(log).toContain("[skip ci]");
		expect(log).toContain("Ed in firefox");
		expect(log).toContain("Ed in chromium");
		expect(log).not.toContain(TOKEN);
	});
});
