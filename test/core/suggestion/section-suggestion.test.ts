import { expect, test } from "vitest";
import { addExamples } from "../../../src/core/suggestion/learn-sections.ts";
import { modelFor, suggestSection } from "../../../src/core/suggestion/section-suggestion.ts";
import { MIN_PROBABILITY } from "../../../src/core/suggestion/suggest.ts";

const SECTIONS = [
	{ id: "news", heading: "News" },
	{ id: "s2", heading: "Open source tools" },
];
const page = (url: string) => ({ url, title: "" });

test("Before anything was learned, a repository is surely a tool, and an article nothing surely", () => {
	const tool = suggestSection(null, SECTIONS, page("https://github.com/owner/program"));
	expect(tool).toMatchObject({ section: "s2" });
	expect(tool?.probability).toBeGreaterThan(MIN_PROBABILITY);
	const article = suggestSection(null, SECTIONS, page("https://blog.example/2020/why-we-did"));
	expect(article?.probability).toBeLessThan(MIN_PROBABILITY);
});

test("A heading of the archive means the section with that name, in upper or lower case", () => {
	const learned = addExamples(
		modelFor([]),
		Array.from({ length: 30 }, (_, at) => [
			{ pages: [page(`https://blog.example/2016/a-long-story-of-${at}`)], section: "news" },
			{ pages: [page(`https://tool${at}.example/`)], section: "open source tools" },
			{ pages: [page(`https://jobs.example/${at}`)], section: "jobs" },
		]).flat(),
	);
	const blog = suggestSection(
		learned,
		SECTIONS,
		page("https://blog.example/2020/a-long-story-too"),
	);
	expect(blog).toMatchObject({ section: "news" });
	expect(suggestSection(learned, SECTIONS, page("https://other.example"))?.section).toBe("s2");
	// A section that the house style does not have is not suggested.
	expect(suggestSection(learned, SECTIONS, page("https://jobs.example/99"))?.section).not.toBe(
		"jobs",
	);
});

test("If there is only one section, nothing is suggested", () => {
	const only = [{ id: "tools", heading: "Tools" }];
	expect(suggestSection(null, only, page("https://github.com/owner/program"))).toBeNull();
});
