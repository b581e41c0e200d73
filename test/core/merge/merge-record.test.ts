import { describe, expect, test } from "vitest";
import { mergeRecord } from "../../../src/core/merge/merge-record.ts";
import type { MergeRules } from "../../../src/core/merge/merge-rules.ts";
import fc from "../../property-tests.ts";

interface Item {
	id: string;
	note: string;
	section: string;
	place: string;
	links: { url: string; title: string }[];
	blocks?: { id: string; text: string }[];
	createdAt: number;
	deletedAt: number | null;
	changed: Record<string, number>;
}

const RULES: MergeRules<Item> = { choices: ["section"], order: ["place"] };

const item = (fields: Partial<Item> = {}): Item => ({
	id: "i",
	note: "One.\nTwo.\nThree.",
	section: "news",
	place: "a0",
	links: [],
	createdAt: 1,
	deletedAt: null,
	changed: {},
	...fields,
});

/** An item after some of its fields were changed at a time. */
const changedAt = (time: number, before: Item, fields: Partial<Item>): Item => ({
	...before,
	...fields,
	changed: {
		...before.changed,
		...Object.fromEntries(Object.keys(fields).map((field) => [field, time])),
	},
});

const merge = (ancestor: Item, mine: Item, theirs: Item) =>
	mergeRecord({ ancestor, mine, theirs }, RULES);

describe("Merging a record with its common ancestor", () => {
	const before = item();

	test("takes each field from the side that changed it, whenever that was", () => {
		const mine = changedAt(2, before, { note: "Mine." });
		const theirs = changedAt(9, before, { section: "tools" });
		const { record, conflicts } = merge(before, mine, theirs);
		expect(record).toEqual({
			...before,
			note: "Mine.",
			section: "tools",
			changed: { note: 2, section: 9 },
		});
		expect(conflicts).toEqual([]);
	});

	test("merges texts that both changed in different lines", () => {
		const mine = changedAt(2, before, { note: "One, mine.\nTwo.\nThree." });
		const theirs = changedAt(3, before, { note: "One.\nTwo.\nThree.\nFour." });
		const { record, conflicts } = merge(before, mine, theirs);
		expect(record.note).toBe("One, mine.\nTwo.\nThree.\nFour.");
		expect(conflicts).toEqual([]);
	});

	test("uses the later text if both changed the same one, and returns the other", () => {
		const mine = changedAt(2, before, { note: "Zero.\nOne.\nTwo.\nThree, mine." });
		const theirs = changedAt(3, before, { note: "One.\nTwo.\nThree, theirs." });
		const { record, conflicts } = merge(before, mine, theirs);
		expect(record.note).toBe("Zero.\nOne.\nTwo.\nThree, theirs.");
		expect(conflicts).toEqual([
			{ field: "note", value: "Zero.\nOne.\nTwo.\nThree, mine.", changedAt: 2, side: "mine" },
		]);
	});

	test("returns no conflict for a choice that both changed", () => {
		const mine = changedAt(4, before, { section: "tools" });
		const theirs = changedAt(3, before, { section: "jobs" });
		expect(merge(before, mine, theirs)).toMatchObject({
			record: { section: "tools" },
			conflicts: [],
		});
	});

	test("keeps the links that each side added", () => {
		const first = { url: "https://a.example/", title: "A" };
		const ancestor = item({ links: [first] });
		const mine = changedAt(2, ancestor, {
			links: [first, { url: "https://m.example/", title: "" }],
		});
		const theirs = changedAt(3, ancestor, {
			links: [first, { url: "https://t.example/", title: "" }],
		});
		const { record, conflicts } = merge(ancestor, mine, theirs);
		expect(record.links.map(({ url }) => url)).toEqual([
			"https://a.example/",
			"https://m.example/",
			"https://t.example/",
		]);
		expect(conflicts).toEqual([]);
	});

	test("merges the elements of a list by their ids", () => {
		const ancestor = item({
			blocks: [
				{ id: "1", text: "One." },
				{ id: "2", text: "Two." },
			],
		});
		const mine = changedAt(2, ancestor, {
			blocks: [
				{ id: "2", text: "Two." },
				{ id: "1", text: "One." },
			],
		});
		const theirs = changedAt(3, ancestor, {
			blocks: [
				{ id: "1", text: "One, theirs." },
				{ id: "2", text: "Two." },
			],
		});
		expect(merge(ancestor, mine, theirs)).toMatchObject({
			record: { blocks: [{ id: "2" }, { id: "1", text: "One, theirs." }] },
			conflicts: [],
		});
	});

	test("keeps an element of a list that one side removed and the other edited", () => {
		const ancestor = item({
			blocks: [
				{ id: "1", text: "One." },
				{ id: "2", text: "Two." },
			],
		});
		const mine = changedAt(2, ancestor, { blocks: [{ id: "2", text: "Two." }] });
		const theirs = changedAt(1, ancestor, {
			blocks: [
				{ id: "1", text: "Edited." },
				{ id: "2", text: "Two." },
			],
		});
		expect(merge(ancestor, mine, theirs).record.blocks).toContainEqual({
			id: "1",
			text: "Edited.",
		});
	});

	test("lets an edit win over a deletion, on either side and at any time", () => {
		const deleted = changedAt(9, before, { deletedAt: 9 });
		const edited = changedAt(2, before, { note: "Edited." });
		for (const { record } of [merge(before, deleted, edited), merge(before, edited, deleted)]) {
			expect(record).toMatchObject({ note: "Edited.", deletedAt: null });
		}
	});

	test("keeps a deletion if the other side only moved the record or did not change it", () => {
		const deleted = changedAt(2, before, { deletedAt: 2 });
		const moved = changedAt(9, before, { place: "a1" });
		expect(merge(before, deleted, moved).record.deletedAt).toBe(2);
		expect(merge(before, before, deleted).record.deletedAt).toBe(2);
	});

	test("restores what one side restored", () => {
		const deleted = item({ deletedAt: 5 });
		expect(merge(deleted, deleted, { ...deleted, deletedAt: null }).record.deletedAt).toBeNull();
	});

	test("keeps fields that it does not know", () => {
		const mine = { ...before, title: "Mine", changed: { title: 2 } };
		const theirs = changedAt(3, before, { note: "Theirs." });
		expect(merge(before, mine, theirs).record).toMatchObject({ title: "Mine", note: "Theirs." });
	});

	test("does not compare a text of a million lines line by line", () => {
		const lines = (word: string) => `${word}\n`.repeat(1_000_000);
		const mine = changedAt(2, before, { note: lines("a") });
		const theirs = changedAt(3, before, { note: lines("b") });
		const { record, conflicts } = merge(before, mine, theirs);
		expect(record.note).toBe(theirs.note);
		expect(conflicts).toHaveLength(1);
	});
});

