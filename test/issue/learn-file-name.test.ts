import { describe, expect, test } from "vitest";
import { learnFileName } from "../../src/issue/learn-file-name.ts";
import { fillPattern } from "../../src/issue/pattern.ts";

const stated = { number: 468, issueDate: "2019-12-15", publishedAt: "2019-12-22T13:40:01+00:00" };

describe("The pattern of a file's name", () => {
	test.each([
		["2019-12-22-468.md", "{published:yyyy-MM-dd}-{number}.md"],
		["2019-12-15-468.markdown", "{date:yyyy-MM-dd}-{number}.markdown"],
		["468.md", "{number}.md"],
		["issue_0468.md", "issue_{number:0000}.md"],
		["20191222.md", "{published:yyyyMMdd}.md"],
		["weekly-2019-12.md", "weekly-{published:yyyy-MM}.md"],
		["December-2019-no468.md", "{published:MMMM-yyyy}-no{number}.md"],
		["468-and-468.md", "468-and-{number}.md"],
	])("is learned from %s", (name, pattern) => {
		expect(learnFileName(name, stated)).toBe(pattern);
		expect(fillPattern(pattern, stated)).toBe(name);
	});

	test("is that of the issue's date where it says no other", () => {
		expect(learnFileName("2019-12-15.md", { ...stated, publishedAt: "" })).toBe(
			"{date:yyyy-MM-dd}.md",
		);
	});

	test("is not one that would name every issue the same", () => {
		expect(learnFileName("draft.md", stated)).toBeNull();
		expect(learnFileName("1468.md", stated)).toBeNull();
	});
});
