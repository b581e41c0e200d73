import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { backupNotes } from "../../src/backup/notes.ts";
import { failureFrom } from "../../src/capture/failures.ts";
import { describeError } from "../../src/core/errors/error-message.ts";
import { DraftClosed } from "../../src/data/drafts/draft-closed.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem, itemsOf } from "../../src/data/items/items.ts";
import { createSaving } from "../../src/options/fields/saving.ts";
import { createBackups } from "../../src/options/settings/backup.ts";
import { createReminder } from "../../src/options/settings/backup-reminder.ts";
import { refusalSentence } from "../../src/options/settings/backup-sentences.ts";
import { createWeekly } from "../../src/options/settings/backup-weekly.ts";
import { failureSentence } from "../../src/sentences/failures.ts";
import type { FromBackup, ToBackup } from "../../src/workers/backup.ts";
import { fakeDownloads } from "../backup/fake-downloads.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

vi.mock("webextension-polyfill", async () => (await import("../backup/fake-downloads.ts")).mock());

beginWithEmptyDatabase();
beforeEach(fakeDownloads);
afterEach(() => vi.restoreAllMocks());

const NAMES = [
	"QuotaExceededError",
	"SecurityError",
	"UnknownError",
	"AbortError",
	"InvalidStateError",
	"VersionError",
	"DatabaseGone",
	"NotReady",
	"TypeError",
] as const;

describe.each(NAMES)("A %s", (name) => {
	const error = new DOMException("on purpose", name);
	const text = (key: string) => (messages as Record<string, { message: string }>)[key]?.message;

	test("has a sentence about what became of the text and what to do", () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const saved = text(failureSentence("save", error).key) ?? "";
		expect(saved).toMatch(/text is still here|all that is left/);
		expect(saved).toMatch(/[Tt]ry|[Rr]eload the page/);
		const read = text(failureSentence("readDraft", error).key) ?? "";
		expect(read).toMatch(/Nothing (has been|was) changed|leaves it unchanged|all that is left/);
		expect(read).toMatch(/[Tt]ry|[Rr]eload the page/);
		// The popup has no sentence for deleted storage, because the background worker starts with an empty
		// database.
		const clipped = text(failureFrom(error).sentence) ?? "";
		expect(clipped).toMatch(/^Not saved/);
		expect(clipped).toMatch(/[Tt]ry/);
		const backup = text(failureSentence("backup", error).key) ?? "";
		expect(backup).toMatch(/[nN]othing (has been|was) changed|all that is left/);
	});
});

test("Text for an issue that is no longer open has a sentence that says where they are", () => {
	const sentence = failureSentence("save", new DraftClosed(5, true));
	expect(sentence).toEqual({ key: "optionsSaveFailedDraftClosed", values: [5] });
	expect(messages.optionsSaveFailedDraftClosed.message).toMatch(
		/text is at the top of this page.*Copy.*try again/,
	);
	expect(failureSentence("save", new DraftClosed(5, false))).toEqual({
		key: "optionsDraftClosed",
		values: [5],
	});
});

describe("A write that fails halfway", () => {
	test.each([
		["is refused", "QuotaExceededError"],
		["is aborted by the browser", "AbortError"],
	])("because it %s changes nothing, and the next attempt works", async (_, name) => {
		const saving = createSaving();
		const { id } = await openDraft();
		const add = () => addItem({ section: "news", note: "Kept?", links: [] });
		const put = vi.spyOn(IDBObjectStore.prototype, "put");
		put.mockImplementationOnce(function (this: IDBObjectStore) {
			if (name === "AbortError") this.transaction.abort();
			throw new DOMException("on purpose", name);
		});
		expect(await saving.run(add)).toBeNull();
		expect(saving.failure.value).toEqual(failureSentence("save", new DOMException("", name)));
		expect(await itemsOf(id)).toEqual([]);
		expect(await saving.run(add)).not.toBeNull();
		expect(saving.failure.value).toBeNull();
		expect(await itemsOf(id)).toHaveLength(1);
	});
});

