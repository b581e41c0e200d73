import { describe, expect, test } from "vitest";
import type { SelectedElement, SelectedNode } from "../../../src/core/selection/selected-node.ts";
import { selectionMarkdown, textMarkdown } from "../../../src/core/selection/selection-markdown.ts";

const text = (words: string): SelectedNode => ({ text: words, space: "collapse" });
const el = (name: string, ...children: (SelectedNode | string)[]): SelectedElement => ({
	name,
	block: /^(?:p|div|h\d|ul|ol|li|pre|blockquote|table|tr|td|th|hr|thead|tbody)$/.test(name),
	children: children.map((child) => (typeof child === "string" ? text(child) : child)),
});
const link = (href: string, ...children: (SelectedNode | string)[]) => ({
	...el("a", ...children),
	href,
});
const line = (...children: (SelectedNode | string)[]) => ({
	...el("div", ...children),
	tight: true,
});

const ROWS: [what: string, nodes: SelectedNode[], markdown: string][] = [
	[
		"characters that have a meaning in markdown",
		[el("p", "Return Option<T> from the parser, never a <table> of both.")],
		"Return Option\\<T> from the parser, never a \\<table> of both.",
	],
	["entities", [el("p", "Write &copy; or &#169;")], "Write \\&copy; or \\&#169;"],
	[
		"underscores and stars",
		[el("p", "The __init__ method of snake_case is called 2*3*4 times.")],
		"The \\_\\_init\\_\\_ method of snake_case is called 2\\*3\\*4 times.",
	],
	[
		"what begins a line",
		[el("p", "1. one"), el("p", "# two"), el("p", "- three")],
		"1\\. one\n\n\\# two\n\n\\- three",
	],
	[
		"emphasis, with the space around it outside",
		[el("p", "a", el("strong", " b ", el("em", "c")), " d", el("del", "e"))],
		"a **b _c_** d~~e~~",
	],
	[
		"code, whatever is in it",
		[el("p", "Call ", el("code", "a`b*"), el("code", "c"), " now")],
		"Call ``a`b*c`` now",
	],
	[
		"links, also around blocks and in emphasis",
		[
			link("https://tide.example/a", el("p", "One ", el("em", "two"))),
			el("p", el("strong", link("https://tide.example/b", "three"))),
		],
		"[One *two*](https://tide.example/a)\n\n[**three**](https://tide.example/b)",
	],
	[
		"bare addresses, without an escape in them",
		[
			el(
				"p",
				"See https://tide.example/a_b, https://tide.example/~c/_d_ and (https://tide.example/e_(f)).",
			),
		],
		"See https://tide.example/a_b, <https://tide.example/~c/_d_> and (<https://tide.example/e_(f)>).",
	],
	[
		"a link that says its address",
		[el("p", link("https://tide.example/_a_", "https://tide.example/_a_"))],
		"<https://tide.example/_a_>",
	],
	[
		"ordered lists with their first number, and nested lists",
		[{ ...el("ol", el("li", "a"), el("li", "b", el("ul", el("li", "c")))), start: 3 }],
		"3. a\n4. b\n   - c",
	],
	[
		"items of several paragraphs",
		[el("ul", el("li", el("p", "a"), el("p", "b")), el("li", "c"))],
		"- a\n\n  b\n\n- c",
	],
	[
		"code blocks with their language and indentation",
		[{ ...el("pre", "def f(x):\n    return x\n\n    # end\n"), language: "python" }],
		"```python\ndef f(x):\n    return x\n\n    # end\n```",
	],
	[
		"line breaks",
		[el("p", "One,", el("br"), " two,", el("br"), el("br"), "three")],
		"One,\\\ntwo,\n\nthree",
	],
	[
		"lines that are blocks",
		[line("One,"), line("two,"), el("p", "three")],
		"One,\\\ntwo,\n\nthree",
	],
	[
		"verse that is set with spaces",
		[{ ...el("div"), children: [{ text: "One,\n  two,\n\nthree", space: "keep" }] }],
		"One,\\\n\u00a0\u00a0two,\n\nthree",
	],
	["quotes", [el("blockquote", el("p", "a"), el("p", "b"))], "> a\n>\n> b"],
	["headings", [el("h2", el("strong", "A"), el("br"), "b"), el("p", "c")], "## **A** b\n\nc"],
	[
		"tables",
		[
			el(
				"table",
				el("thead", el("tr", el("th", "a"), el("th", "b|c"))),
				el("tbody", el("tr", el("td", "1"), el("td", "2", el("br"), "3"))),
			),
		],
		"| a | b\\|c |\n| - | - |\n| 1 | 2<br>3 |",
	],
	[
		"tables without a header",
		[el("table", el("tr", el("td", "1"), el("td", "2")))],
		"| | |\n| - | - |\n| 1 | 2 |",
	],
	[
		"addresses with a bar in a table",
		[
			el(
				"table",
				el("tr", el("td", link("https://tide.example/a|b", "c")), el("td", "d")),
				el("tr", el("td", "https://tide.example/*a|b"), el("td", "e")),
			),
		],
		"| | |\n| - | - |\n| [c](https://tide.example/a\\|b) | d |\n| <https://tide.example/*a\\|b> | e |",
	],
	[
		"tables that contain blocks, as the blocks",
		[el("table", el("tr", el("td", "1"), el("td", el("pre", "x"))))],
		"1\n\n```\nx\n```",
	],
	[
		"underscores beside an emoji or emphasis",
		[el("p", "😀__a__b", el("strong", el("em", "a_b"), "0"))],
		"😀\\_\\_a\\_\\_&#x62;**_a\\_&#x62;_&#x30;**",
	],
	[
		"code in the rows of a table",
		[el("pre", el("tbody", el("tr", "\n", el("td", "a"), "\n"), "\n", el("tr", el("td", "  b"))))],
		"```\na\n  b\n```",
	],
	["superscript", [el("p", "x", el("sup", "2"))], "x<sup>2</sup>"],
];

describe("A selection as markdown keeps", () => {
	test.each(ROWS)("%s", (_what, nodes, markdown) => {
		expect(selectionMarkdown(nodes)).toBe(markdown);
	});
});

test("A plain text keeps its characters and its lines", () => {
	expect(textMarkdown("a <T>\nb  c\n\n  *d*")).toBe("a \\<T>\\\nb\u00a0 c\n\n\u00a0\u00a0\\*d\\*");
	expect(textMarkdown(" \n ")).toBe("");
});
