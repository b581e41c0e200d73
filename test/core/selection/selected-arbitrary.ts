/** Arbitrary selections for property tests: trees as they are read from pages. */
import fc from "fast-check";
import type { SelectedElement, SelectedNode } from "../../../src/core/selection/selected-node.ts";

const WORDS = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			"tide",
			"Option<T>",
			"__init__",
			"snake_case",
			"2*3*4",
			"&copy;",
			"&#65;",
			"[x]",
			"(y)",
			"![z](u)",
			"`",
			"``",
			"~~s~~",
			"~",
			"#",
			"##",
			"1.",
			"12)",
			"-",
			"+",
			"*",
			">",
			"=",
			"===",
			"---",
			"\\",
			"\\*",
			"a|b",
			"“q”",
			"「重要」",
			"です",
			"é",
			"😀",
			"https://tide.example/a_b",
			"https://tide.example/~c_/*d",
			"www.tide.example",
			"desk@tide.example",
			"<!-- c -->",
			"</p>",
			"<script>",
			"{{ x }}",
			"$x$",
			":smile:",
			"[^1]",
			"[ ]",
			"\u00a0",
			"!",
			":-",
			"\u200b",
			"http://",
			"a:b",
			"'",
			'"',
			"_",
			"__",
			"**",
		),
	},
	{
		weight: 1,
		arbitrary: fc
			.string({ minLength: 1, maxLength: 6, unit: "grapheme-ascii" })
			.map((words) => words.replaceAll("|", "/")),
	},
);

const spacing = fc.constantFrom("", " ", " ", "  ", "\n");

const words = fc
	.array(fc.tuple(WORDS, spacing), { minLength: 1, maxLength: 4 })
	.map((parts) => parts.map((part) => part.join("")).join(""));

const text: fc.Arbitrary<SelectedNode> = fc.record({
	text: words,
	space: fc.constantFrom("collapse", "collapse", "collapse", "lines", "keep"),
});

const element = (
	name: string,
	block: boolean,
	children: SelectedNode[],
	more: Partial<SelectedElement> = {},
): SelectedElement => ({ name, block, children, ...more });

const br = fc.constant<SelectedNode>(element("br", false, []));
const HREFS = [
	"https://tide.example/a",
	"https://tide.example/a_(b)?c=d&e=*f*",
	"https://tide.example/)(?c=&amp;&#65;",
	"mailto:editor@tide.example",
];

interface Kinds {
	inline: SelectedNode;
	block: SelectedNode;
}

const { inline, block } = fc.letrec<Kinds>((tie) => {
	const inlines = fc.array(tie("inline") as fc.Arbitrary<SelectedNode>, {
		minLength: 1,
		maxLength: 4,
	});
	const blocks = fc.array(tie("block") as fc.Arbitrary<SelectedNode>, {
		minLength: 1,
		maxLength: 3,
	});
	const either = fc.oneof(inlines, blocks);
	const cells = fc.array(fc.tuple(fc.constantFrom("td", "td", "th"), inlines), {
		minLength: 1,
		maxLength: 3,
	});
	return {
		inline: fc.oneof(
			{ depthSize: "small" },
			text,
			br,
			fc
				.tuple(fc.constantFrom("strong", "em", "del", "code", "span", "sup"), inlines)
				.map(([name, children]) => element(name, false, children)),
			fc
				.tuple(fc.constantFrom(...HREFS), inlines)
				.map(([href, children]) => element("a", false, children, { href })),
		),
		block: fc.oneof(
			{ depthSize: "small" },
			fc
				.tuple(fc.constantFrom("p", "div", "h2", "h6", "blockquote", "dd"), fc.boolean(), inlines)
				.map(([name, tight, children]) => element(name, true, children, { tight })),
			fc
				.tuple(fc.constantFrom("div", "blockquote"), blocks)
				.map(([name, c]) => element(name, true, c)),
			fc
				.tuple(
					fc.constantFrom("ul", "ol"),
					fc.nat(20),
					fc.array(either, { minLength: 1, maxLength: 3 }),
				)
				.map(([name, start, items]) =>
					element(
						name,
						true,
						items.map((children) => element("li", true, children)),
						{ start },
					),
				),
			fc
				.array(fc.tuple(fc.constantFrom("", "  ", "\t"), words), { minLength: 1, maxLength: 4 })
				.map((lines) =>
					element("pre", true, [{ text: lines.map((l) => l.join("")).join("\n"), space: "keep" }], {
						language: "python",
					}),
				),
			fc.array(cells, { minLength: 1, maxLength: 3 }).map((rows) =>
				element(
					"table",
					true,
					rows.map((row) =>
						element(
							"tr",
							true,
							row.map(([name, children]) => element(name, true, children)),
						),
					),
				),
			),
			fc.constant(element("hr", true, [])),
		),
	};
});

export const selectedNodes: fc.Arbitrary<SelectedNode[]> = fc.array(fc.oneof(inline, block), {
	minLength: 1,
	maxLength: 4,
});
