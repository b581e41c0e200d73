import { describe, expect, test } from "vitest";
import { NOTHING_USUAL } from "../../../src/core/preflight/usual.ts";
import { foundBy, notes, saidBy } from "./drafted.ts";

describe("Brackets and quotes", () => {
	test.each([
		["A post (with an aside.", "("],
		["A post with an aside).", ")"],
		["A post [with an aside.", "["],
		["Crossed (and [so) on].", ")"],
		["A [link](https://a.example.com/ that is not closed.", "("],
		['She said "hello and left.', '"'],
		["She said “hello and left.", "“"],
		["Get in touch.”", "”"],
		['A 5" disk and "more.', '"'],
		["Sad :( and (open.", "("],
	])("without their counterpart are found: %s", (note, mark) => {
		expect(saidBy("brackets", { news: notes(note) })).toEqual([`oddMark ${mark}`]);
	});

	test.each([
		"A post (with an aside [and one more]).",
		"Nice :) and sad :( and ;-) and :-D and =].",
		"An aside (that smiles :) here.",
		"An aside (that smiles :)) here.",
		"1) first 2) second\n3) third",
		"Two ways: a) this, b) that.",
		"i) one\nii) two",
		"In `foo(` and ``a ` ( b`` all is well.",
		"```\nif (a {\n```\nDone.",
		"A [link](https://en.wikipedia.org/wiki/Set_(mathematics)) here.",
		'A [link](https://a.example.com "its (title").',
		"See https://a.example.com/x_(y for more.",
		"See <https://a.example.com/(>.",
		"Escaped \\( and \\[ and \\] stay.",
		"The interval [0, 1) is half open.",
		"<a href='x('>tag</a>",
		'A 5" disk and a 3.5" one, and one of 8".',
		'It was called "fast", and "slow".',
		"“One paragraph of a quote.\n\n“The next one, which closes it.”",
		"„So schreibt man“ in some places.",
		"It’s the editors’ own.",
		"«Bon», on dit.",
		"- [ ] open\n- [x] done",
		"",
	])("are not found: %s", (note) => {
		expect(saidBy("brackets", { news: notes(note) })).toEqual([]);
	});

	test("are checked wherever the editor writes", () => {
		expect(
			foundBy("brackets", { intro: "(Oh.", footer: "Oh).", sponsors: [{ note: "(Oh." }] }),
		).toHaveLength(3);
	});
});

describe("An unfinished sentence", () => {
	test.each([
		["It supports routing, discovery and tracing,", "endsInComma ,"],
		["Known for its quality of life;", "endsInComma ;"],
		["It supports routing and", "endsInWord and"],
		["A look at how they moved to the", "endsInWord the"],
		["A look at what happened next –", "endsInDash –"],
		["A long look at what happened next", "noEnd"],
		["A long look. At what happened next **really**", "noEnd"],
		["Zwölf Wörter sind hier genug für diesen einen Satz", "noEnd"],
	])("is found: %s", (note, said) => {
		expect(saidBy("unfinished", { news: notes(note) })).toEqual([said]);
	});

	test.each([
		"It is done.",
		"Is it done?",
		"It is done!*",
		"It is “done.”",
		"It is (done.)",
		"To be continued…",
		"Sign up here:",
		"It is done. :)",
		"It is done 🎉.",
		"It is done. 🎉",
		"这是一个完整的句子。",
		"Sign up at [our own site](https://a.example.com)",
		"Sign up at https://a.example.com/",
		"Sign up at a.example.com/now",
		"Run `make it so`",
		"Terraform 1.5 released",
		"DevOps Job Offers Without the Hassle - Try Hired Today",
		"Three things to see:\n\n- one of the hills\n- two of the",
		"## A heading of several words",
		"London - April 9 - due Feb 22\nNew York - June 20 - due April 19",
		"",
	])("is not found: %s", (note) => {
		expect(saidBy("unfinished", { news: notes(note) })).toEqual([]);
	});

	test("needs no full stop if notes rarely have one, in the archive or in the draft", () => {
		const news = notes(
			"One note of many words",
			"Another note of many words",
			"And a third one of them",
		);
		const tools = notes("A fourth that stops at the");
		const usual = { ...NOTHING_USUAL, weekday: 0 };
		expect(saidBy("unfinished", { news, tools, usual })).toEqual(["endsInWord the"]);
		expect(
			saidBy("unfinished", { news: news.slice(0, 1), usual: { ...usual, endsSentences: false } }),
		).toEqual([]);
		expect(saidBy("unfinished", { news, usual: { ...usual, endsSentences: true } })).toHaveLength(
			3,
		);
	});

	test("of a sponsor or an intro may lack a full stop, but nothing more", () => {
		expect(saidBy("unfinished", { intro: "Welcome to the next one here" })).toEqual([]);
		expect(saidBy("unfinished", { sponsors: [{ note: "Acme makes this, that and" }] })).toEqual([
			"endsInWord and",
		]);
	});
});

describe("A doubled word", () => {
	test.each([
		["I lost count of the the times.", "doubledWord the the"],
		["The the case.", "doubledWord The The"],
		["It goes to\nto the end.", "doubledWord to to"],
	])("is found: %s", (note, said) => {
		expect(saidBy("doubledWord", { news: notes(note) })).toEqual([said]);
	});

	test.each([
		"It had had its day, and that that is so.",
		"What it is is clear enough, said nobody: is. Is it?",
		"The theory of the thesis.",
		"Go to `the the` page.",
		"A-a and it's its own.",
		"To the\n\nthe end.",
		"In the, the list.",
	])("is not found: %s", (note) => {
		const said = note.startsWith("What") ? ["doubledWord is is"] : [];
		expect(saidBy("doubledWord", { news: notes(note) })).toEqual(said);
	});
});

describe("A placeholder", () => {
	test.each([
		["TODO", "TODO"],
		["TODO find the link.", "TODO"],
		["A post on TODO: what was it?", "TODO"],
		["A post (TBD).", "TBD"],
		["It costs XXX.", "XXX"],
		["Lorem ipsum dolor sit amet.", "Lorem ipsum"],
		["Written by ??? last week.", "???"],
		["Hello {name}, welcome.", "{name}"],
		["See [link].", "[link]"],
		["A post on rivers. TODO finish.", "TODO"],
		["(A post on rivers.) TODO finish", "TODO"],
		["A post (TODO) on rivers.", "TODO"],
	])("is found: %s", (note, left) => {
		expect(saidBy("placeholder", { news: notes(note) })).toEqual([`placeholder ${left}`]);
	});

	test.each([
		"A tool that collects the TODO comments of your code.",
		"Finds `TODO: x` in files.",
		"What?? Really??",
		"See [link](https://a.example.com).",
		"A todo list.",
		"A {braced} word.",
	])("is not found: %s", (note) => {
		expect(saidBy("placeholder", { news: notes(note) })).toEqual([]);
	});
});
