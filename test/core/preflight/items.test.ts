import { describe, expect, test } from "vitest";
import { type CheckId, preflight } from "../../../src/core/preflight/checks.ts";
import { drafted, foundBy, notes, saidBy } from "./drafted.ts";

describe("An item without a note", () => {
	test("is found, and an empty item is reported as empty", () => {
		const news = [
			["  ", "https://a.example.com"],
			["", []],
		] as [string, string | string[]][];
		expect(saidBy("noNote", { news })).toEqual(["noNote", "emptyItem"]);
		expect(foundBy("noNote", { news })[0]?.place).toEqual({ at: "item", id: "n0", field: "note" });
	});
});

describe("An item without a title", () => {
	const found = (slots: string[], item: object, check: CheckId) =>
		preflight({
			...drafted(),
			sections: [
				{
					...{ id: "news", heading: "News", slots },
					items: [
						{ id: "n0", note: "", links: [{ url: "https://a.example.com", title: "" }], ...item },
					],
				},
			],
		}).filter((finding) => finding.check === check);

	test("is found if the item pattern has a title, and leads to its field", () => {
		const [finding] = found(["title", "url"], { title: " " }, "noTitle");
		expect(finding?.place).toEqual({ at: "item", id: "n0", field: "title" });
		expect(found(["title", "url"], { title: "One" }, "noTitle")).toEqual([]);
		expect(found(["title", "url"], { title: "", links: [] }, "noTitle")).toEqual([]);
		expect(found(["note", "url"], { title: "" }, "noTitle")).toEqual([]);
	});

	test("needs no note if the item pattern has no slot for one", () => {
		expect(found(["title", "url"], { title: "One" }, "noNote")).toEqual([]);
		expect(found(["title", "url", "note"], { title: "One" }, "noNote")).toHaveLength(1);
	});
});

describe("A note without a link", () => {
	test("is found, and leads to the field of links", () => {
		const [found] = foundBy("noLink", { news: [["Words alone."]] });
		expect(found?.place).toEqual({ at: "item", id: "n0", field: "links" });
	});

	test.each([
		"See https://a.example.com/b for more.",
		"See [this](https://a.example.com/b).",
		"See <https://a.example.com/b>.",
		"Apply at careers.example.com/jobs",
		"Write to jobs@example.com.",
	])("has one if it contains an address: %s", (note) => {
		expect(saidBy("noLink", { news: [[note]] })).toEqual([]);
	});

	test("is found although a full stop between two words or in a number looks like a link", () => {
		expect(saidBy("noLink", { news: [["It is out.It works, at 1.5 times."]] })).toEqual(["noLink"]);
	});
});

describe("A note that only repeats the title", () => {
	const url = "https://a.example.com";
	const title = "How we made it fast | The Example Blog";

	test.each([
		"How we made it fast | The Example Blog",
		"How we made it fast.",
		"> How We Made It Fast",
		"*How we made it* `fast`",
	])("is found: %s", (note) => {
		const isCode = note.includes("`");
		expect(saidBy("sameAsTitle", { news: [[note, url, title]] })).toEqual(
			isCode ? [] : ["sameAsTitle"],
		);
	});

	test.each([
		"How we made it fast, and then slow again.",
		"The Example Blog on how we made it fast.",
		"",
	])("is not found if the note says more, or nothing: %s", (note) => {
		expect(saidBy("sameAsTitle", { news: [[note, url, title]] })).toEqual([]);
	});

	test("is not found if no title is known", () => {
		expect(saidBy("sameAsTitle", { news: [["How we made it fast", url, ""]] })).toEqual([]);
	});

	test("is found completely if a dash belongs to the title itself", () => {
		const dashed = "Fast - and slow - systems";
		expect(saidBy("sameAsTitle", { news: [["Fast", url, dashed]] })).toEqual([]);
		expect(saidBy("sameAsTitle", { news: [["Fast – and slow – systems!", url, dashed]] })).toEqual([
			"sameAsTitle",
		]);
	});
});

describe("A note that only repeats the page's description", () => {
	const url = "https://a.example.com";
	const description = "Six people, two time zones, and no calls at night. A story in three parts.";
	const saidOf = (note: string, says = description, title = "") =>
		saidBy("sameAsTitle", { news: [[note, url, title, says]] });

	test.each([
		description,
		"> Six people, two time zones, and no calls at night. A story in three parts",
		"Six people – two time zones, and no calls at night…",
	])("is found, complete or cut off: %s", (note) => {
		expect(saidOf(note)).toEqual(["sameAsDescription"]);
	});

	test.each([
		"Six people, two time zones, and no calls at night. How they did it is worth the hour.",
		"Six people, two time zones.",
		"What six people in two time zones did about calls at night.",
		"",
	])("is not found if the note says more, little, or nothing: %s", (note) => {
		expect(saidOf(note)).toEqual([]);
	});

	test("is found for a short description if the note repeats all of it", () => {
		expect(saidOf("A story.", "A story")).toEqual(["sameAsDescription"]);
	});

	test("is reported as repeating the title if both are the same", () => {
		expect(saidOf("A story.", "A story", "A story | The Example Blog")).toEqual(["sameAsTitle"]);
	});
});

describe("Three openings alike", () => {
	const posts = ["A good post on rivers.", "A good post about hills.", "Good post, on the sea."];

	test("are found in the third, with any articles", () => {
		const [found] = foundBy("openers", { news: notes(...posts) });
		expect(found?.values).toEqual([3, "Good post"]);
		expect(found?.place).toMatchObject({ id: "n2" });
	});

	test("are shown with the article of the third", () => {
		const [found] = foundBy("openers", { news: notes(...posts.toReversed()) });
		expect(found?.values).toEqual([3, "A good post"]);
	});

	test("are found across sections, and counted", () => {
		const differing = { news: notes(...posts), tools: notes("A good post to end with.") };
		expect(foundBy("openers", differing)[0]?.values[0]).toBe(4);
	});

	test.each([
		[["A good post on rivers.", "A good post about hills.", "A good talk on the sea."]],
		[["A", "A", "A"]],
		[["", "", ""]],
		[["- Good", "- Good", "- Good"]],
	])("are not two, nor single words: %j", (texts) => {
		expect(saidBy("openers", { news: notes(...texts) })).toEqual([]);
	});
});

describe("A section", () => {
	test("without items is found, and leads to its button", () => {
		const [found] = foundBy("emptySection", { tools: [] });
		expect(found).toMatchObject({ values: ["Tools"], place: { at: "section", id: "tools" } });
	});

	test("is not found in a draft without any items", () => {
		expect(saidBy("emptySection", { news: [], tools: [] })).toEqual([]);
	});
});
