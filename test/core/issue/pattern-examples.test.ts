import { describe, expect, test } from "vitest";
import { newItem } from "../../../src/core/house-style/item.ts";
import { READY_MADE_STYLES } from "../../../src/core/house-style/ready-made-styles.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import type { ItemPart } from "../../../src/core/issue/issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { hrefsOf, hrefsWithBare } from "./second-parser.ts";

/** The text below the heading of an issue with these items, and the items that are read from it. */
function throughPattern(pattern: string, ...items: Parameters<typeof newItem>[0][]) {
	const [{ style: usual } = { style: undefined }] = READY_MADE_STYLES.slice(1);
	if (!usual) throw new Error("There are no ready-made styles.");
	const style = { ...usual, item: pattern, titleLine: "" };
	const parts = items.map((item): ItemPart => ({ kind: "item", ...newItem(item) }));
	const heading = { kind: "heading" as const, text: "News", level: 2 };
	const text = formatIssue(
		{ number: null, date: null, publishedAt: null, fields: {}, parts: [heading, ...parts] },
		style,
	);
	const read = parseIssue(text, style).parts.slice(1);
	return { text: text.replace("## News\n\n", ""), read, parts };
}

const LAMP = { url: "https://lamp.example/a" };
const TIDE = { url: "https://tide.example/b" };

describe("An item pattern", () => {
	test("can have its title beside the link", () => {
		const { text, read, parts } = throughPattern("- {title}（{url}）", {
			title: "Lamps",
			links: [LAMP],
		});
		expect(text).toBe("- Lamps（<https://lamp.example/a>）\n");
		expect(read).toEqual(parts);
	});

	test("can have a title without a link, above a note with links", () => {
		const note = "See [the pier](https://pier.example/).";
		const { text, read, parts } = throughPattern("- **{title}**: {note}", { title: "Lamps", note });
		expect(text).toBe(`- **Lamps**: ${note}\n`);
		expect(read).toEqual(parts);
	});

	test("can begin with a heading mark and a counter", () => {
		const { text, read, parts } = throughPattern(
			"### {n}. [{title}]({url})\n\n{note}",
			{ title: "Lamps", links: [LAMP], note: "One." },
			{ title: "Tides", links: [TIDE], note: "Two." },
		);
		expect(text).toContain("### 2. [Tides](https://tide.example/b)");
		expect(read).toEqual(parts);
	});

	test("can have the note right after the title, in paragraphs", () => {
		const { text, read, parts } = throughPattern(
			"**[{title}]({url})** {note}",
			{ title: "Lamps", links: [LAMP], note: "They burn all night, and have done for years now." },
			{ title: "Tides", links: [TIDE] },
		);
		expect(text).not.toContain("<!--");
		expect(read).toEqual(parts);
	});

	test("that is a list item of one link keeps a second link in the same item", () => {
		const { text, read, parts } = throughPattern(
			"- [{url}]({url})",
			{ links: [LAMP, TIDE] },
			{ links: [TIDE] },
		);
		expect(text.split("\n").slice(0, 2)).toEqual([
			"- [https://lamp.example/a](https://lamp.example/a)",
			"  [https://tide.example/b](https://tide.example/b)",
		]);
		expect(read).toEqual(parts);
	});

	test("that ends in a literal can leave the note out", () => {
		const { text, read, parts } = throughPattern("- [{title}]({url})。{note}", {
			title: "Lamps",
			links: [LAMP],
		});
		expect(text).toBe("- [Lamps](https://lamp.example/a)。\n");
		expect(read).toEqual(parts);
	});
});

describe("An address", () => {
	const hard = ["https://tide.example/?a=1&amp;b=2", "https://tide.example/x?q=*a*", LAMP.url];

	test.each([
		"- {title}: {url}",
		"- {title}（{url}）",
		"- {title} <{url}>",
		'- <a href="{url}">{title}</a>',
		"- [{title}]({url})",
	])("is whole in a second parser, however difficult: %s", (pattern) => {
		const items = hard.map((url, at) => ({ title: `Tide ${at}`, links: [{ url }] }));
		const { text, read, parts } = throughPattern(pattern, ...items);
		expect(read).toEqual(parts);
		const found = [...hrefsOf(text), ...hrefsWithBare(text)];
		for (const url of hard) expect(found).toContain(url);
	});

	test("is written bare where no parser can misread it", () => {
		const { text } = throughPattern("- {title}: {url}", { title: "Lamps", links: [LAMP] });
		expect(text).toBe("- Lamps: https://lamp.example/a\n");
	});
});

test("A note that is only a link is not escaped", () => {
	const note = "[Tides](https://tide.example/b)";
	expect(throughPattern("- {note}", { note }).text).toBe(`- ${note}\n`);
	expect(throughPattern("{note}\n\n[{url}]({url})", { note }).text).toContain(note);
});
