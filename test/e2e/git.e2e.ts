/** Connecting a Git repository, with a real Git server on this machine. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GitServer, startGitServer, TOKEN } from "../sync/git-server.ts";
import { commitOnServer } from "../sync/git-server-commit.ts";
import { violations } from "./axe.ts";
import { browsersToTest, type Driven, launch, type Tab } from "./browsers/browser.ts";
import { hasDisplayInput } from "./browsers/display-input.ts";
import { startDisplay } from "./browsers/virtual-display.ts";
import { until } from "./browsers/wait.ts";
import { PICTURES_FOLDER, takesPictures } from "./docs-pictures.ts";
import { issueText } from "./issue-files.ts";
import { addItem } from "./session.ts";
import { violationsHeard, type WatchedBuild, watchedBuild } from "./watched-build.ts";

const SYNC_MS = 30_000;
/** The width of the pictures for the documentation, in pixels. */
const PICTURE_WIDTH = 1440;

// Chromium's dialog cannot be reached without a display.
const display = browsersToTest().includes("chromium") ? await startDisplay() : undefined;
afterAll(() => display?.close());

/** Runs in a page: the result of a request. */
async function request(url: string): Promise<string> {
	return fetch(url).then(
		() => "answered",
		(error: Error) => error.name,
	);
}

