import { describe, expect, test } from "vitest";
import { undo } from "../../../src/data/db/change.ts";
import type { DraftRecord } from "../../../src/data/db/records.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { pastSponsorsIn } from "../../../src/data/sponsors/past-sponsors-in.ts";
import { moveBooking, moveSponsor } from "../../../src/data/sponsors/sponsor-moves.ts";
import {
	addSponsor,
	bookSponsor,
	deleteSponsor,
	editSponsor,
	emptySponsor,
} from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { published } from "../published.ts";
import { sponsorsAhead } from "../sponsors-ahead.ts";

beginWithEmptyDatabase();

const NONE = { number: null, issueDate: null };
const names = async (draft: DraftRecord) => (await sponsorsOf(draft)).map(({ name }) => name);
const namesAhead = async () => (await sponsorsAhead()).map(({ name }) => name).sort();

describe("A booking that is moved", () => {
	test("goes to its new issue, at the end, and Undo moves it back", async () => {
		const draft = await openDraft();
		await bookSponsor({ name: "First", number: draft.number });
		const { id } = await bookSponsor({ name: "Acme", number: Number(draft.number) + 1 });
		await moveBooking(id, { number: null, issueDate: draft.issueDate });
		expect(await names(draft)).toEqual(["First", "Acme"]);
		expect(
			await names({ ...draft, id: "next", number: Number(draft.number) + 1, issueDate: "" }),
		).toEqual([]);
		await undo();
		expect(await names(draft)).toEqual(["First"]);
	});

	test("to no issue is kept for later, and can be booked again", async () => {
		const draft = await openDraft();
		const { id } = await bookSponsor({ name: "Acme", number: draft.number });
		await moveBooking(id, NONE);
		expect(await names(draft)).toEqual([]);
		expect(await sponsorsAhead()).toMatchObject([{ name: "Acme", number: null }]);
		await moveBooking(id, { number: draft.number, issueDate: null });
		expect(await names(draft)).toEqual(["Acme"]);
	});

	test("out of the draft it was written into becomes a booking", async () => {
		const draft = await openDraft();
		const { id } = emptySponsor(draft.id);
		await editSponsor(id, { name: "Acme" }, draft.id);
		await moveBooking(id, { number: Number(draft.number) + 3, issueDate: null });
		expect(await names(draft)).toEqual([]);
		expect(await names({ ...draft, number: Number(draft.number) + 3 })).toEqual(["Acme"]);
	});

	test("is refused if it has run or does not exist", async () => {
		const draft = await openDraft();
		const { id } = await bookSponsor({ name: "Acme", number: draft.number });
		await published(draft);
		await expect(moveBooking(id, NONE)).rejects.toThrow("is not open");
		await expect(moveBooking("nobody", NONE)).rejects.toThrow("no sponsor");
	});
});

describe("The sponsors of a draft", () => {
	test("can be reordered, including bookings, which all have the same place at first", async () => {
		const draft = await openDraft();
		const { id: own } = await addSponsor(draft.id);
		await editSponsor(own, { name: "Own" });
		await bookSponsor({ name: "One", number: draft.number, place: "a0" });
		const { id: two } = await bookSponsor({ name: "Two", issueDate: draft.issueDate, place: "a0" });
		const before = await names(draft);
		const at = before.indexOf("Two");
		await moveSponsor(two, draft.id, at === 0 ? "down" : "up");
		const after = await names(draft);
		expect(Math.abs(after.indexOf("Two") - at)).toBe(1);
		expect([...after].sort()).toEqual([...before].sort());
		for (const _ of after) await moveSponsor(two, draft.id, "down");
		expect((await names(draft)).at(-1)).toBe("Two");
		for (const _ of after) await moveSponsor(own, draft.id, "up");
		expect((await names(draft))[0]).toBe("Own");
	});
});

describe("The list of future sponsors", () => {
	test("contains everything in open drafts, booked or kept for later, but nothing that has run or is deleted", async () => {
		const draft = await openDraft();
		await editSponsor(emptySponsor(draft.id).id, { name: "Written" }, draft.id);
		await bookSponsor({ name: "Ran", number: draft.number });
		await bookSponsor({ name: "By number", number: Number(draft.number) + 5 });
		await bookSponsor({ name: "By date", issueDate: "2031-01-05" });
		await bookSponsor({ name: "Kept" });
		await deleteSponsor((await bookSponsor({ name: "Deleted", number: 3 })).id);
		expect(await namesAhead()).toEqual(["By date", "By number", "Kept", "Ran", "Written"]);
		await published(draft);
		const carried = ["Ran", "Written"];
		expect(await namesAhead()).toEqual(["By date", "By number", "Kept", ...carried]);
		const ids = (await sponsorsAhead()).filter(({ carriedFrom }) => carriedFrom === null);
		expect(ids.map(({ name }) => name).sort()).toEqual(["By date", "By number", "Kept"]);
	});
});

describe("The list of past sponsors", () => {
	test("is read from the archive one page at a time, the latest first", async () => {
		for (const number of [1, 2, 3]) {
			await archived(number, [["News", "A", "https://a.example/"]], {
				sponsor: number === 3 ? "" : `https://s.example/?utm_source=${number}`,
			});
		}
		const first = await pastSponsorsIn(0, 2);
		expect(first).toMatchObject({ ran: [{ number: 2, stoodUnder: "Sponsor" }], next: 2 });
		expect(await pastSponsorsIn(first.next ?? 0, 2)).toMatchObject({
			ran: [{ number: 1, links: [{ url: "https://s.example/?utm_source=1" }] }],
			next: null,
		});
	});

	test("has the name, heading and position of sponsors that were booked here", async () => {
		const draft = await openDraft();
		const heading = "{name} sponsors Us";
		await bookSponsor({ name: "Acme", note: "Buy.", heading, atFoot: false, number: draft.number });
		await published(draft);
		expect((await pastSponsorsIn(0, 5)).ran).toMatchObject([
			{
				name: "Acme",
				heading,
				atFoot: false,
				stoodUnder: "Acme sponsors Us",
				number: draft.number,
			},
		]);
	});

	test("contains sponsors that can no longer be found by number or date", async () => {
		const draft = await openDraft();
		await bookSponsor({ name: "Acme", number: draft.number });
		await published(draft);
		expect(await sponsorsOf(draft)).toMatchObject([{ draftId: draft.id, number: null }]);
	});

	test("has the name in an old heading, and the pattern that the heading was made from", async () => {
		await archived(9, [], { sponsor: "https://s.example/", heading: "From our sponsor, Old Co" });
		await archived(8, [], { sponsor: "https://t.example/", heading: "Sponsored" });
		expect((await pastSponsorsIn(0, 5)).ran).toMatchObject([
			{ name: "Old Co", heading: "From our sponsor, {name}" },
			{ name: "t.example", heading: "Sponsored" },
		]);
	});
});
