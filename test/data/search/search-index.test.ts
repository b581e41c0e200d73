import { describe, expect, test } from "vitest";
import type { DraftRecord } from "../../../src/data/db/records.ts";
import { documentsOf, draftDocuments } from "../../../src/data/search/documents.ts";
import { searchIndex } from "../../../src/data/search/search-index.ts";
import { archived } from "./archived.ts";

const EVERYTHING = { section: "", year: "" };
const ISSUES = [
	archived(1, {
		News: [
			[
				"A post on queues, and why they [back up](http://inline.example/slow).",
				"https://queues.example/why",
			],
			["Caches are hard.", "https://www.caches.example/part-two"],
		],
		Tools: [["Vault keeps secrets.", "https://github.com/hashicorp/vault"]],
	}),
	archived(51, { News: [["Queues once more.", "https://post.example/2011/terraform-at-scale"]] }),
];

function indexed() {
	const index = searchIndex();
	for (const issue of ISSUES) index.add(documentsOf(issue));
	return index;
}

test.each([
	["光", "月光の庭"],
	["月光", "月光の庭"],
	["消える", "霧が消えるまで待つ"],
	["île", "Un matin sur l’île"],
	["ile", "Un matin sur l’île"],
	["l'ile", "Un matin sur l’île"],
	["น้ำ", "ระดับน้ำทะเล"],
	["tide", "The tide’s end"],
])("The index finds %s in “%s”, and nowhere else", (words, note) => {
	const index = searchIndex();
	const others = ["日の出", "見えるまで消す", "An isle of two", "ทะเล"];
	const notes = [note, ...others].map((text): [string, string] => [text, "https://a.example/"]);
	index.add(documentsOf(archived(1, { News: notes })));
	const { hits } = index.find(words, { section: "", year: "" }, 10);
	expect(hits.map(({ document }) => document.note)).toEqual([note]);
});

const found = (words: string, filter = EVERYTHING, index = indexed()) =>
	index.find(words, filter, 10).hits.map(({ document }) => document.id);

describe("The index", () => {
	test.each([
		["a word of a note", "caches", ["imported-1#1"]],
		["the beginning of one", "secr", ["imported-1#2"]],
		["its host", "github.com", ["imported-1#2"]],
		["a whole address", "http://github.com/hashicorp/vault", ["imported-1#2"]],
		["a word of its path", "terraform", ["imported-51#0"]],
		["a host that is linked within the note", "inline.example", ["imported-1#0"]],
		["words in different places", "vault hashicorp", ["imported-1#2"]],
		["a word with a typing mistake", "terrafrom", ["imported-51#0"]],
		["a word of a sponsor (no item)", "paid", []],
		["words of different items (no item)", "queues caches", []],
	])("finds an item by %s", (_, words, ids) => {
		expect(found(words)).toEqual(ids);
	});

	test("only returns items of the chosen section and year", () => {
		expect(found("queues").sort()).toEqual(["imported-1#0", "imported-51#0"]);
		expect(found("queues", { section: "News", year: "2011" })).toEqual(["imported-51#0"]);
		expect(found("queues", { section: "Tools", year: "" })).toEqual([]);
	});

	test("returns all items that pass the filter when there are no words, the newest first", () => {
		expect(found("", { section: "News", year: "" })).toEqual([
			"imported-51#0",
			"imported-1#0",
			"imported-1#1",
		]);
	});

	test("returns the matching words of an item, and the number of all matches", () => {
		const { hits, total } = indexed().find("queue", EVERYTHING, 1);
		expect(total).toBe(2);
		expect(hits).toHaveLength(1);
		expect(hits[0]?.terms).toEqual(["queues"]);
	});

	test("finds the same after it was stored and loaded, except for removed items", () => {
		const again = searchIndex(indexed().toJSON());
		expect(again.size).toBe(4);
		again.remove(["imported-1#2", "never there"]);
		expect(found("vault", EVERYTHING, again)).toEqual([]);
		expect(found("caches", EVERYTHING, again)).toEqual(["imported-1#1"]);
		again.add(documentsOf(ISSUES[0] as never).slice(2));
		expect(found("vault", EVERYTHING, again)).toEqual(["imported-1#2"]);
	});
});

test("Items of the draft are also searched by the titles of their links", () => {
	const item = {
		id: "one",
		draftId: "d",
		title: "",
		slots: {},
		asWritten: "",
		note: "",
		section: "news",
		place: "a",
		keys: [],
		createdAt: 0,
		deletedAt: null,
		changed: {},
		links: [{ url: "https://a.example/", title: "On calmness" }],
	};
	const index = searchIndex();
	index.add(
		draftDocuments({ number: 5, issueDate: "2021-01-01" } as DraftRecord, [item], () => "News"),
	);
	expect(index.find("calm", EVERYTHING, 5).hits[0]?.document).toMatchObject({
		id: "one",
		issueId: "",
		section: "News",
	});
});
