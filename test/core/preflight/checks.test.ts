import { expect, test } from "vitest";
import { CHECK_IDS, preflight } from "../../../src/core/preflight/checks.ts";
import { drafted, foundBy, notes } from "./drafted.ts";

test("Very long texts are checked quickly", () => {
	const long = 60_000;
	const texts = [
		" ",
		"\n",
		"a",
		"*",
		"(",
		'"',
		"the ",
		"[insert",
		"a.",
		"TODO",
		" - ",
		'5"',
		":)",
		"> ",
	];
	const news = texts.map((text): [string, string, string] => {
		const much = text.repeat(long / text.length);
		return [`x ${much} (`, "https://a.example.com/", `${much} x`];
	});
	expect(preflight(drafted({ news })).length).toBeGreaterThan(0);
});

test("A correct draft has no findings", () => {
	expect(preflight(drafted())).toEqual([]);
});

test("Findings are in the order of the issue", () => {
	const subject = drafted({
		number: 500,
		sponsors: [{ note: "" }],
		intro: "A text that stops at the",
		news: [["Fine as it is."], ["The the.", "https://a.example.com"]],
		tools: [],
		footer: "TODO",
	});
	expect(preflight(subject).map(({ check }) => check)).toEqual([
		"number",
		"unfinished",
		"unwrittenSponsor",
		"noLink",
		"doubledWord",
		"emptySection",
		"placeholder",
	]);
});

test("A check that is switched off has no findings, and all others continue", () => {
	const subject = drafted({ number: 500, tools: [] });
	expect(preflight(subject, new Set(["number"])).map(({ check }) => check)).toEqual([
		"emptySection",
	]);
	expect(preflight(subject, new Set(CHECK_IDS))).toEqual([]);
});

test("A finding keeps its key while other things change, and gets another when its subject changes", () => {
	const [before] = foundBy("doubledWord", { news: notes("It is the the case here.") });
	const [elsewhere] = foundBy("doubledWord", { news: notes("Here it is the the case, really.") });
	const [other] = foundBy("doubledWord", { news: notes("It is is the case here.") });
	expect(elsewhere?.key).toBe(before?.key);
	expect(other?.key).not.toBe(before?.key);
});

test("No two findings have the same key", () => {
	const subject = drafted({
		news: [
			["The the and the the of of", ["http://localhost/a", "http://localhost/a?utm_source=x"]],
			["The the and the the of of", ["http://localhost/a", "http://localhost/a?utm_source=x"]],
		],
		tools: [],
	});
	const keys = preflight(subject).map(({ key }) => key);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys.length).toBeGreaterThan(8);
});
