import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { linkedItemsOf } from "../../../src/core/issue/linked-items.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";
import { HOSTILE_ISSUES } from "../../hostile-issues.ts";

/** A guard against work that does not end. The benchmark measures how the time grows. */
const ENDS_MS = 300_000;

const urlsIn = (text: string) =>
	linkedItemsOf(parseIssue(text, DEFAULT_HOUSE_STYLE)).flatMap(({ urls }) => urls);

describe("a hostile issue", { timeout: ENDS_MS }, () => {
	test.each(Object.entries(HOSTILE_ISSUES))(
		"%s: is parsed, formatted and learned from, and keeps every link",
		(_, make) => {
			const text = make(1);
			const urls = urlsIn(text);
			expect(urls).toHaveLength(text.split("](http").length - 1);
			const formatted = formatIssue(parseIssue(text, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE);
			expect(urlsIn(formatted)).toEqual(urls);
			learnStyle([{ name: "1.md", text }]);
		},
	);
});
