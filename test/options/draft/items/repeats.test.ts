import { afterEach, describe, expect, test, vi } from "vitest";
import { undo } from "../../../../src/data/db/change.ts";
import { deleteItems } from "../../../../src/data/items/item-moves.ts";
import { addItem, editItem } from "../../../../src/data/items/items.ts";
import { renewLinkKeys } from "../../../../src/data/links/link-keys.ts";
import { exemptions } from "../../../../src/data/settings/settings.ts";
import { moveBooking } from "../../../../src/data/sponsors/sponsor-moves.ts";
import { bookSponsor, editSponsor, emptySponsor } from "../../../../src/data/sponsors/sponsors.ts";
import { createStored } from "../../../../src/options/app/stored.ts";
import { createRepeats } from "../../../../src/options/draft/items/repeats.ts";
import { createFields } from "../../../../src/options/fields/fields.ts";
import { createSaving } from "../../../../src/options/fields/saving.ts";
import { createExemptionsState } from "../../../../src/options/style/exemptions/exemptions-state.ts";
import { archived } from "../../../data/archived.ts";
import { beginWithEmptyDatabase } from "../../../data/empty-database.ts";

beginWithEmptyDatabase();

const A = "https://example.com/a";
const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
	vi.restoreAllMocks();
});

async function open() {
	const stored = createStored();
	const saving = createSaving();
	const repeats = createRepeats(stored);
	const exemptionsState = createExemptionsState(stored, saving, createFields(stored, saving));
	await stored.refresh();
	ends.push(stored.follow(), repeats.follow());
	return { stored, repeats, exemptionsState };
}

const item = async (url: string, section = "news") =>
	(await addItem({ section, note: "", links: [{ url, title: "" }] })).item.id;

/** What is shown for an item, in short. */
type Opened = Awaited<ReturnType<typeof open>>;
const toldOf = ({ repeats }: Opened, id: string) =>
	repeats
		.of(id)
		.value.map((repeat) =>
			"ran" in repeat
				? repeat.ran.latest.number
				: "alreadyIn" in repeat
					? `already in ${repeat.alreadyIn}`
					: "inDraft" in repeat
						? `in draft ${repeat.inDraft.number}`
						: "on the shelf",
		);

describe("An item of the draft", () => {
	test("whose link ran before is marked, in any spelling", async () => {
		await archived(173, [["News", "Old.", "http://www.example.com/a/"]]);
		const [one, other] = [await item(`${A}?utm_source=x`), await item("https://example.com/b")];
		const desk = await open();
		await vi.waitFor(() => expect(toldOf(desk, one)).toEqual([173]));
		expect(toldOf(desk, other)).toEqual([]);
	});

	test("is marked as soon as the link is typed, until it is removed", async () => {
		await archived(173, [["News", "Old.", A]]);
		const id = await item("https://example.com/b");
		const desk = await open();
		await editItem(id, { links: [{ url: A, title: "" }] });
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]));
		await editItem(id, { links: [] });
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([]));
	});

	test("is marked when the archive grows, until that is undone", async () => {
		const id = await item(A);
		const desk = await open();
		await archived(173, [["News", "Old.", A]]);
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]), 3_000);
	});

	test("is not marked for a link of a booking while the booking is for this issue", async () => {
		await archived(173, [["News", "Old.", A]]);
		const id = await item(A);
		const desk = await open();
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]));
		const links = [{ url: `${A}?utm_source=weekly`, title: "" }];
		const number = desk.stored.draft.value?.number ?? 0;
		const booked = await bookSponsor({ name: "A", links, number });
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([]));
		await moveBooking(booked.id, { number: number + 1, issueDate: null });
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]));
	});

	test("is not marked for a link of the draft's sponsor", async () => {
		await archived(173, [["News", "Old.", A]]);
		const id = await item(A);
		const desk = await open();
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]));
		const draftId = desk.stored.draft.value?.id ?? "";
		await editSponsor(emptySponsor(draftId).id, { links: [{ url: `${A}/`, title: "" }] }, draftId);
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([]));
	});

	test("shows where its link already is, until the other item is deleted", async () => {
		const first = await item(A, "tools");
		const second = await item("https://example.com/b");
		await editItem(second, { links: [{ url: `${A}#part`, title: "" }] });
		const desk = await open();
		expect(toldOf(desk, second)).toEqual(["already in tools"]);
		expect(toldOf(desk, first)).toEqual([]);
		await deleteItems([first]);
		await vi.waitFor(() => expect(toldOf(desk, second)).toEqual([]));
	});

	test("is looked up by the index, hundreds in one transaction, but not while notes are typed", async () => {
		await archived(173, [["News", "Old.", "https://example.com/7"]]);
		const ids: string[] = [];
		for (let at = 0; at < 60; at += 1) ids.push(await item(`https://example.com/${at}`));
		// The worker does this when it starts: before that, look-ups also read records that may have an old key.
		await renewLinkKeys();
		const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
		const all = vi.spyOn(IDBObjectStore.prototype, "getAll");
		const onMentions = () =>
			transaction.mock.calls.filter(([stores]) => String(stores).includes("mentions"));
		const desk = await open();
		await vi.waitFor(() => expect(toldOf(desk, ids[7] ?? "")).toEqual([173]));
		expect(onMentions()).toHaveLength(1);
		expect(all).not.toHaveBeenCalled();
		await editItem(ids[7] ?? "", { note: "Typed." });
		await vi.waitFor(() => expect(desk.stored.item(ids[7] ?? "").value?.note).toBe("Typed."));
		expect(onMentions().filter(([, mode]) => mode !== "readwrite")).toHaveLength(1);
	});
});

describe("The exemptions from warnings", () => {
	test("offer the sections of the house style, and those common in newsletters", async () => {
		const { exemptionsState } = await open();
		expect(exemptionsState.sections.value).toEqual([
			{ heading: "News", exempt: false },
			{ heading: "Tools", exempt: false },
			{ heading: "Events", exempt: true },
			{ heading: "Jobs", exempt: true },
		]);
	});

	test("are set by the editor, and take effect immediately", async () => {
		await archived(173, [["News", "Old.", A]]);
		const id = await item(A);
		const desk = await open();
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]));
		await desk.exemptionsState.exempt("News", true);
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([]), 3_000);
		await desk.exemptionsState.exempt("News", false);
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([173]), 3_000);
		desk.exemptionsState.hosts.type("https://www.example.com/");
		await desk.exemptionsState.hosts.flush();
		expect((await exemptions()).hosts).toEqual(["example.com"]);
		await vi.waitFor(() => expect(toldOf(desk, id)).toEqual([]), 3_000);
	});

	test("are restored by Undo", async () => {
		const { exemptionsState } = await open();
		await exemptionsState.exempt("Jobs", false);
		expect((await exemptions()).sections).toEqual(["Events"]);
		await undo();
		await vi.waitFor(() =>
			expect(exemptionsState.sections.value.find(({ heading }) => heading === "Jobs")?.exempt).toBe(
				true,
			),
		);
	});
});
