/** Long texts that are difficult for a parser: one unit repeated between a beginning and an end. */
import fc from "fast-check";

/** A text of any length: `before`, then `unit` as often as it fits, then `after`. */
export interface Shape {
	before: string;
	unit: string;
	after: string;
}

/**
 * Units that are difficult for regular expressions and loops over characters, made from the characters that
 * Galley's parsers treat specially.
 */
export const UNITS = [
	..." \t\n\r\0\\`~<>[](){}#=-+*_.,:;!?'\"&%@/|^$aA1",
	...["\r\n", " \n", "\t\n", "\n\n", "\n\n\n", "\u00a0", "\u2028", "\u200b", "\u202e", "\ufeff"],
	...["\u0301", "e\u0301", "\ud800", "\udc00", "😀", "ﷺ", "İ", "ß", "שלום ", "word ", "don't "],
	...["> ", ">>", ">From ", "From ", "- ", "* ", "1. ", "1) ", "# ", "###### ", "- - ", "\\#"],
	...["---\n", "===\n", "a\n=\n", "a\n-\n", "\na\n===\n\n", "# a\n", "## a\n\nb\n\n", "a\n\n"],
	...["```\n", "```a\n", "~~~\n", "~~~~a\n", "    a\n", "\t", "<!-- item -->\n", "<!--", "-->"],
	...["[]", "[](", "[]()", "[a](b)", "](", "![", "![](", "[a]: b\n", "[a]:", "]:", "][", "[["],
	...["<a", "<a ", "<a b", "</a>", "<a>", "<!", "<?", "<br>", "<div>\n", "<b><i>", "&amp;", "&#"],
	...["**a", "_a_", "*a **b", "`a", "``a`", "~~a", "\\[", "\\]", "\\\\", "a|b\n", "|-|\n", "| "],
	...[
		"http://a.example/",
		"http://a.example/\n",
		"<http://a.example/>\n",
		"https://",
		"www.",
		"://",
	],
	...["[http://a.example/](http://a.example/)\n", "- http://a.example/\n\n", "a@b.c ", "mailto:"],
	...["a\n\nhttp://a.example/\n\n", "a\n\n\nhttp://a.example/\n\n\n", "google.com/amp/", "/amp/s/"],
	...["%25", "%", "%41", "%zz", "&a=", "&utm_a=b", "?a", "#!/", "/./", "/../", "//", "a.", "-a"],
	...[
		"a: b\n",
		"a: [\n",
		"- a\n",
		"? a\n",
		"*a ",
		"&a ",
		"!a ",
		"{a: ",
		"a: |\n",
		"'a",
		"issue 1 ",
	],
	...[
		"{date}",
		"{date:",
		"{number}",
		"{number:0",
		"{published:do ",
		"{name}",
		"1st May 2020 ",
		"12 ",
	],
	...["Sponsor\n===\n\n", "sponsor ", "Sponsor\n===\n\na\n\n", "News\n====\n\na\n\n", "title: 1\n"],
	...["{{a}} ", "{%a%}", "{{", "{%", "}}", "{{{"],
	...["subscribe ", "aA", "Aa", "a1", "c++ ", "C# ", "__proto__", "constructor ", "$1", "\ufffd"],
] as const;

const EDGES = [
	...["", "", "", "!", "\n", "\n\n", " ", "x", "]", ")", ">", "}", ":", "#", "1", "`", "\\", "\0"],
	...[
		"\n===\n",
		"\n\nhttp://z.example/\n",
		"http://a.example/",
		"[",
		"[a](",
		"<",
		"<a ",
		"# ",
		"> ",
	],
	...[
		"News\n====\n\n",
		"---\ntitle: ",
		"```\n",
		"`",
		"{date:",
		"issue ",
		"- ",
		"a: ",
		"http://a/?",
	],
	...["\n```", "-->", "<!--", "\n---\n", "**", " x\n", "a", "?", "%", "]()", "]: x", "\ud83d"],
] as const;

/**
 * The shapes that every subject is tried with: each unit alone, before a difficult end, and as part of an
 * address.
 */
export function plainShapes(units: readonly string[]): Shape[] {
	return units.flatMap((unit) => [
		{ before: "", unit, after: "" },
		{ before: "a", unit, after: "\u0001x" },
		{ before: "http://a.example/", unit, after: "x" },
	]);
}

/** Any shape: joined units, with beginnings and ends that could open or close something. */
export function anyShape(units: readonly string[]): fc.Arbitrary<Shape> {
	const part = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...units) },
		{ weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }) },
	);
	const edge = fc.oneof(
		fc.constantFrom(...EDGES),
		fc.array(part, { maxLength: 2 }).map((parts) => parts.join("")),
	);
	const unit = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
	return fc.record({ before: edge, unit, after: edge });
}

/** The text of a shape, with `length` UTF-16 units or a few less. */
export function textOf({ before, unit, after }: Shape, length: number): string {
	const times = Math.max(0, Math.floor((length - before.length - after.length) / unit.length));
	return `${before}${unit.repeat(times)}${after}`;
}
