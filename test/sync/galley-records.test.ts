import { beforeEach, describe, expect, test } from "vitest";
import type { GitConnection } from "../../src/connections/connection.ts";
import { saveConnection } from "../../src/connections/connection-store.ts";
import { undo } from "../../src/data/db/change.ts";
import { database } from "../../src/data/db/database.ts";
import type { DraftRecord, ItemRecord } from "../../src/data/db/records.ts";
import { addDraft } from "../../src/data/drafts/draft-list.ts";
import { currentDraft, draftById, editDraft, openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem, editItem } from "../../src/data/items/items.ts";
import { sharingState } from "../../src/data/sharing/conflicts.ts";
import { GALLEY_KINDS } from "../../src/sync/galley-kinds.ts";
import { stopSharing } from "../../src/sync/share/galley-records.ts";
import { recordPath, recordText } from "../../src/sync/share/record-files.ts";
import { resolveConflict } from "../../src/sync/share/resolve-conflict.ts";
import type { SharedRecord } from "../../src/sync/share/shared-records.ts";
import { syncConnection } from "../../src/sync/sync-connection.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { connectionTo, repositoryAt, useGitServer } from "./git-harness.ts";
import { TOKEN } from "./git-server.ts";
import { commitOnServer } from "./git-server-commit.ts";

const git = useGitServer();
beginWithEmptyDatabase();

let name = "";
let count = 0;
let connection: GitConnection;

beforeEach(async () => {
	count += 1;
	name = `drafts-${count}`;
	await git.server.create(name);
	connection = connectionTo(git.server.address(name), { id: name, publishes: false });
	await saveConnection(connection, TOKEN);
});

async function sync(): Promise<void> {
	const repository = repositoryAt(connection);
	await syncConnection(repository, connection, repository);
}

/** Lets another machine write records to the branch. */
async function others(kind: string, ...records: object[]): Promise<void> {
	const shared = GALLEY_KINDS.find((one) => one.name === kind);
	if (!shared) throw new Error(`There is no kind ${kind}.`);
	const files = records.map((record) => [
		recordPath(kind, record as SharedRecord),
		recordText(shared, record as SharedRecord),
	]);
	await commitOnServer(git.server, name, Object.fromEntries(files), "galley");
}

const filesOnBranch = async () =>
	(await git.server.git(name, "ls-tree", "-r", "--name-only", "galley")).trim().split("\n");

const NOTE = {
	section: "news",
	note: "A note.",
	links: [{ url: "https://a.example/", title: "" }],
};

/** A draft and an item of another machine. */
async function elsewhere(): Promise<{ draft: DraftRecord; item: ItemRecord }> {
	const draft = { ...(await openDraft()), id: "other", number: 40, changed: { intro: 1 } };
	const { item } = await addItem(NOTE);
	await undo();
	await (await database()).clear("items");
	return { draft, item: { ...item, id: "far", draftId: "other", deletedAt: null } };
}

describe("Shared drafts", () => {
	test("are files on the branch, and each change is one further commit", async () => {
		const draft = await openDraft();
		const { item } = await addItem(NOTE);
		await sync();
		const files = await filesOnBranch();
		expect(files).toContain(recordPath("drafts", draft as unknown as SharedRecord));
		const path = recordPath("items", item as unknown as SharedRecord);
		await editItem(item.id, { note: "Another note." });
		expect((await sharingState()).waiting).toBe(1);
		await sync();
		expect((await sharingState()).waiting).toBe(0);
		expect(await git.server.git(name, "show", `galley:${path}`)).toContain("Another note.");
	});

	test("replace the untouched draft of a browser that joins", async () => {
		const { draft, item } = await elsewhere();
		const own = await openDraft();
		await others("drafts", draft);
		await others("items", item);
		await sync();
		expect((await currentDraft())?.id).toBe("other");
		expect((await draftById(own.id))?.deletedAt).not.toBe(0);
		expect(await (await database()).get("items", "far")).toMatchObject({ note: "A note." });
	});

	test("are added to the draft of a browser that joins, if it contains words", async () => {
		const { draft } = await elsewhere();
		const own = await openDraft();
		await editDraft(own.id, { intro: "Mine." });
		await others("drafts", draft);
		await sync();
		expect((await currentDraft())?.id).toBe(own.id);
		expect((await draftById("other"))?.number).toBe(40);
	});

	test("do not count as joining when another draft is added later", async () => {
		const own = await openDraft();
		await sync();
		const { draft } = await elsewhere();
		await others("drafts", draft);
		await sync();
		expect((await currentDraft())?.id).toBe(own.id);
	});

	test("receive the clips and late items of a draft that was published elsewhere", async () => {
		const own = await openDraft();
		await editDraft(own.id, { number: 10 });
		await sync();
		const published = await draftById(own.id);
		const next = { ...own, id: "next", number: 11, createdAt: own.createdAt + 1 };
		await others("drafts", { ...published, publishedTime: Date.now() }, next);
		const { item } = await addItem(NOTE);
		await sync();
		expect((await currentDraft())?.id).toBe("next");
		const moved = await (await database()).get("items", item.id);
		expect(moved).toMatchObject({ draftId: "next", note: "A note." });
		await sync();
		expect((await sharingState()).waiting).toBe(0);
	});

	test("keep the replaced words until somebody resolves the conflict, which Undo can take back", async () => {
		const own = await openDraft();
		await editDraft(own.id, { intro: "First." });
		await sync();
		const before = await draftById(own.id);
		const changed = { ...before?.changed, intro: Date.now() + 60_000 };
		await others("drafts", { ...before, intro: "Theirs.", changed });
		await editDraft(own.id, { intro: "Mine." });
		await sync();
		expect((await draftById(own.id))?.intro).toBe("Theirs.");
		const [open] = (await sharingState()).conflicts;
		expect(open).toMatchObject({ stands: "Theirs.", other: "Mine." });
		await resolveConflict(open?.conflict.id ?? "", true);
		expect((await draftById(own.id))?.intro).toBe("Mine.");
		expect((await sharingState()).conflicts).toEqual([]);
		await undo();
		expect((await draftById(own.id))?.intro).toBe("Theirs.");
	});

	test("do not change when sharing is stopped", async () => {
		await addDraft();
		await sync();
		await stopSharing();
		const drafts = await (await database()).getAll("drafts");
		await editDraft(drafts[0]?.id ?? "", { intro: "Alone." });
		expect(await sharingState()).toMatchObject({ isOn: false, waiting: 0 });
	});
});
