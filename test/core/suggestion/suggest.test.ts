import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate, summary } from "../../../scripts/suggest-eval.ts";
import {
	addExample,
	addExamples,
	type Example,
	move,
	removeExample,
} from "../../../src/core/suggestion/learn-sections.ts";
import { traitsOf } from "../../../src/core/suggestion/page-traits.ts";
import { examplesOf } from "../../../src/core/suggestion/section-examples.ts";
import {
	emptyModel,
	MIN_PROBABILITY,
	type SectionModel,
	suggest,
} from "../../../src/core/suggestion/suggest.ts";
import { type IssueOfSchema3, issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";

const SECTIONS = [
	{ id: "news", heading: "News" },
	{ id: "tools", heading: "Tools" },
	{ id: "events", heading: "Events" },
];

const page = (url: string, title = "") => [{ url, title }];
const example = (url: string, section: string, title = ""): Example => ({
	pages: page(url, title),
	section,
});

/** Some weeks of an invented newsletter. */
const ARCHIVE: Example[] = Array.from({ length: 20 }, (_, week) => [
	example(`https://blog.example${week}.com/2016/04/how-we-run-service-number-${week}`, "news"),
	example(`https://writer.example/posts/what-we-learned-from-outage-${week}`, "news"),
	example(`https://github.com/owner${week}/program${week}`, "tools"),
	example(`https://conf.example/events/meetup-${week}`, "events"),
]).flat();

describe("Without an archive, only the obvious is known", () => {
	test.each([
		"https://github.com/owner/repo",
		"http://www.github.com/owner/repo/",
		"https://github.com/owner/repo?utm_source=feed#readme",
		"https://gitlab.com/owner/repo",
		"https://codeberg.org/owner/repo",
		"https://bitbucket.org/owner/repo",
		"https://sourceforge.net/projects/program/",
		"https://git.sr.ht/~owner/repo",
		"https://www.npmjs.com/package/@scope/name",
		"https://pypi.org/project/name/",
		"https://crates.io/crates/name",
		"https://hub.docker.com/r/owner/image",
		"https://hub.docker.com/_/image",
	])("%s is surely a tool", (url) => {
		const found = suggest(emptyModel(SECTIONS), page(url));
		expect(found?.section).toBe("tools");
		expect(found?.probability).toBeGreaterThan(MIN_PROBABILITY);
	});

	test.each([
		"https://github.com/",
		"https://github.com/owner",
		"https://github.com/features/actions",
		"https://github.com/blog/2106-january-28th-incident-report",
		"https://github.com/owner/repo/issues/1",
		"https://gist.github.com/owner/0123456789",
		"https://notgithub.com/owner/repo",
		"https://github.com/owner/awesome-list",
		"https://example.com/",
		"https://example.com/owner/repo",
		"https://example.com/2016/04/tools-of-the-trade",
		"about:blank",
		"not an address",
		"",
	])("%s is left to the editor", (url) => {
		expect(suggest(emptyModel(SECTIONS), page(url))?.probability).toBeLessThan(MIN_PROBABILITY);
	});

	test("a section for tools is found by its heading, whatever its id is", () => {
		const model = emptyModel([
			{ id: "a", heading: "Reading" },
			{ id: "b", heading: "Code & projects" },
		]);
		expect(suggest(model, page("https://github.com/owner/repo"))?.section).toBe("b");
	});

	test("a newsletter without such a section gets no suggestion", () => {
		const model = emptyModel([
			{ id: "a", heading: "Reading" },
			{ id: "b", heading: "Events" },
		]);
		expect(suggest(model, page("https://github.com/owner/repo"))?.probability).toBe(0.5);
	});

	test("if there is only one section, nothing is suggested", () => {
		expect(suggest(emptyModel(SECTIONS.slice(0, 1)), page("https://example.com/"))).toBeNull();
		expect(suggest(emptyModel(SECTIONS), page("https://example.com/"), ["tools"])).toBeNull();
	});
});

describe("From an archive", () => {
	const model = addExamples(emptyModel(SECTIONS), ARCHIVE);

	test.each([
		["https://someone.example/2023/11/why-we-moved-everything-back", "news"],
		["https://github.com/another/thing", "tools"],
		["https://conf.example/events/winter", "events"],
	])("%s is suggested its section, although it never ran", (url, section) => {
		const found = suggest(model, page(url));
		expect(found?.section).toBe(section);
		expect(found?.probability).toBeGreaterThan(MIN_PROBABILITY);
	});

	test("if one of an item's links is a repository, only that one counts", () => {
		const pages = [
			...page("https://blog.example3.com/2016/04/introducing-our-new-program"),
			...page("https://github.com/owner/program"),
		];
		expect(suggest(model, pages)?.section).toBe("tools");
	});

	test("only the sections asked about are suggested, and their probabilities sum to one", () => {
		const url = "https://conf.example/events/winter";
		const found = suggest(model, page(url), ["news", "tools", "unheard of"]);
		expect(["news", "tools"]).toContain(found?.section);
		expect(found?.probability).toBeGreaterThanOrEqual(0.5);
	});

	test("the same archive gives the same model, and storing it as JSON does not change it", () => {
		expect(addExamples(emptyModel(SECTIONS), ARCHIVE)).toEqual(model);
		const kept = JSON.parse(JSON.stringify(model)) as SectionModel;
		for (const { pages } of ARCHIVE) expect(suggest(kept, pages)).toEqual(suggest(model, pages));
	});

	test("the rows of a page's traits are the only part of the model that is needed", () => {
		const pages = page("https://conf.example/events/winter");
		const rows = [...traitsOf(pages)].map((trait) => [trait, model.weights[trait] ?? []]);
		const part = { ...model, weights: Object.fromEntries(rows) };
		expect(suggest(part, pages)).toEqual(suggest(model, pages));
	});

	test("names of properties that every object has are words like any others", () => {
		const pages = page("https://constructor.example/__proto__/toString", "hasOwnProperty valueOf");
		const after = addExample(model, { pages, section: "news" });
		expect(suggest(model, pages)?.probability).toBeGreaterThan(0);
		expect(suggest(after, pages)?.probability).toBeGreaterThan(0);
	});

	test("ten thousand items are learned in seconds, and one is suggested in an instant", () => {
		const many = Array.from({ length: 10_000 }, (_, at) => ARCHIVE[at % ARCHIVE.length]).filter(
			(each) => each !== undefined,
		);
		const start = performance.now();
		const large = addExamples(emptyModel(SECTIONS), many);
		const learned = performance.now();
		for (const { pages } of many.slice(0, 1000)) suggest(large, pages);
		// Ten times the usual time, because the machine may be busy.
		expect(learned - start).toBeLessThan(10_000);
		expect((performance.now() - learned) / 1000).toBeLessThan(1);
	});
});

describe("From single clips", () => {
	const model = addExamples(emptyModel(SECTIONS), ARCHIVE);
	const job = "https://jobs.example/openings/site-engineer";

	test("a page similar to earlier clips gets their section, also by its title", () => {
		let learning = emptyModel(SECTIONS);
		for (let clip = 0; clip < 5; clip += 1) {
			learning = addExample(
				learning,
				example(`https://a${clip}.example/${clip}`, "events", "Meetup"),
			);
			learning = addExample(
				learning,
				example(`https://b${clip}.example/${clip}`, "news", "Outage"),
			);
		}
		expect(suggest(learning, page("https://c.example/", "Meetup"))?.section).toBe("events");
		expect(suggest(learning, page("https://c.example/", "Outage"))?.section).toBe("news");
		expect(learning.learned).toBe(10);
	});

	test("an unknown section is learned", () => {
		let learning = model;
		for (let clip = 0; clip < 3; clip += 1) learning = addExample(learning, example(job, "jobs"));
		expect(learning.sections).toEqual(["news", "tools", "events", "jobs"]);
		expect(suggest(learning, page(job))?.section).toBe("jobs");
		expect(suggest(learning, page("https://github.com/another/thing"))?.section).toBe("tools");
	});

	test("undoing the last clip restores the model exactly", () => {
		const before = suggest(model, page(job));
		const after = removeExample(addExample(model, example(job, "tools")), example(job, "tools"));
		expect(after.learned).toBe(model.learned);
		for (const { pages } of [...ARCHIVE, { pages: page(job) }]) {
			expect(suggest(after, pages)?.probability).toBeCloseTo(
				suggest(model, pages)?.probability ?? 0,
				6,
			);
		}
		expect(suggest(after, page(job))?.section).toBe(before?.section);
	});

	test("undoing an earlier clip removes most of its effect", () => {
		const clips = ARCHIVE.slice(0, 10);
		const kept = clips.reduce(addExample, addExample(model, example(job, "tools")));
		const after = removeExample(kept, example(job, "tools"));
		const never = clips.reduce(addExample, model);
		const tools = (each: SectionModel) => {
			const found = suggest(each, page(job), ["news", "tools"]);
			return found?.section === "tools" ? found.probability : 1 - (found?.probability ?? 0);
		};
		expect(Math.abs(tools(after) - tools(never))).toBeLessThan(
			Math.abs(tools(kept) - tools(never)) / 4,
		);
	});

	test("a moved item counts once, for its new section", () => {
		const tool = addExample(model, example(job, "tools"));
		const moved = move(tool, example(job, "tools"), "events");
		const direct = addExample(model, example(job, "events"));
		expect(moved.learned).toBe(direct.learned);
		expect(suggest(moved, page(job))?.section).toBe(suggest(direct, page(job))?.section);
		expect(suggest(moved, page(job))?.probability).toBeCloseTo(
			suggest(direct, page(job))?.probability ?? 0,
			6,
		);
	});

	test("learning makes a new model and does not change the old one", () => {
		const kept = structuredClone(model);
		removeExample(addExample(model, example(job, "jobs")), example(job, "tools"));
		addExamples(model, ARCHIVE.slice(0, 5));
		expect(model).toEqual(kept);
	});
});

describe("The examples of an issue", () => {
	const item = (note: string, ...urls: string[]) => ({
		note,
		links: urls.map((url) => ({ url, text: "" })),
	});
	const sponsor = item("Buy this.", "https://sponsor.example/");
	const issue: IssueOfSchema3 = {
		number: 1,
		issueDate: "2016-04-03",
		publishedAt: "",
		intro: "See https://intro.example/",
		sponsors: [{ heading: "Sponsor", ...sponsor, foot: null }],
		sections: [
			{ heading: "News", items: [item("Two.", "https://a.example/1", "https://a.example/2")] },
			{
				heading: "Tools",
				items: [
					item("Within: [this](https://b.example/c)."),
					item("No address at all."),
					item("Buy this, again.", "http://www.sponsor.example"),
				],
			},
		],
		footer: "",
	};

	test("are all items with an address, under their headings, without the sponsor", () => {
		const taught = examplesOf(issueInParts(issue)).map(({ pages, section }) => [
			section,
			...pages.map(({ url }) => url),
		]);
		expect(taught).toEqual([
			["News", "https://a.example/1", "https://a.example/2"],
			["Tools", "https://b.example/c"],
		]);
	});
});

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/devops-weekly");

describe.skipIf(!existsSync(CORPUS))("On real past issues", () => {
	test("News or Tools is right 96 times in 100 on forty issues it has not seen", () => {
		const result = evaluate(CORPUS, 290);
		expect(result.newsTools.accuracy).toBeGreaterThanOrEqual(0.96);
		expect(result.sure.accuracy).toBeGreaterThanOrEqual(0.96);
		expect(summary(evaluate(CORPUS, 290))).toEqual(summary(result));
	}, 20_000);
});
