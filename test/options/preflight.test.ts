import { afterEach, describe, expect, test, vi } from "vitest";
import { undo } from "../../src/data/db/change.ts";
import { addDraft } from "../../src/data/drafts/draft-list.ts";
import { editDraft, openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem, editItem } from "../../src/data/items/items.ts";
import { bookSponsor, editSponsor, emptySponsor } from "../../src/data/sponsors/sponsors.ts";
import { createStored } from "../../src/options/app/stored.ts";
import { createPreflight } from "../../src/options/draft/preflight/preflight-state.ts";
import { createSaving } from "../../src/options/fields/saving.ts";
import { archived } from "../data/archived.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

beginWithEmptyDatabase();

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** Another page on the same database. */
async function page() {
	const stored = createStored();
	const saving = createSaving();
	const preflight = createPreflight(stored, saving);
	await stored.refresh();
	ends.push(stored.follow(), preflight.follow());
	await vi.waitFor(() => expect(preflight.open.value).not.toBeNull());
	return { stored, saving, preflight };
}

type Page = Awaited<ReturnType<typeof page>>;

const checksIn = ({ preflight }: Page) => preflight.open.value?.map(({ check }) => check);
const first = ({ preflight }: Page, check: string) =>
	preflight.open.value?.find((finding) => finding.check === check);

const item = async (note: string, url = "", section = "news") =>
	(await addItem({ section, note, links: url ? [{ url, title: "" }] : [] })).item.id;

/** A draft with a single finding: one section is empty. */
async function draftWithOneFinding() {
	await item("A note that is as it should be.", "https://a.example.com/");
	const draft = await openDraft();
	const sponsor = {
		name: "Acme",
		note: "Buy.",
		links: [{ url: "https://acme.example.com", title: "" }],
	};
	await editSponsor(emptySponsor(draft.id).id, sponsor, draft.id);
	return draft;
}

describe("Preflight", () => {
	test("follows the draft, whichever page changes it", async () => {
		await draftWithOneFinding();
		const here = await page();
		expect(checksIn(here)).toEqual(["emptySection"]);
		const id = await item("Words alone.", "", "tools");
		await vi.waitFor(() => expect(checksIn(here)).toEqual(["noLink"]));
		await editItem(id, { links: [{ url: "https://b.example.com/?utm_source=x", title: "" }] });
		await vi.waitFor(() => expect(checksIn(here)).toEqual(["tracking"]));
	});

	test("follows the archive: repeats, https:, number and date", async () => {
		await draftWithOneFinding();
		await item("A tool that helps.", "http://b.example.com/x", "tools");
		const { id } = await openDraft();
		await editDraft(id, { number: 8, issueDate: "2014-04-06" });
		const here = await page();
		await archived(5, [
			["News", "Old.", "https://a.example.com/"],
			["News", "Old.", "https://b.example.com/y"],
		]);
		await vi.waitFor(
			() =>
				expect(checksIn(here)).toEqual(["number", "date", "publicationTime", "repeat", "insecure"]),
			3_000,
		);
		expect(first(here, "number")?.values).toEqual([5, 6, 8]);
	});

	test("knows other drafts and bookings", async () => {
		const draft = await draftWithOneFinding();
		const next = await addDraft();
		await editDraft(next.id, { number: draft.number });
		const here = await page();
		expect(checksIn(here)).toEqual(["number", "emptySection"]);
		await bookSponsor({ number: draft.number, name: "Booked" });
		await vi.waitFor(() => expect(checksIn(here)).toContain("unwrittenSponsor"));
	});

	test("returns the findings of an item, as the same object while they are the same", async () => {
		await draftWithOneFinding();
		const id = await item("Words alone.", "", "tools");
		const here = await page();
		const before = here.preflight.ofItem(id).value;
		expect(before.map(({ check }) => check)).toEqual(["noLink"]);
		await item("The the.", "https://c.example.com/", "tools");
		await vi.waitFor(() => expect(checksIn(here)).toContain("doubledWord"));
		expect(here.preflight.ofItem(id).value).toBe(before);
	});

	test("counts open findings without waiting", async () => {
		await draftWithOneFinding();
		const here = await page();
		await item("Words alone.");
		await here.stored.refresh();
		expect(here.preflight.count()).toBe(2);
	});
});

describe("A finding", () => {
	test("that is dismissed is dismissed on every page, until its subject changes", async () => {
		const draft = await draftWithOneFinding();
		const [here, there] = [await page(), await page()];
		await editDraft(draft.id, { intro: "The the." });
		await vi.waitFor(() => expect(first(here, "doubledWord")).toBeDefined());
		const finding = first(here, "doubledWord");
		if (finding) await here.preflight.dismiss(finding, true);
		for (const each of [here, there]) {
			await vi.waitFor(() => expect(each.preflight.dismissed.value).toHaveLength(1));
			expect(first(each, "doubledWord")).toBeUndefined();
		}
		await editDraft(draft.id, { intro: "Here it is the the." });
		await editDraft(draft.id, { intro: "Here it is is." });
		await vi.waitFor(() => expect(first(there, "doubledWord")).toBeDefined());
	});

	test("is shown again after Undo, and after Show again", async () => {
		await draftWithOneFinding();
		const here = await page();
		const [finding] = here.preflight.open.value ?? [];
		if (!finding) throw new Error("Nothing was found.");
		await here.preflight.dismiss(finding, true);
		expect(here.preflight.open.value).toEqual([]);
		await undo();
		await vi.waitFor(() => expect(here.preflight.open.value).toHaveLength(1));
		await here.preflight.dismiss(finding, true);
		await here.preflight.dismiss(finding, false);
		expect(here.preflight.open.value).toHaveLength(1);
	});
});

describe("A check", () => {
	test("that is switched off is off on every page, and Undo switches it on", async () => {
		await draftWithOneFinding();
		const [here, there] = [await page(), await page()];
		await here.preflight.switchCheck("emptySection", false);
		expect(here.preflight.isOn("emptySection")).toBe(false);
		for (const each of [here, there]) {
			await vi.waitFor(() => expect(each.preflight.open.value).toEqual([]));
		}
		await undo();
		await vi.waitFor(() => expect(checksIn(there)).toEqual(["emptySection"]));
		expect(there.preflight.isOn("emptySection")).toBe(true);
	});
});
