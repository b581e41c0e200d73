import { describe, expect, test } from "vitest";
import { fillItem } from "../../../src/core/house-style/fill-item.ts";
import { newItem } from "../../../src/core/house-style/item.ts";
import { matchItem } from "../../../src/core/house-style/match-item.ts";
import { patternFault } from "../../../src/core/house-style/pattern-fault.ts";
import { READY_MADE_STYLES } from "../../../src/core/house-style/ready-made-styles.ts";
import { linksOf } from "../../../src/core/markdown/links.ts";

describe("an item pattern", () => {
	test.each([
		["{title}{note}", "adjacent"],
		["- {note} {author:x}", "afterNote"],
		["[{title}]({url}) by {author}", "needsBrackets"],
		["[{title}]({url}) [{title}]", "twice"],
		["## Tools", "noLinkOrNote"],
		["", "empty"],
		["{note}\n{title}", "afterNote"],
		["{note} {text}", "textWithoutUrl"],
		["[{title}]({url})[ {author} {place}]", "groupSlots"],
		["x".repeat(1_001), "tooLong"],
		["- {url}[ by {author}]", "linkLine"],
		["- [{title}]({url})\n\n{note}", "notIndented"],
		["```\n[{title}]({url})", "opensBlock"],
		["- [{title}]({url})\n\n---\n\n  {note}", "opensBlock"],
		["- [{title}]({url})[ by {author}] {note}", "unread"],
		["{note}\n\n- [{text}]({url})", "notItem"],
		["See [{title}]({url})", "notItem"],
	])("%j is refused, since it could not be read back: %s", (pattern, kind) => {
		expect(patternFault(pattern)?.kind).toBe(kind);
	});

	test.each([
		"- [{title}]({url})[ by {author}]\n  > {note}",
		"{n}、[{title}]({url})[（{language}）]\n\n{note}",
		"- {mark:🚀} [{title}]({url})[: {note}]",
		"[\\[{tag}\\] ][**{title}**]({url})\n\n{note}",
		...READY_MADE_STYLES.map(({ style }) => style.item),
	])("%j reads what it writes", (pattern) => {
		expect(patternFault(pattern)).toBeNull();
		const titled = pattern.includes("{title}");
		const slots = Object.fromEntries(
			[...pattern.matchAll(/\{(author|language|tag|source|time)\}/g)].map(([, name]) => [
				name,
				"Ada Quay",
			]),
		);
		const full = newItem({
			title: titled ? "Tides [1]" : "",
			links: [{ url: "https://tide.example/a_(b)" }],
			note: "One line.\n\nAnother, with `code`.",
			slots,
		});
		const bare = newItem({ title: full.title, links: full.links });
		for (const item of [full, bare]) {
			const text = fillItem(item, pattern, 3);
			expect(matchItem(text, linksOf(text), pattern, 3)).toEqual(item);
		}
	});

	test("writes nothing for an empty slot", () => {
		const pattern = "- [{title}]({url})[ by {author}][（{language}）]\n  > {note}";
		const item = newItem({ title: "Tides", links: [{ url: "https://tide.example/" }] });
		expect(fillItem(item, pattern, 1)).toBe("- [Tides](https://tide.example/)");
	});
});
