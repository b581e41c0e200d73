import { expect, test } from "vitest";
import { commitPage, pullRequestPage } from "../../src/connections/host-links.ts";

test("the page of a commit has the address that its host uses", () => {
	expect(commitPage("https://github.com/ed/news.git", "abc")).toBe(
		"https://github.com/ed/news/commit/abc",
	);
	expect(commitPage("https://gitlab.com/ed/news.git", "abc")).toBe(
		"https://gitlab.com/ed/news/-/commit/abc",
	);
	expect(commitPage("https://codeberg.org/ed/news", "abc")).toBe(
		"https://codeberg.org/ed/news/commit/abc",
	);
});

test("the page for opening a pull request has the address that its host uses", () => {
	expect(pullRequestPage("https://github.com/ed/news", "issue-469", "main")).toBe(
		"https://github.com/ed/news/compare/main...issue-469?expand=1",
	);
	expect(pullRequestPage("https://codeberg.org/ed/news", "a b/c", "main")).toBe(
		"https://codeberg.org/ed/news/compare/main...a%20b/c",
	);
});

test("there are no page addresses for an unknown host", () => {
	expect(commitPage("https://git.newsletter.example/news.git", "abc")).toBeNull();
	expect(pullRequestPage("http://127.0.0.1:8080/news.git", "b", "main")).toBeNull();
});