describe("Whatever two sides changed,", () => {
	const line = fc.constantFrom("a", "b", "c", "d", "", "constructor", "__proto__");
	const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
	const links = fc.array(
		fc.record({ url: fc.constantFrom("u", "v", "w"), title: fc.constantFrom("", "t") }),
		{ maxLength: 3 },
	);
	const blocks = fc.uniqueArray(
		fc.record({ id: fc.constantFrom("1", "2", "3"), text: fc.constantFrom("x", "y") }),
		{ maxLength: 3, selector: ({ id }) => id },
	);
	const anyItem = fc.record({
		id: fc.constant("i"),
		note: text,
		section: fc.constantFrom("news", "tools", "jobs"),
		place: fc.constantFrom("a0", "a1"),
		links,
		blocks,
		createdAt: fc.constant(1),
		deletedAt: fc.constantFrom(null, 5, 6),
		changed: fc.record({ note: fc.nat(3), section: fc.nat(3), links: fc.nat(3) }),
	});

	test("the merged record is the same on both machines", () => {
		fc.assert(
			fc.property(anyItem, anyItem, anyItem, (ancestor, mine, theirs) => {
				expect(merge(ancestor, mine, theirs).record).toEqual(merge(ancestor, theirs, mine).record);
			}),
		);
	});

	test("every line that a side wrote is in the merged note or in a conflict", () => {
		fc.assert(
			fc.property(anyItem, anyItem, anyItem, (ancestor, mine, theirs) => {
				const { record, conflicts } = merge(ancestor, mine, theirs);
				const kept = [record.note, ...conflicts.map(({ value }) => JSON.stringify(value))].join(
					"\n",
				);
				for (const side of [mine, theirs]) {
					for (const written of side.note.split("\n")) {
						if (!ancestor.note.split("\n").includes(written)) expect(kept).toContain(written);
					}
				}
			}),
		);
	});

	test("merging with an unchanged side changes nothing", () => {
		fc.assert(
			fc.property(anyItem, anyItem, (ancestor, theirs) => {
				const newer = { ...theirs, changed: { note: 9, section: 9, links: 9 } };
				expect(merge(ancestor, ancestor, newer)).toEqual({ record: newer, conflicts: [] });
			}),
		);
	});

	test("merging the result with either side again changes nothing", () => {
		fc.assert(
			fc.property(anyItem, anyItem, anyItem, (ancestor, mine, theirs) => {
				const { record } = merge(ancestor, mine, theirs);
				expect(merge(theirs, record, theirs).record).toEqual(record);
			}),
		);
	});
});
