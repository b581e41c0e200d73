import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { backupNotes, rememberBackup } from "../../../src/backup/notes.ts";
import { createReminder } from "../../../src/options/settings/backup-reminder.ts";
import { fakeDownloads } from "../../backup/fake-downloads.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../backup/fake-downloads.ts")).mock(),
);

const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 22, 9) });
	fakeDownloads();
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

/** A reminder on a page with data, and functions to let time pass. */
function open() {
	let look = () => {};
	const reminder = createReminder({
		hasSomething: async () => true,
		onTimePassed(listener) {
			look = listener;
			return () => {
				look = () => {};
			};
		},
	});
	const end = reminder.follow();
	return {
		reminder,
		end,
		pass(days: number) {
			vi.setSystemTime(Date.now() + days * DAY);
			look();
		},
	};
}

describe("On a page that stays open, a reminder", () => {
	test("appears when it is due, even if nothing is stored meanwhile", async () => {
		await rememberBackup({ madeAt: Date.now() });
		const { reminder, end, pass } = open();
		await vi.waitFor(() => expect(reminder.notes.value).not.toBeNull());
		pass(13);
		await new Promise((resolve) => setTimeout(resolve, 0));
		expect(reminder.reminding.value).toBe(false);
		pass(2);
		await vi.waitFor(() => expect(reminder.reminding.value).toBe(true));
		end();
	});

	test("disappears when a backup is made, and for a week when it is postponed", async () => {
		await rememberBackup({ since: Date.now() - 15 * DAY });
		const { reminder, end, pass } = open();
		await vi.waitFor(() => expect(reminder.reminding.value).toBe(true));
		await reminder.putOff();
		expect(reminder.reminding.value).toBe(false);
		pass(8);
		await vi.waitFor(() => expect(reminder.reminding.value).toBe(true));
		await reminder.made();
		expect(reminder.reminding.value).toBe(false);
		expect((await backupNotes()).madeAt).toBe(Date.now());
		end();
	});
});

describe("When the browser cannot store facts about backups", () => {
	const refuse = () => Promise.reject(new Error("corrupt"));

	test("this is reported, and they are read again when the page is shown again", async () => {
		const get = vi.spyOn(browser.storage.local, "get").mockImplementation(refuse);
		const { reminder, end, pass } = open();
		await vi.waitFor(() =>
			expect(reminder.problem.value).toEqual({ key: "backupNotesUnread", values: ["corrupt."] }),
		);
		expect(reminder.notes.value).toBeNull();
		get.mockRestore();
		pass(0);
		await vi.waitFor(() => expect(reminder.notes.value).not.toBeNull());
		expect(reminder.problem.value).toBeNull();
		end();
	});

	test.each(["putOff", "made"] as const)(
		"a %s that could not be stored is reported",
		async (doing) => {
			const { reminder, end } = open();
			await vi.waitFor(() => expect(reminder.notes.value).not.toBeNull());
			const set = vi.spyOn(browser.storage.local, "set").mockImplementation(refuse);
			await reminder[doing]();
			expect(reminder.problem.value).toEqual({ key: "backupNotesUnnoted", values: ["corrupt."] });
			set.mockRestore();
			await reminder[doing]();
			expect(reminder.problem.value).toBeNull();
			end();
		},
	);
});