describe.each(browsersToTest())("In %s, a Git repository", (name) => {
	const canAnswer = name === "firefox" || (display !== undefined && hasDisplayInput());
	const repository = `news-${name}`;
	let server: GitServer;
	let build: WatchedBuild;
	let browser: Driven;
	let settings: Tab;
	beforeAll(async () => {
		if (!canAnswer) return;
		server = await startGitServer();
		await server.create(repository);
		await commitOnServer(server, repository, {
			"issues/7.md": issueText(7),
			"issues/8.md": issueText(8),
		});
		build = watchedBuild(name);
		browser = await launch(name, { display: name === "chromium", extension: build.folder });
		settings = await browser.openOptions("/settings");
	});
	afterAll(async () => {
		await browser?.close();
		await server?.close();
		build?.remove();
	});

	const hostOf = () => new URL(server.address(repository)).host;

	/** Takes a picture for the documentation, if the run is to take some. */
	async function picture(tab: Tab, file: string): Promise<void> {
		if (!takesPictures || name !== "chromium") return;
		await tab.setSize({ width: PICTURE_WIDTH, height: 900 });
		for (const dark of [false, true]) {
			await tab.screenshot(`${PICTURES_FOLDER}${file}${dark ? "-dark" : ""}.png`, {
				width: PICTURE_WIDTH,
				dark,
			});
		}
		await tab.setSize(null);
	}

	async function fillIn(fields: Record<string, string>): Promise<void> {
		for (const [label, text] of Object.entries(fields)) await settings.fill(label, text);
	}

	test.skipIf(!canAnswer)("gets no request before it is connected", async () => {
		await settings.click("button", "Connect a Git repository");
		await fillIn({ Address: server.address(repository) });
		expect(server.log).toEqual([]);
		expect(await violations(settings)).toEqual([]);
	});

	test.skipIf(!canAnswer)("is not connected without the browser's permission", async () => {
		await fillIn({
			Token: "wrong",
			"Folder of issues": "issues",
			"Your name, for the commits": "Ed Itor",
			"Your email address, for the commits": "ed@newsletter.example",
		});
		await picture(settings, "connect");
		await settings.click("button", "Connect");
		await browser.answerPermission(false);
		await settings.waitForText("The browser did not give the permission");
		expect(server.log).toEqual([]);
	});

	test.skipIf(!canAnswer)("is not connected with a token that the host refuses", async () => {
		await settings.click("button", "Connect");
		await browser.answerPermission(true);
		await settings.waitForText("The host refused the token.", SYNC_MS);
		expect(await settings.text()).not.toContain("Synced");
	});

	test.skipIf(!canAnswer)("that is out of reach can be opened in a tab, to see why", async () => {
		server.fault = () => "closed";
		await settings.click("button", "Connect");
		if (name === "firefox") await browser.answerPermission(true);
		await settings.waitForText("The host could not be reached", SYNC_MS);
		expect(await settings.has("link", "Open the address in a tab")).toBe(true);
		expect(await violations(settings)).toEqual([]);
		server.fault = null;
	});

	test.skipIf(!canAnswer)("is connected, and its issues are the archive", async () => {
		await fillIn({ Token: TOKEN });
		await settings.click("button", "Connect");
		// Chromium remembers that the permission was given before, and does not ask twice.
		if (name === "firefox") await browser.answerPermission(true);
		await settings.waitForText(`Synced with ${hostOf()} at`, SYNC_MS);
		expect(await violations(settings)).toEqual([]);
		await settings.click("button", "Copy the style of these issues");
		await settings.waitForText("Learned from 2 issues.");
		await settings.click("link", "Archive");
		await settings.waitForText("Issue 8");
		await settings.waitForText("Issue 7");
	});

	test.skipIf(!canAnswer)(
		"is accessible to no page, only to the worker that uses Git",
		async () => {
			const asked = server.log.length;
			expect(await settings.evaluate(request, server.address(repository))).toBe("TypeError");
			expect(server.log.length).toBe(asked);
			const heard = await violationsHeard(settings);
			expect(heard.filter((violation) => !violation.includes("connect-src"))).toEqual([]);
		},
	);

	/** Publishes the draft with one item, as the issue of a number. */
	async function publish(number: number, note: string): Promise<Tab> {
		const draft = await browser.openOptions();
		await addItem(draft, "News", { note, links: [`https://page.example/${number}`] });
		await draft.fill("Issue number", String(number));
		await draft.fill("Issue date", "2021-04-11");
		await draft.fill("Publication time", `2021-04-11T09:30:00+00:00`);
		await draft.waitForText("Saved");
		await draft.click("button", "Publish");
		return draft;
	}

	const show = (what: string) => server.git(repository, "show", what);

	test.skipIf(!canAnswer)("gets the published issue, as plain Git shows", async () => {
		const draft = await publish(21, "Words for Git.");
		await draft.waitForText("Issue 21 is in the repository: on the branch main", SYNC_MS);
		expect(await violations(draft)).toEqual([]);
		const files = await server.git(repository, "ls-tree", "-r", "--name-only", "main");
		const path = files.split("\n").find((file) => file.includes("21")) ?? "";
		expect(await show(`main:${path}`)).toContain("Words for Git.");
		expect(await server.git(repository, "log", "-1", "--format=%s by %an <%ae>", "main")).toBe(
			"Issue 21 by Ed Itor <ed@newsletter.example>\n",
		);
		await picture(draft, "published-to-git");
		await draft.click("button", "Close");
		await draft.waitFor(async () => !(await draft.text()).includes("is in the repository"), "it");
		await draft.close();
	});

	test.skipIf(!canAnswer)("is read again for what others published", async () => {
		await commitOnServer(server, repository, { "issues/12.md": issueText(12) });
		await settings.activate();
		await settings.click("link", "Settings");
		await settings.click("button", "Look for changes now");
		await settings.click("link", "Archive");
		await settings.waitForText("Issue 12", SYNC_MS);
	});

	test.skipIf(!canAnswer)("keeps a different file until the editor has seen both", async () => {
		const theirs = "What somebody else wrote. https://else.example/\n";
		await commitOnServer(server, repository, { "issues/2021-04-11-22.md": theirs });
		const draft = await publish(22, "Other words.");
		await draft.waitForText("Nothing was overwritten.", SYNC_MS);
		await draft.waitForText("What somebody else wrote.");
		expect(await violations(draft)).toEqual([]);
		expect(await show("main:issues/2021-04-11-22.md")).toBe(theirs);
		await draft.click("button", "Replace it with the issue");
		await draft.waitForText("Issue 22 is in the repository: on the branch main", SYNC_MS);
		expect(await show("main:issues/2021-04-11-22.md")).toContain("Other words.");
		await draft.close();
	});

	test.skipIf(!canAnswer)(
		"is reported if it is out of reach, and gets the issue afterwards",
		async () => {
			server.fault = () => "closed";
			const draft = await publish(23, "Written without a network.");
			await draft.waitForText("has been unreachable since", SYNC_MS);
			await draft.waitForText("One issue waits to be published.");
			server.fault = null;
			await draft.close();
			const again = await browser.openOptions();
			await again.waitForText("Issue 23 is in the repository", SYNC_MS);
			await again.close();
			await settings.click("link", "Settings");
		},
	);

	test.skipIf(!canAnswer)(
		"that is hostile hurts nothing, and what is refused is named",
		async () => {
			await commitOnServer(server, repository, {
				"issues/31.md": `${issueText(31)}\n<script>document.title = "run"</script>\n`,
				"issues/huge.md": `https://a.example/ ${"x".repeat(2_100_000)}`,
			});
			await server.import(
				repository,
				[
					"commit refs/heads/main\ncommitter E <e@e.example> 1700000100 +0000\ndata 1\nx\n",
					`from ${await server.tip(repository, "main")}\n`,
					"M 120000 inline issues/link.md\ndata 11\n/etc/passwd\n",
				].join(""),
			);
			await settings.click("button", "Look for changes now");
			await settings.waitForText("2 files of the repository were not read", SYNC_MS);
			await settings.click("link", "Archive");
			await settings.waitForText("Issue 31");
			expect(await settings.evaluate(() => document.title)).not.toContain("run");
		},
	);

	test.skipIf(!canAnswer)(
		"waits while the permission is removed in the browser's settings",
		async () => {
			const { protocol, hostname } = new URL(server.address(repository));
			const removed: object[] = [{ origins: [`${protocol}//${hostname}/*`] }];
			if (name === "firefox") removed.push({ data_collection: ["websiteContent"] });
			await settings.click("link", "Settings");
			for (const permissions of removed) {
				await settings.evaluate(removePermissions, permissions);
				await settings.waitForText(
					"what you publish and change waits until Galley may connect again",
				);
				expect(await settings.text()).toContain(
					`The permission to connect to ${hostOf()} was removed`,
				);
				expect(await violations(settings)).toEqual([]);
				const asked = server.log.length;
				const draft = await publish(
					25 + removed.indexOf(permissions),
					"Published without the permission.",
				);
				await draft.waitForText("One issue waits to be published.");
				expect(server.log.length).toBe(asked);
				await draft.close();
				await settings.click("button", "Allow the connection again");
				if (name === "firefox") await browser.answerPermission(true);
				await until(async () => server.log.length > asked, "the host to be asked again", SYNC_MS);
				await settings.waitForText(`Synced with ${hostOf()} at`, SYNC_MS);
			}
		},
	);

	test.skipIf(!canAnswer)("has the token only where it is stored", async () => {
		const found = await settings.evaluate(placesOf, TOKEN);
		expect(found).toEqual(["galley-connections/tokens"]);
		expect(await server.git(repository, "log", "--all", "-p")).not.toContain(TOKEN);
		await settings.click("link", "Settings");
		const backup = await browser.nextDownload(() => settings.click("button", "Make a backup"));
		expect(backup.bytes.toString()).not.toContain(TOKEN);
		expect(await settings.evaluate(() => document.documentElement.outerHTML)).not.toContain(TOKEN);
	});

	test.skipIf(!canAnswer)(
		"is disconnected by one click, which gives the permission back",
		async () => {
			await settings.click("button", "Disconnect");
			await settings.waitFor(
				() => settings.has("button", "Connect a Git repository"),
				"the way to connect",
			);
			expect(await settings.evaluate(placesOf, TOKEN)).toEqual([]);
			await settings.waitFor(
				async () => (await settings.evaluate(repositories)).length === 0,
				"the copy of the repository to go",
			);
			expect(await settings.text()).not.toContain("Synced with");
			const asked = server.log.length;
			const draft = await publish(24, "Not for Git.");
			// The archive has issue 31 from the repository by now.
			await draft.waitFor(
				async () => (await draft.value("Issue number")) === "32",
				"the next draft",
			);
			expect(server.log.length).toBe(asked);
		},
	);
});