describe("A manual backup", () => {
	/** Backups with a worker whose answers are given, one for each request. */
	function backupsWith(answers: (FromBackup | Error)[], download = vi.fn()) {
		const asked: ToBackup[] = [];
		const backups = createBackups({
			startWorker: (onMessage, fail) => ({
				post(question) {
					asked.push(question);
					const answer = answers.shift();
					if (answer instanceof Error) queueMicrotask(() => fail(describeError(answer)));
					else if (answer) queueMicrotask(() => onMessage(answer));
				},
				end() {},
			}),
			download,
			galley: "0.1.0",
			flush: async () => {},
			made: createReminder({ hasSomething: async () => true, onTimePassed: () => () => {} }).made,
		});
		return { backups, asked, download };
	}

	const counts = {
		drafts: 0,
		items: 0,
		sponsors: 0,
		archive: 0,
		settings: 0,
		typed: 0,
		derived: 0,
	};
	const made: FromBackup = { made: new Blob(["{}"]), counts, unreadable: null };

	test.each([
		[
			"the disk is full",
			{ failed: { name: "QuotaExceededError", message: "" } },
			"backupFailedFull",
		],
		[
			"storage is refused",
			{ failed: { name: "UnknownError", message: "" } },
			"backupFailedRefused",
		],
		[
			"Galley was updated",
			{ failed: { name: "VersionError", message: "" } },
			"backupFailedOutdated",
		],
		[
			"the file is gone",
			{ failed: { name: "NotReadableError", message: "" } },
			"backupFailedFileGone",
		],
		["the worker fails", new Error("Worker"), "backupFailed"],
	] as const)("reports that %s, and the next attempt works", async (_, answer, key) => {
		const { backups, download } = backupsWith([answer, made]);
		await backups.make();
		expect(backups.status.value).toMatchObject({ kind: "failed", sentence: { key } });
		expect(download).not.toHaveBeenCalled();
		await backups.make();
		expect(backups.status.value).toMatchObject({ kind: "done" });
		expect((await backupNotes()).madeAt).toBeGreaterThan(0);
	});

	test("that the browser cannot download is not noted as made", async () => {
		const download = vi.fn(() => {
			throw new Error("no");
		});
		const { backups } = backupsWith([made], download);
		await backups.make();
		expect(backups.status.value).toMatchObject({ kind: "failed" });
		expect((await backupNotes()).madeAt).toBe(0);
	});

	test("that Galley cannot read back is reported, and the reminder remains as before", async () => {
		const unreadable = { reason: "kind", place: "items[0].note", found: "7" } as const;
		const { backups } = backupsWith([{ made: new Blob(["{}"]), counts, unreadable }]);
		await backups.make();
		expect(backups.status.value).toMatchObject({
			kind: "failed",
			sentence: { key: "backupMadeUnreadable", values: ["items[0].note"] },
		});
		expect((await backupNotes()).madeAt).toBe(0);
	});

	test("is not restored when the file is refused, and the message names the field", async () => {
		const refused = { reason: "address", place: "items[3].links[0].url", found: '"x"' } as const;
		const { backups } = backupsWith([{ refused }]);
		await backups.choose("b.json", new Blob(["x"]));
		expect(backups.status.value).toEqual({ kind: "failed", sentence: refusalSentence(refused) });
		await backups.restore("replace");
		expect(backups.status.value.kind).toBe("failed");
	});
});

describe("The permission for the weekly backup", () => {
	test("leaves the backup off when it is refused, and the message says what to do", async () => {
		const backUp = vi.fn();
		const weekly = createWeekly({
			askForDownloads: async () => false,
			forgetsFiles: () => false,
			backUp,
		});
		await weekly.turn(true);
		expect(weekly.problem.value?.key).toBe("backupWeeklyNotAllowed");
		expect((await backupNotes()).weekly).toBe(false);
		expect(backUp).not.toHaveBeenCalled();
	});

	test("can be requested again if the request failed, which is reported", async () => {
		const asks = [() => Promise.reject(new Error("not now")), () => Promise.resolve(true)];
		const weekly = createWeekly({
			askForDownloads: () => asks.shift()?.() ?? Promise.resolve(false),
			forgetsFiles: () => false,
			backUp: async () => {},
		});
		await weekly.turn(true);
		expect(weekly.problem.value).toEqual({ key: "backupWeeklyFailed", values: ["not now."] });
		await weekly.turn(true);
		expect(weekly.problem.value).toBeNull();
		expect((await backupNotes()).weekly).toBe(true);
	});
});
