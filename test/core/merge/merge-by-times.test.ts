import { describe, expect, test } from "vitest";
import { mergeByTimes } from "../../../src/core/merge/merge-by-times.ts";
import type { MergeRules } from "../../../src/core/merge/merge-rules.ts";

interface Note {
	id: string;
	note: string;
	section: string;
	keys: string;
	createdAt: number;
	deletedAt: number | null;
	changed: Record<string, number>;
}

const note = (fields: Partial<Note> = {}): Note => ({
	id: "i",
	note: "",
	section: "news",
	keys: "",
	createdAt: 1,
	deletedAt: null,
	changed: {},
	...fields,
});

const RULES: MergeRules<Note> = { choices: ["section"] };

const merge = (mine: Note, theirs: Note, rules = RULES) =>
	mergeByTimes(mine, theirs, rules, "keep");

describe("Merging a record whose common ancestor is not known", () => {
	test("takes the later value of each field", () => {
		const mine = note({ note: "Mine.", changed: { note: 5, section: 1 } });
		const theirs = note({ note: "Theirs.", section: "tools", changed: { note: 4, section: 2 } });
		expect(merge(mine, theirs)).toEqual({
			record: { ...mine, section: "tools", changed: { note: 5, section: 2 } },
			conflicts: [{ field: "note", value: "Theirs.", changedAt: 4, side: "theirs" }],
		});
	});

	test("keeps the local value of a field if neither side has a time", () => {
		expect(merge(note({ note: "Mine." }), note({ note: "Theirs." })).record.note).toBe("Mine.");
	});

	test("drops the earlier text if requested", () => {
		const [mine, theirs] = [note({ note: "Mine." }), note({ note: "Theirs." })];
		expect(mergeByTimes(mine, theirs, RULES, "drop").conflicts).toEqual([]);
	});

	test("takes a field that only the other side has", () => {
		const theirs = { ...note(), title: "Theirs" };
		expect(merge(note(), theirs).record).toEqual(theirs);
	});

	test("keeps a local deletion unless the other side changed the record later", () => {
		const deleted = note({ deletedAt: 10 });
		expect(merge(deleted, note({ changed: { note: 9 } })).record.deletedAt).toBe(10);
		expect(merge(deleted, note({ changed: { note: 11 } })).record.deletedAt).toBeNull();
		expect(merge(note(), deleted).record.deletedAt).toBeNull();
	});

	test("takes the later of deleting and restoring", () => {
		const deleted = note({ deletedAt: 5, changed: { deletedAt: 5 } });
		const back = note({ changed: { deletedAt: 6 } });
		expect(merge(back, deleted).record.deletedAt).toBeNull();
		expect(merge(deleted, back).record.deletedAt).toBeNull();
		expect(merge(note({ changed: { deletedAt: 4 } }), deleted).record.deletedAt).toBe(5);
	});

	test("uses the special rule of a field, and computes fields that depend on others", () => {
		const rules: MergeRules<Note> = {
			withoutAncestor: { section: (mine, theirs) => `${mine.section}+${theirs.section}` },
			derive: (merged) => ({ ...merged, keys: merged.note.toUpperCase() }),
		};
		const theirs = note({ note: "b", section: "tools", changed: { note: 2 } });
		expect(merge(note(), theirs, rules).record).toMatchObject({
			section: "news+tools",
			keys: "B",
		});
	});
});
