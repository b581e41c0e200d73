import { afterEach, describe, expect, test, vi } from "vitest";
import { contentsOf } from "../../../src/core/archive/contents.ts";
import { bookSponsor } from "../../../src/data/sponsors/sponsors.ts";
import { createDesk, type Desk } from "../../../src/options/app/desk.ts";
import { wordsAgain } from "../../../src/options/sponsors/sponsors-state.ts";
import { archived } from "../../data/archived.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { sponsorsAhead } from "../../data/sponsors-ahead.ts";

beginWithEmptyDatabase();

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

async function openDesk(): Promise<Desk> {
	const desk = createDesk({
		download: vi.fn(),
		copy: vi.fn(),
		shortcuts: async () => ({}),
		storage: { getItem: () => null, setItem() {}, removeItem() {} } as unknown as Storage,
	});
	ends.push(desk.start());
	await vi.waitFor(() => expect(desk.bookings.ahead.value).not.toBeNull());
	await vi.waitFor(() => expect(desk.stored.draft.value).not.toBeNull());
	return desk;
}

const numberOf = (desk: Desk) => desk.stored.draft.value?.number ?? 0;
const sponsorsIn = (desk: Desk) =>
	contentsOf(desk.assembled.value?.issue ?? { parts: [] }).sponsors;
const names = (desk: Desk) => sponsorsIn(desk).map(({ heading }) => heading);
const noticeKeyOf = (desk: Desk) => desk.notice.value?.sentence.key;

async function type(desk: Desk, id: string, parts: Record<string, string>): Promise<void> {
	const fields = desk.fields.sponsor(id);
	for (const [name, text] of Object.entries(parts)) fields[name as "name"].type(text);
	await desk.fields.flush();
}

describe("A booking", () => {
	test("is in the issue as soon as it is booked for it, also on a second page", async () => {
		const [one, other] = [await openDesk(), await openDesk()];
		const id = (await one.sponsorsState.book({ number: numberOf(one) + 3, issueDate: null })) ?? "";
		await type(one, id, { name: "Acme", links: "https://a.example/?utm_source=weekly" });
		expect(names(one)).toEqual([]);
		await type(one, id, { issue: String(numberOf(one)) });
		expect(names(one)).toEqual(["From our sponsor, Acme"]);
		await vi.waitFor(() => expect(names(other)).toEqual(["From our sponsor, Acme"]));
		expect(sponsorsIn(other)[0]?.links[0]?.url).toBe("https://a.example/?utm_source=weekly");
		const number = other.fields.draft.value?.number;
		number?.type(String(numberOf(other) + 1));
		await number?.flush();
		expect(names(other)).toEqual([]);
		await vi.waitFor(() => expect(names(one)).toEqual([]));
	});

	test("stays in its place while it is open, whatever issue it is booked for", async () => {
		const desk = await openDesk();
		const id = (await desk.sponsorsState.book({ number: numberOf(desk), issueDate: null })) ?? "";
		await type(desk, id, { issue: String(numberOf(desk) + 2) });
		const where = () =>
			desk.bookings.ahead.value?.issues.findIndex(({ sponsors }) => sponsors.length > 0);
		expect(where()).toBe(0);
		expect(desk.stored.sponsors.value).toEqual([]);
		desk.sponsorsState.close();
		expect(where()).toBe(2);
	});

	test("for a past issue is not saved, says why, and keeps the typed text", async () => {
		const desk = await openDesk();
		await archived(numberOf(desk) + 1, []);
		await vi.waitFor(() => expect(desk.bookings.calendar.value?.published.size).toBe(1));
		const id = (await desk.sponsorsState.book({ number: numberOf(desk), issueDate: null })) ?? "";
		await type(desk, id, { issue: String(numberOf(desk) + 1) });
		const { issue } = desk.fields.sponsor(id);
		expect(issue.problem.value?.key).toBe("optionsBadIssuePast");
		expect(issue.text.value).toBe(String(numberOf(desk) + 1));
		expect(desk.stored.sponsors.value).toMatchObject([{ id }]);
		await desk.sponsorsState.remove(id);
		expect(desk.fields.invalid.value).toBeNull();
	});

	test("taken out of the issue is kept without one, and Undo puts it back", async () => {
		const desk = await openDesk();
		const { id } = await bookSponsor({ name: "Acme", number: numberOf(desk) });
		await desk.stored.refresh();
		expect(await desk.sponsorsState.takeOut(id)).toBeNull();
		expect(noticeKeyOf(desk)).toBe("optionsSponsorKept");
		expect(desk.bookings.ahead.value?.kept).toMatchObject([{ id, name: "Acme" }]);
		await desk.undo();
		expect(desk.stored.sponsors.value).toMatchObject([{ id }]);
	});

	test("made again is for the next issue without a sponsor", async () => {
		const desk = await openDesk();
		const words = { name: "Acme", note: "Buy.", links: [], heading: "{name}!", atFoot: false };
		for (const _ of [1, 2, 3]) await desk.sponsorsState.bookAgain(words);
		const first = numberOf(desk);
		expect((await sponsorsAhead()).map(({ number }) => number).sort()).toEqual([
			first,
			first + 1,
			first + 2,
		]);
		expect(desk.stored.sponsors.value).toMatchObject([words]);
	});
});

