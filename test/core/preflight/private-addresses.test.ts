import { describe, expect, test } from "vitest";
import { fixedLinks, fixedText } from "../../../src/core/preflight/fix.ts";
import { foundBy, type Short, saidBy } from "./drafted.ts";

const one = (...urls: string[]): Short[] => [["Words enough for a note.", urls]];
const WRAPPED =
	"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftide.example%2F%3Futm_source%3Dx&data=anna%40desk.example";

describe("A redirect", () => {
	test("is found in links, in notes and in other texts, and one click replaces it with its target", () => {
		const fix = { does: "useTarget", from: WRAPPED, to: "https://tide.example/" };
		for (const draft of [
			{ news: one(WRAPPED) },
			{ news: [[`See “${WRAPPED}”.`]] as Short[] },
			{ intro: `See ${WRAPPED}.` },
			{ footer: `See ${WRAPPED}.` },
			{ sponsors: [{ links: [{ url: WRAPPED, title: "" }] }] },
			{ sponsors: [{ note: `See ${WRAPPED}.` }] },
		]) {
			expect(foundBy("wrapper", draft)).toMatchObject([{ fix }]);
		}
		expect(saidBy("tracking", { news: one(WRAPPED) })).toEqual([]);
	});

	test("is not reported if the address only contains another address", () => {
		expect(
			saidBy("wrapper", { news: one("https://tide.example/?url=https%3A%2F%2Fa.example") }),
		).toEqual([]);
	});
});

describe("A secret in an address", () => {
	test.each([
		["https://me:secret@tide.example/", "secretUser"],
		["https://me@tide.example/", "secretUser"],
		["https://tide.example/?token=abc", "secretToken"],
		["https://tide.example/?access_token=abc", "secretToken"],
		["https://tide.example/#access_token=abc", "secretToken"],
		["https://tide.example/?PHPSESSID=abc", "secretToken"],
		["https://tide.example/a;jsessionid=abc", "secretToken"],
		["https://tide.example/?api_key=abc", "secretToken"],
		["https://tide.example/?q=eyJhbGciOiJ9.eyJzdWIiOiJ9.c2ln", "secretToken"],
	])("is found: %s", (url, sentence) => {
		expect(foundBy("secret", { news: one(url) })).toMatchObject([{ sentence }]);
		expect(foundBy("secret", { sponsors: [{ links: [{ url, title: "" }] }] })).toMatchObject([
			{ sentence },
		]);
	});

	test.each([
		"https://medium.com/p/1?sk=abc",
		"https://tide.example/?token=",
		"https://tide.example/?tokens=3",
		"https://tide.example/@anna",
		"https://docs.google.com/document/d/1/edit?resourcekey=abc",
		"https://www.dropbox.com/s/1/a?rlkey=abc",
		"mailto:me@tide.example",
	])("is not found: %s", (url) => {
		expect(saidBy("secret", { news: one(url) })).toEqual([]);
	});
});

describe("A related page in another item", () => {
	test("is found, with its address there, and is not reported as the same address", () => {
		const urls = [
			"https://tide.example/#!topic/first",
			"https://tide.example/#!topic/second",
		] as const;
		const draft = { news: one(urls[0]), tools: one(urls[1]) };
		expect(saidBy("related", draft)).toEqual(["related News tide.example#!topic/first"]);
		expect(saidBy("twice", draft)).toEqual([]);
	});

	test("is not found within one item, or if the same page is found", () => {
		expect(
			saidBy("related", { news: one("https://tide.example/a", "https://tide.example/a#b") }),
		).toEqual([]);
		expect(
			saidBy("related", {
				news: one("https://tide.example/a"),
				tools: one("http://tide.example/a"),
			}),
		).toEqual([]);
	});
});

describe("A fix", () => {
	const fix = {
		does: "removeTracking",
		from: "https://tide.example/?utm_source=x",
		to: "https://tide.example/",
	} as const;

	test("replaces an address wherever it occurs completely, and not inside a longer one", () => {
		const text = `See “${fix.from}”, ${fix.from}&a=1 and [that](${fix.from}).`;
		expect(fixedText(text, fix)).toBe(`See “${fix.to}”, ${fix.from}&a=1 and [that](${fix.to}).`);
		expect(fixedLinks([{ url: fix.from }, { url: `${fix.from}&a=1` }], fix)).toEqual([
			{ url: fix.to },
			{ url: `${fix.from}&a=1` },
		]);
	});
});
