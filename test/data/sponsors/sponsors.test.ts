import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import type { DraftRecord } from "../../../src/data/db/records.ts";
import { issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";
import { addDraft } from "../../../src/data/drafts/draft-list.ts";
import { editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import { publishDraft } from "../../../src/data/drafts/publishing.ts";
import {
	addSponsor,
	bookSponsor,
	deleteSponsor,
	editSponsor,
	emptySponsor,
} from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { seen } from "../published.ts";

beginWithEmptyDatabase();

const names = async (draft: DraftRecord) => (await sponsorsOf(draft)).map(({ name }) => name);

async function publish(draft: DraftRecord): Promise<DraftRecord> {
	const { number, issueDate, publishedAt } = draft;
	const issue = issueInParts({
		number: number ?? 0,
		issueDate: issueDate ?? "",
		publishedAt,
		intro: "",
		sponsors: [],
		sections: [],
		footer: "",
	});
	const file = { path: "a.md", text: "", style: DEFAULT_HOUSE_STYLE, issue };
	return (await publishDraft(await seen(draft), file)).next;
}

describe("A booking", () => {
	test("belongs to the draft with its number or date, and to no other", async () => {
		const draft = await openDraft();
		await bookSponsor({ name: "By number", number: draft.number });
		await bookSponsor({ name: "By date", issueDate: draft.issueDate });
		await bookSponsor({ name: "Another week", number: Number(draft.number) + 1 });
		expect((await names(draft)).sort()).toEqual(["By date", "By number"]);
		const moved = await editDraft(draft.id, {
			number: Number(draft.number) + 1,
			issueDate: "2030-01-06",
		});
		expect(await names(moved)).toEqual(["Another week"]);
	});

	test("stays with the issue it ran in, and is not used a second time", async () => {
		const draft = await openDraft();
		await bookSponsor({ name: "Acme", issueDate: draft.issueDate });
		const next = await publish(draft);
		expect(await names({ ...draft, number: 99, issueDate: "2000-01-01" })).toEqual(["Acme"]);
		const sameDay = await editDraft(next.id, { issueDate: draft.issueDate });
		expect((await sponsorsOf(sameDay)).map(({ carriedFrom }) => carriedFrom)).not.toContain(null);
	});

	test("replaces a sponsor that was only carried over", async () => {
		const draft = await openDraft();
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		const next = await publish(draft);
		expect(await names(next)).toEqual(["Acme"]);
		await bookSponsor({ name: "Other", number: next.number });
		expect(await names(next)).toEqual(["Other"]);
		await undo();
		expect(await names(next)).toEqual(["Acme"]);
	});

	test("prevents the sponsors of the last issue from being carried over", async () => {
		const draft = await openDraft();
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		await bookSponsor({ name: "Next", number: Number(draft.number) + 1 });
		expect(await names(await publish(draft))).toEqual(["Next"]);
	});

	test("can be deleted, and Undo and Redo restore and delete it again", async () => {
		const draft = await openDraft();
		const { id } = await bookSponsor({ name: "Acme", number: draft.number });
		await deleteSponsor(id);
		expect(await names(draft)).toEqual([]);
		await undo();
		expect(await names(draft)).toEqual(["Acme"]);
		await undo();
		expect(await names(draft)).toEqual([]);
		await redo();
		expect(await names(draft)).toEqual(["Acme"]);
	});
});

describe("A sponsor of the draft", () => {
	test("is stored with the first word written about it, and keeps parts typed in two pages", async () => {
		const draft = await openDraft();
		const { id } = emptySponsor(draft.id);
		await Promise.all([
			editSponsor(id, { name: "Acme" }, draft.id),
			editSponsor(id, { note: "Buy." }, draft.id),
		]);
		expect(await sponsorsOf(draft)).toMatchObject([{ id, name: "Acme", note: "Buy." }]);
	});

	test("that was deleted begins again without its former words", async () => {
		const draft = await openDraft();
		const { id } = emptySponsor(draft.id);
		await editSponsor(id, { name: "Acme", note: "Buy." }, draft.id);
		await deleteSponsor(id);
		await editSponsor(id, { name: "Other" }, draft.id);
		expect(await sponsorsOf(draft)).toMatchObject([{ name: "Other", note: "" }]);
	});

	test("appears in the order of adding, after one that was carried over", async () => {
		const first = await openDraft();
		await editSponsor(emptySponsor(first.id).id, { name: "Acme" }, first.id);
		const draft = await publish(first);
		const added = await addSponsor(draft.id);
		await editSponsor(added.id, { name: "Second" });
		expect(await names(draft)).toEqual(["Acme", "Second"]);
		expect(await names(await addDraft())).toEqual([]);
	});

	test("that does not exist cannot be changed", async () => {
		await expect(editSponsor("nobody", { name: "A" })).rejects.toThrow("no sponsor");
	});
});
