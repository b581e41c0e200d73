import { expect, test, vi } from "vitest";
import { SHELF } from "../../../src/data/db/records.ts";
import { historyWords } from "../../../src/options/connections/history-words.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

const items = (way: "added" | "changed" | "deleted", count: number) => ({
	kind: "items",
	way,
	count,
});

test("A commit is described by draft, with the number of records in each way", () => {
	const changes = [
		{ draftId: "d", label: 469, counts: [items("added", 2), items("changed", 1)] },
		{ draftId: SHELF, label: null, counts: [items("deleted", 1)] },
		{ draftId: "e", label: null, counts: [items("added", 1)] },
	];
	expect(historyWords({ changes })).toEqual([
		"Issue 469: 2 items added, 1 item changed",
		"Shelf: 1 item deleted",
		"Another draft: 1 item added",
	]);
});

test("The changed fields of a draft are named, and others only together", () => {
	const fields = ["footer", "intro", "standing", "waved"];
	const counts = [{ kind: "drafts", way: "changed" as const, count: 1, fields }];
	expect(historyWords({ changes: [{ draftId: "d", label: 469, counts }] })).toEqual([
		"Issue 469: footer changed, intro changed, another field changed",
	]);
});

test("A commit without a known predecessor, or without changes, is described by a sentence", () => {
	expect(historyWords({ changes: null })[0]).toMatch(/^What changed is not known/);
	expect(historyWords({ changes: [] })).toEqual(["Nothing changed in the drafts"]);
});