/** Runs in a page of Galley: the stores of its databases, and other places, that contain a text. */
async function placesOf(text: string): Promise<string[]> {
	const found: string[] = [];
	const promised = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const has = (value: unknown): boolean => {
		if (value instanceof Uint8Array) return new TextDecoder("latin1").decode(value).includes(text);
		return JSON.stringify(value ?? null).includes(text);
	};
	for (const { name = "" } of await indexedDB.databases()) {
		const database = await promised(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const all = await promised(database.transaction(store).objectStore(store).getAll());
			if (all.some(has)) found.push(`${name}/${store}`);
		}
		database.close();
	}
	if (has({ ...localStorage })) found.push("localStorage");
	return found;
}

/** Runs in a page of Galley: removes permissions, as the browser's settings do. */
async function removePermissions(permissions: object): Promise<void> {
	const api = globalThis as unknown as Record<
		"browser" | "chrome",
		{ permissions: { remove(given: object): Promise<boolean> } } | undefined
	>;
	await (api.browser ?? api.chrome)?.permissions.remove(permissions);
}

/** Runs in a page of Galley: the databases with copies of repositories. */
async function repositories(): Promise<string[]> {
	const all = await indexedDB.databases();
	return all.map(({ name = "" }) => name).filter((name) => name.startsWith("galley-repository-"));
}
