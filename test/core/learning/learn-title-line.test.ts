import { expect, test } from "vitest";
import { newItem } from "../../../src/core/house-style/item.ts";
import { patternFault } from "../../../src/core/house-style/pattern-fault.ts";
import { formatItem } from "../../../src/core/issue/format-item.ts";
import { linkedItemsOf } from "../../../src/core/issue/linked-items.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";

const issueOf = (items: readonly string[]) =>
	`# Harbor notes 12\n\n## News\n\n${items.join("\n\n")}\n`;
const learned = (...items: string[]) => {
	const text = issueOf(items);
	const style = learnStyle([{ name: "12.md", text }]);
	return { text, style, items: linkedItemsOf(parseIssue(text, style)) };
};

test.each([
	[
		"a bold title, the address and a note",
		"**{title}**  \n{url}  \n{note}",
		"**Tide tables**  \nhttps://a.example/tides  \nNew tables for spring.",
		"**Buoys**  \nhttps://b.example/buoys  \nWhere they are.",
	],
	[
		"a bold title without a note",
		"**{title}**\n{url}",
		"**Tide tables**\nhttps://a.example/tides",
		"**Buoys**\nhttps://b.example/buoys",
	],
	[
		"a plain title with a note below",
		"{title}\n{url}\n{note}",
		"Tide tables\nhttps://a.example/tides\nNew tables for spring.",
		"Buoys\nhttps://b.example/buoys\nWhere they are.",
	],
	[
		"a list item with a title, the address and a note",
		"- **{title}**\n  <{url}>\n  {note}",
		"- **Tide tables**\n  <https://a.example/tides>\n  New tables for spring.",
		"- **Buoys**\n  <https://b.example/buoys>\n  Where they are.",
	],
])("%s are learned, read and written", (_, pattern, ...texts) => {
	const { text, style, items } = learned(...texts);
	expect(style.item).toBe(pattern);
	expect(patternFault(pattern)).toBeNull();
	expect(items.map(({ title }) => title)).toEqual(["Tide tables", "Buoys"]);
	const [first] = items;
	const item = newItem({
		title: "Tide tables",
		links: [{ url: "https://a.example/tides" }],
		note: first?.note ?? "",
	});
	expect(text).toContain(`\n\n${formatItem(item, style.item, 1)}\n`);
});

test("A note above its address, with nothing below, stays a note", () => {
	const { style, items } = learned(
		"New tide tables for spring.\nhttps://a.example/tides",
		"Where the buoys are.\nhttps://b.example/buoys",
	);
	expect(style.item).toBe("{note}\n{url}");
	expect(items.map(({ title }) => title)).toEqual(["", ""]);
});

test("Items that mostly begin with a link keep the pattern of the link", () => {
	const { style } = learned(
		"[Tide tables](https://a.example/tides): new.",
		"[Buoys](https://b.example/buoys): where they are.",
		"[Piers](https://c.example/piers): closed.",
		"**Ferries**\nhttps://d.example/ferries\nOn time.",
		"**Boats**\nhttps://e.example/boats\nOn sale.",
	);
	expect(style.item).toContain("[{title}]({url})");
});
