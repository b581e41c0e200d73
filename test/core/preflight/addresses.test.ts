import { describe, expect, test } from "vitest";
import { foundBy, type Short, saidBy } from "./drafted.ts";

const A = "https://a.example.com/page";
const one = (...urls: string[]): Short[] => [["Words enough for a note.", urls]];

describe("The same address twice", () => {
	test("is found in the later item, in any spelling", () => {
		const differing = {
			news: one(A),
			tools: one("http://www.a.example.com/page/?utm_source=x"),
		};
		expect(saidBy("twice", differing)).toEqual(["twice News"]);
		expect(foundBy("twice", differing)[0]?.place).toMatchObject({ id: "t0", field: "links" });
	});

	test("is found in a note, and within one item", () => {
		expect(saidBy("twice", { news: [[`See ${A}.`], [`And ${A}, again.`]] })).toEqual([
			"twice News",
		]);
		expect(saidBy("twice", { news: one(A, `${A}/`) })).toEqual(["twiceInItem a.example.com"]);
	});

	test.each([
		["two pages of one site", one(A, `${A}/2`)],
		["pages that a parameter tells apart", one(`${A}?id=1`, `${A}?id=2`)],
		["a note that names its own link", [[`See ${A}.`, A]] as Short[]],
	])("is not %s", (_, news) => {
		expect(saidBy("twice", { news })).toEqual([]);
	});

	test("is not reported for a sponsor's address, which may also be in an item", () => {
		const links = [{ url: A, title: "" }];
		expect(saidBy("twice", { sponsors: [{ links }], news: one(A), tools: one(A) })).toEqual([]);
	});
});

describe("A repeat", () => {
	const repeats = new Map([
		[A, { section: "Tools", number: 173, issueDate: "2014-04-06", path: "173.md" }],
	]);

	test("is reported with the place where it ran", () => {
		expect(saidBy("repeat", { repeats, news: one(A) })).toEqual([
			'repeat Tools 173 {"day":"2014-04-06"}',
		]);
	});

	test("is not reported for a sponsor", () => {
		const links = [{ url: A, title: "" }];
		expect(saidBy("repeat", { repeats, sponsors: [{ links }], news: one(A) })).toEqual([]);
	});
});

describe("Tracking", () => {
	test("is found by the names of its parameters, in notes too", () => {
		const tracked = `${A}?utm_source=x&page=2&utm_medium=y&fbclid=z`;
		const said = ["tracking utm_source, utm_medium, fbclid"];
		expect(saidBy("tracking", { news: one(tracked) })).toEqual(said);
		expect(saidBy("tracking", { news: [[`See ${tracked}.`]] })).toEqual(said);
	});

	test.each([`${A}?page=2`, "https://a.example.com/?q=utm_x"])("is not found in %s", (url) => {
		expect(saidBy("tracking", { news: one(url) })).toEqual([]);
	});

	test("is allowed for a sponsor, and for an item with the same address", () => {
		const links = [{ url: `${A}?utm_source=x`, title: "" }];
		expect(saidBy("tracking", { sponsors: [{ links }], news: one(`${A}?utm_source=y`) })).toEqual(
			[],
		);
	});
});

describe("http: where https: is known", () => {
	const plain = "http://b.example.org/page";

	test.each([
		["the archive", { secure: new Set([plain]) }],
		["another item", { tools: one("https://b.example.org/page") }],
		["another page of its host", { tools: one("https://www.b.example.org/other") }],
		["a sponsor", { sponsors: [{ links: [{ url: "https://b.example.org/", title: "" }] }] }],
	])("is found by %s", (_, differing) => {
		expect(saidBy("insecure", { news: one(plain), ...differing })).toEqual([
			"insecure b.example.org",
		]);
	});

	test.each([
		"http://go.dev/blog",
		"http://some.app/",
		"http://github.com/x/y",
		"http://www.youtube.com/",
	])("is found by its host: %s", (url) => {
		expect(saidBy("insecure", { news: one(url) })).toHaveLength(1);
	});

	test.each([
		plain,
		"http://x.github.com/",
		"http://notgithub.com/",
		"http://dev.example.org/",
		"http://github.com:8080/",
		"https://go.dev/",
	])("is not found if nothing is known: %s", (url) => {
		expect(saidBy("insecure", { news: one(url) })).toEqual([]);
	});
});

describe("An address that leads nowhere", () => {
	test.each([
		"http://localhost:3000/",
		"http://app.localhost/",
		"http://127.0.0.1/",
		"http://10.1.2.3/",
		"http://172.20.0.1/",
		"http://192.168.1.1/",
		"http://[::1]/",
		"http://[fd12:3456::1]/",
		"http://printer.local/",
		"http://intranet/page",
		"https://http//example.com/page",
		"https://example.com/a page",
		"file:///home/me/draft.html",
		"javascript:alert(1)",
	])("is found: %s", (url) => {
		expect(saidBy("strangeAddress", { news: one(url) })).toEqual([`strangeAddress ${url}`]);
	});

	test.each([
		"https://example.com/a%20page",
		"https://example.com/localhost",
		"https://localhost.example.com/",
		"https://8.8.8.8/",
		"http://172.32.0.1/",
		"http://[2606:4700::1111]/",
		"https://münchen.example/",
		"mailto:jobs@example.com",
	])("is not found: %s", (url) => {
		expect(saidBy("strangeAddress", { news: one(url) })).toEqual([]);
	});

	test("is found with a sponsor too", () => {
		const links = [{ url: "http://localhost/", title: "" }];
		const [found] = foundBy("strangeAddress", { sponsors: [{ links }] });
		expect(found?.place).toEqual({ at: "sponsor", id: "s0", field: "links" });
	});
});

describe("Items of one host", () => {
	const items = (same: number, others: number): Short[] => [
		...Array.from(
			{ length: same },
			(_, at): Short => [`Same ${at}.`, `https://a.example.com/${at}`],
		),
		...Array.from(
			{ length: others },
			(_, at): Short => [`Other ${at}.`, `https://x${at}.example.org`],
		),
	];

	test("are reported when they are more than a third", () => {
		expect(saidBy("oneHost", { news: items(3, 5), tools: [] })).toEqual([
			"oneHost 3 8 a.example.com",
		]);
	});

	test("are not reported up to a third, or if there are few items", () => {
		expect(saidBy("oneHost", { news: items(3, 6), tools: [] })).toEqual([]);
		expect(saidBy("oneHost", { news: items(3, 2), tools: [] })).toEqual([]);
	});

	test("are counted once each, with www. or without, and notes without a link are not counted", () => {
		const news: Short[] = [
			...items(2, 5),
			["Once more.", ["https://www.a.example.com/x", "https://a.example.com/y"]],
		];
		expect(saidBy("oneHost", { news, tools: [["No link."]] })).toEqual([
			"oneHost 3 8 a.example.com",
		]);
	});

	test("are not reported for an exempt host and its subdomains", () => {
		for (const exempt of ["a.example.com", "Example.com", "www.example.com"]) {
			expect(saidBy("oneHost", { exemptHosts: [exempt], news: items(6, 0), tools: [] })).toEqual(
				[],
			);
		}
		expect(saidBy("oneHost", { exemptHosts: ["", "ample.com"], news: items(6, 0) })).toHaveLength(
			1,
		);
	});
});