describe("A sponsor of the draft", () => {
	test("that is removed leaves an empty block, in which typing begins another", async () => {
		const desk = await openDesk();
		const id = `sponsor-${desk.stored.draft.value?.id}`;
		await type(desk, id, { name: "Acme", note: "Buy." });
		expect(desk.fields.sponsor(id).note.text.value).toBe("Buy.");
		expect(await desk.sponsorsState.takeOut(id)).toBeNull();
		expect(noticeKeyOf(desk)).toBe("optionsSponsorDeleted");
		expect(desk.fields.sponsor(id).note.text.value).toBe("");
		await type(desk, id, { name: "Other" });
		expect(desk.stored.sponsors.value).toMatchObject([{ name: "Other", note: "" }]);
	});

	test("has its own heading and its own choice for the repeat at the end", async () => {
		const desk = await openDesk();
		const id = `sponsor-${desk.stored.draft.value?.id}`;
		await type(desk, id, { name: "Acme", note: "Buy." });
		const second = (await desk.sponsorsState.add()) ?? "";
		await type(desk, second, { name: "env0", note: "Try.", heading: "{name} sponsors Us" });
		await desk.sponsorsState.setAtFoot(second, false);
		expect(names(desk)).toEqual(["From our sponsor, Acme", "env0 sponsors Us"]);
		const items = desk.assembled.value?.issue.parts.filter(({ kind }) => kind === "item");
		expect(items).toMatchObject([
			{ note: "Buy." },
			{ note: "Try." },
			{ note: "Buy.", sponsorAtFoot: 0 },
		]);
		await desk.sponsorsState.move(second, "up");
		expect(desk.notice.value?.sentence).toMatchObject({
			key: "optionsSponsorMoved",
			values: [1, 2],
		});
		expect(names(desk)).toEqual(["env0 sponsors Us", "From our sponsor, Acme"]);
		await type(desk, second, { heading: "  " });
		expect(names(desk)?.[0]).toBe("From our sponsor, env0");
	});
});

describe("Past sponsors", () => {
	test("are found by any word, in the whole archive", async () => {
		for (let number = 1; number <= 90; number += 1) {
			await archived(number, [], {
				sponsor: `https://s${number === 2 ? "-rare" : ""}.example/`,
				heading: `Sponsored by Co ${number}`,
			});
		}
		const desk = await openDesk();
		ends.push(desk.pastSponsors.follow());
		const found = () => desk.pastSponsors.found.value?.map(({ number }) => number) ?? [];
		await vi.waitFor(() => expect(found()).toHaveLength(20));
		expect(desk.pastSponsors.hasMore.value).toBe(true);
		desk.pastSponsors.search("RARE example");
		await vi.waitFor(() => expect(found()).toEqual([2]));
		await vi.waitFor(() => expect(desk.pastSponsors.hasMore.value).toBe(false));
		desk.pastSponsors.search("nowhere at all");
		expect(found()).toEqual([]);
		desk.pastSponsors.search("");
		desk.pastSponsors.more();
		expect(found()).toHaveLength(40);
	});

	test("with the same text are listed once, and a new issue is listed immediately", async () => {
		for (const number of [1, 2, 3]) await archived(number, [], { sponsor: "https://s.example/" });
		const desk = await openDesk();
		ends.push(desk.pastSponsors.follow());
		await vi.waitFor(() => expect(desk.pastSponsors.found.value).toMatchObject([{ number: 3 }]));
		await archived(4, [], { sponsor: "https://other.example/" });
		await vi.waitFor(() =>
			expect(desk.pastSponsors.found.value).toMatchObject([{ number: 4 }, { number: 3 }]),
		);
	});

	test("give their text to a new booking, and the heading only if the house style has another", () => {
		const ran = {
			...{ name: "Acme", note: "Buy.", links: [], atFoot: null, heading: "By {name}" },
			...{ issueId: "x", number: 1, issueDate: "", path: "", stoodUnder: "By Acme" },
		};
		expect(wordsAgain(ran, "By {name}").heading).toBe("");
		expect(wordsAgain(ran, "From our sponsor, {name}").heading).toBe("By {name}");
	});
});
