import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SHELF } from "../../../src/data/db/records.ts";
import { BIN_MS, emptyBin } from "../../../src/data/items/bin.ts";
import { addItem } from "../../../src/data/items/items.ts";
import type { Desk } from "../../../src/options/app/desk.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

beginWithEmptyDatabase();

let desk: Desk;
let shown: Signal<string | null>;
let end = () => {};

beforeEach(async () => {
	shown = signal(null);
	({ desk, end } = await openDesk(shown));
});
afterEach(() => {
	vi.useRealTimers();
	end();
});

const item = async (note: string, section = "news", url = "") => {
	const links = url === "" ? [] : [{ url, title: "" }];
	const { item: added } = await addItem({ section, note, links });
	await desk.stored.refresh();
	return added.id;
};
const numbers = () => desk.drafts.entries.value.map(({ number, count }) => [number, count]);

describe("Open drafts", () => {
	test("are listed with their contents, the shown one and the one that gets the clips", async () => {
		await item("One");
		const id = await desk.drafts.add();
		shown.value = id;
		await vi.waitFor(() => expect(desk.drafts.shown.value?.id).toBe(id));
		expect(numbers()).toEqual([
			[1, 1],
			[2, 0],
		]);
		expect(desk.drafts.current.value?.number).toBe(1);
		expect(desk.stored.items.value).toEqual([]);
	});

	test("show which one gets the clips after that is chosen, and after Undo", async () => {
		const id = (await desk.drafts.add()) ?? "";
		await desk.drafts.sendClipsTo(id);
		expect(desk.drafts.current.value?.id).toBe(id);
		expect(desk.notice.value?.sentence).toEqual({ key: "optionsClipsGoTo", values: [2] });
		await desk.undo();
		expect(desk.drafts.current.value?.number).toBe(1);
	});

	test("that are deleted are restored completely, including typed text", async () => {
		const one = await item("One");
		await desk.drafts.add();
		const first = desk.drafts.current.value?.id ?? "";
		desk.fields.item(one).note.type("Typed a moment ago");
		await desk.drafts.delete(first);
		expect(desk.drafts.current.value?.number).toBe(2);
		await desk.undo();
		expect(desk.drafts.current.value?.id).toBe(first);
		expect(desk.stored.item(one).value?.note).toBe("Typed a moment ago");
	});

	test("that are not shown report new clips, but not items that were moved there", async () => {
		const sent = await item("Sent");
		shown.value = desk.drafts.current.value?.id ?? null;
		const other = (await desk.drafts.add()) ?? "";
		await desk.drafts.sendClipsTo(other);
		await desk.items.send([sent], other);
		expect(desk.notice.value?.sentence.key).toBe("optionsSent_other");
		await desk.stored.refresh();
		expect(desk.notice.value?.sentence.key).toBe("optionsSent_other");
		await item("Clipped");
		expect(desk.notice.value?.sentence).toEqual({ key: "optionsClippedElsewhere", values: [2] });
	});
});

describe("Several items", () => {
	test("are moved, put on the shelf and deleted, each as one step of Undo", async () => {
		const [a, b, c] = [await item("a"), await item("b"), await item("c")];
		await desk.items.move([c, b], "up");
		expect(desk.stored.itemsIn("news").value).toEqual([b, c, a]);
		expect(desk.notice.value?.sentence).toMatchObject({ values: [2, "News"], counted: true });
		await desk.undo();
		expect(desk.stored.itemsIn("news").value).toEqual([a, b, c]);

		expect(await desk.items.send([a, b], SHELF)).toBe(c);
		expect(desk.stored.shelf.in("news").value).toEqual([a, b]);
		await desk.undo();
		expect(desk.stored.itemsIn("news").value).toEqual([a, b, c]);

		expect(await desk.items.delete([b, c])).toBe(a);
		await desk.undo();
		expect(desk.stored.itemsIn("news").value).toEqual([a, b, c]);
	});

	test("move to the next section together, and report at the end that there is none", async () => {
		const [a, b] = [await item("a"), await item("b")];
		const c = await item("c", "tools");
		await desk.items.moveToSection([a, b], "down");
		expect(desk.stored.itemsIn("tools").value).toEqual([a, b, c]);
		await desk.items.moveToSection([b], "down");
		expect(desk.notice.value?.sentence.key).toBe("optionsAtEnd");
		await desk.items.moveToSection([b], "up");
		expect(desk.stored.itemsIn("news").value).toEqual([b]);
	});
});

describe("The shelf", () => {
	test("keeps an item with its text, which can be changed there", async () => {
		const a = await item("a", "tools");
		await desk.items.send([a], SHELF);
		desk.fields.item(a).note.type("Changed while it waits");
		await desk.fields.item(a).note.flush();
		expect(desk.stored.item(a).value?.note).toBe("Changed while it waits");
		await desk.items.send([a], desk.stored.currentDraft.value ?? "");
		expect(desk.stored.itemsIn("tools").value).toEqual([a]);
		expect(desk.stored.shelf.items.value).toEqual([]);
	});

	test("is mentioned at an item whose link is also there, or in another draft", async () => {
		const url = "https://example.com/a";
		await desk.items.send([await item("Waits", "news", url)], SHELF);
		const again = await item("Again", "news", `${url}/?utm_source=x`);
		expect(desk.repeats.of(again).value).toMatchObject([{ onShelf: true }]);
		const other = (await desk.drafts.add()) ?? "";
		await desk.items.send([again], other);
		const third = await item("Third", "tools", url);
		expect(desk.repeats.of(third).value).toMatchObject([
			{ onShelf: true },
			{ inDraft: { number: 2 } },
		]);
	});
});

describe("The bin", () => {
	test("has deleted items, shows where they were, and puts them back", async () => {
		const [a, b] = [await item("a"), await item("b")];
		await desk.items.send([b], SHELF);
		await desk.items.delete([a]);
		await desk.items.delete([b]);
		const follow = desk.bin.follow();
		await vi.waitFor(() => expect(desk.bin.items.value).toHaveLength(2));
		expect(desk.bin.items.value?.map(({ item: one, from }) => [one.note, from])).toEqual(
			expect.arrayContaining([
				["a", 1],
				["b", SHELF],
			]),
		);
		await desk.bin.putBack([a, b]);
		expect(desk.stored.itemsIn("news").value).toEqual([a]);
		expect(desk.stored.shelf.in("news").value).toEqual([b]);
		await vi.waitFor(() => expect(desk.bin.items.value).toEqual([]));
		follow();
	});

	test("has deleted drafts with their number of items, and opens them again", async () => {
		await item("a");
		const first = desk.drafts.current.value?.id ?? "";
		await desk.drafts.delete(first);
		const follow = desk.bin.follow();
		await vi.waitFor(() =>
			expect(desk.bin.drafts.value).toMatchObject([{ draft: { id: first }, count: 1 }]),
		);
		await desk.bin.putBackDraft(first);
		expect(desk.drafts.entries.value.map(({ id }) => id)).toContain(first);
		follow();
	});

	test("keeps nothing longer than 30 days", async () => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const a = await item("a");
		await desk.items.delete([a]);
		vi.setSystemTime(Date.now() + BIN_MS + 1_000);
		await emptyBin();
		const follow = desk.bin.follow();
		await vi.waitFor(() => expect(desk.bin.items.value).toEqual([]));
		follow();
	});
});
