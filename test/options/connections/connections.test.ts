import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connections as kept, tokenOf } from "../../../src/connections/connection-store.ts";
import { database } from "../../../src/data/db/database.ts";
import { editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import {
	type Connections,
	createConnections,
} from "../../../src/options/connections/connections.ts";
import type { FromGit, ToGit } from "../../../src/workers/git.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { useGitServer } from "../../sync/git-harness.ts";
import { TOKEN } from "../../sync/git-server.ts";
import { commitOnServer } from "../../sync/git-server-commit.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

// Each test begins with its own database, which a page would treat as a deleted one.
vi.mock("../../../src/data/db/watch.ts", () => ({ watchDatabase: () => {} }));

const git = useGitServer();
beginWithEmptyDatabase();

const SYNC = { timeout: 20_000, interval: 50 };

/** The worker, run in this thread: its messages go through these functions. */
let toThread: ((message: { data: ToGit }) => void) | null = null;
let fromThread: ((message: FromGit) => void) | null = null;

vi.stubGlobal("addEventListener", (_type: string, listener: typeof toThread) => {
	toThread = listener;
});
vi.stubGlobal("postMessage", (message: FromGit) => fromThread?.(structuredClone(message)));
vi.stubGlobal("navigator", {
	locks: { request: (_name: string, work: () => unknown) => Promise.resolve(work()) },
});
await import("../../../src/workers/git.ts");

const permissions = new Set<string>();
let allows = true;
/** Tells the page that a permission was given or removed in the browser's settings. */
let permissionsChanged = () => {};
let count = 0;
let name = "";
let page: Connections;
let end = () => {};

beforeEach(async () => {
	count += 1;
	name = `page-${count}`;
	allows = true;
	permissions.clear();
	indexedDB.deleteDatabase("galley-connections");
	await git.server.create(name);
	await commitOnServer(git.server, name, { "7.md": "# News\n\n[Seven](https://seven.example/)\n" });
	page = createConnections({
		startGit(onMessage) {
			fromThread = onMessage;
			return { post: (data) => toThread?.({ data: structuredClone(data) }), end: () => {} };
		},
		holdsHost: async (pattern) => permissions.has(pattern),
		async askForHost(pattern) {
			if (allows) permissions.add(pattern);
			return allows;
		},
		async giveBackHost(pattern) {
			permissions.delete(pattern);
		},
		onPermissions(listener) {
			permissionsChanged = listener;
			return () => {};
		},
		onOnline: () => () => {},
	});
	end = page.start();
	await vi.waitFor(() => expect(page.known.value).toBeNull());
});
afterEach(() => end());

/** Fills in the form and connects. */
async function connect(fields: { token?: string; shares?: boolean } = {}): Promise<void> {
	if (!page.form.value) page.openForm();
	const form = page.form.value;
	if (!form) throw new Error("There is no form.");
	form.address.value = git.server.address(name);
	form.token.value = fields.token ?? TOKEN;
	form.authorName.value = "Ed Itor";
	form.authorEmail.value = "ed@newsletter.example";
	form.shares.value = fields.shares ?? false;
	await page.connect();
}

const problem = () =>
	page.activity.value.kind === "failed" ? page.activity.value.sentence.key : "";

describe("Connecting a repository", () => {
	test("stores it and its token, and syncs", async () => {
		await connect();
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		expect(page.form.value).toBeNull();
		const [connection] = await kept();
		expect(JSON.stringify(connection)).not.toContain(TOKEN);
		expect(await tokenOf(connection?.id ?? "")).toBe(TOKEN);
		expect(await (await database()).count("archive")).toBe(1);
	});

	test("sends no request to the host without the browser's permission", async () => {
		allows = false;
		const asked = git.server.log.length;
		await connect();
		expect(problem()).toBe("connectionNotAllowed");
		expect(git.server.log.length).toBe(asked);
		expect(await kept()).toEqual([]);
	});

	test("with a refused token stores nothing, and gives the permission back", async () => {
		await connect({ token: "wrong" });
		expect(problem()).toBe("connectionTokenRefused");
		expect(await kept()).toEqual([]);
		expect([...permissions]).toEqual([]);
		await connect();
		expect(page.known.value).not.toBeNull();
	});

	test("is undone by one click, with the permission", async () => {
		await connect();
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		const id = page.known.value?.connection.id ?? "";
		await page.disconnect();
		expect(page.known.value).toBeNull();
		expect([...permissions]).toEqual([]);
		expect(await tokenOf(id)).toBe("");
		await vi.waitFor(async () => {
			const names = (await indexedDB.databases()).map((one) => one.name);
			expect(names.filter((one) => one?.startsWith("galley-repository-"))).toEqual([]);
		}, SYNC);
	});

	test("sends nothing after the permission was removed in the browser, until it is given again", async () => {
		await connect();
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		await vi.waitFor(() => expect(page.activity.value.kind).toBe("idle"), SYNC);
		permissions.clear();
		permissionsChanged();
		await vi.waitFor(() => expect(page.known.value?.isAllowed).toBe(false));
		await page.publish("archived", 9);
		const asked = git.server.log.length;
		page.sync();
		expect(page.activity.value.kind).toBe("idle");
		expect(page.known.value?.publications).toMatchObject([{ state: { kind: "waiting" } }]);
		await page.allowAgain();
		expect(page.known.value?.isAllowed).toBe(true);
		await vi.waitFor(() => expect(page.activity.value.kind).toBe("idle"), SYNC);
		expect(git.server.log.length).toBeGreaterThan(asked);
	});

	test("shares no drafts in a public repository until the editor agrees", async () => {
		git.server.publicNames.add(name);
		await connect({ shares: true });
		expect(problem()).toBe("connectionSharedPublic");
		expect(page.form.value?.isPublic.value).toBe(true);
		expect(await kept()).toEqual([]);
		expect(await git.server.tip(name, "galley")).toBe("");
		if (page.form.value) page.form.value.acceptsPublic.value = true;
		await openDraft();
		await connect({ shares: true });
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		expect(await git.server.tip(name, "galley")).not.toBe("");
	});

	test("shares drafts, and later changes are sent automatically", async () => {
		const { id } = await openDraft();
		await editDraft(id, { intro: "Before." });
		await connect({ shares: true });
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		expect(page.known.value?.progress?.failure).toBeNull();
		await editDraft(id, { intro: "After." });
		await vi.waitFor(async () => {
			const text = await git.server.git(name, "grep", "-h", "intro", "galley", "--", "drafts");
			expect(text).toContain("After.");
		}, SYNC);
		await vi.waitFor(() => expect(page.known.value?.sharing.waiting).toBe(0), SYNC);
		await page.disconnect();
		await vi.waitFor(async () => expect(await (await database()).count("sharing")).toBe(0), SYNC);
	});

	test("reads the history of the shared drafts and an earlier state of them", async () => {
		const { id } = await openDraft();
		await editDraft(id, { intro: "Before." });
		await connect({ shares: true });
		await vi.waitFor(() => expect(page.known.value?.progress?.inStepAt).toBeGreaterThan(0), SYNC);
		await editDraft(id, { intro: "After." });
		page.history.toggle();
		await vi.waitFor(() => expect(page.history.history.value?.commits).toHaveLength(2), SYNC);
		const [, first] = page.history.history.value?.commits ?? [];
		expect(first?.author).toBe("Ed Itor");
		page.history.toggleState(first?.id ?? "");
		await vi.waitFor(
			() => expect(page.history.shown.value?.past?.drafts[0]?.draft.intro).toBe("Before."),
			SYNC,
		);
		page.history.toggleState(first?.id ?? "");
		expect(page.history.shown.value).toBeNull();
		expect(page.history.failure.value).toBeNull();
	});
});
