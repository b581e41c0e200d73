import { describe, expect, test } from "vitest";
import { newItem } from "../../../src/core/house-style/item.ts";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { AT_END, AT_TOP, type DraftIssue } from "../../../src/core/issue/draft-issue.ts";
import { draftOf } from "../../../src/core/issue/draft-of.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { containMarkdown } from "../../../src/core/markdown/contain.ts";
import { HOSTILE_STRINGS } from "../../hostile-strings.ts";

/** The value of a field for a text: lines end in LF, and U+FFFD replaces lone surrogates and NULs. */
function asTyped(text: string): string {
	return text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").toWellFormed();
}

const NOTES = [
	...Object.values(HOSTILE_STRINGS).map((texts) => asTyped(texts.join("\n\n"))),
	"back\\slashes \\# \\\\ at the end \\",
	"two spaces  \nthen one \nthen a tab",
];
const LINKS = [
	"https://en.wikipedia.example/wiki/Galley_(kitchen)",
	"https://spaces.example/a%20b?q=[1]&x=<y>",
	'https://ünï.example/päth#"><script>globalThis.hostileRan=1</script>',
	"mailto:a@b.example?subject=<b>&body=$1",
];
const INTRO = asTyped(["From the start\n\n====", ...HOSTILE_STRINGS.breakout].join("\n\n"));
const FOOTER = asTyped(["---\n\n>From the end", ...HOSTILE_STRINGS.structure].join("\n\n"));
const buy = newItem({ note: "Buy" });

const draft: DraftIssue = {
	number: 13,
	date: "2021-02-28",
	publishedAt: "2021-02-28T08:00:00-05:00",
	fields: {},
	sections: DEFAULT_HOUSE_STYLE.sections.map(({ id, heading, level }) => ({ id, heading, level })),
	sponsors: [{ heading: "From our sponsor, {name} # & <img>", item: buy, atFoot: true }],
	parts: [
		{ kind: "text", section: AT_TOP, text: INTRO },
		...NOTES.map((note) => ({ kind: "item" as const, section: "news", ...newItem({ note }) })),
		{ kind: "item", section: "tools", ...newItem({ links: LINKS.map((url) => ({ url })) }) },
		{ kind: "text", section: AT_END, text: FOOTER },
	],
};

/** The draft that is read from the written text. */
function readBack(parts: DraftIssue["parts"], sponsors = draft.sponsors) {
	const issue = assembleIssue({ ...draft, parts, sponsors }, DEFAULT_HOUSE_STYLE);
	const text = formatIssue(issue, DEFAULT_HOUSE_STYLE);
	const back = draftOf(parseIssue(text, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE);
	const textIn = (place: string) =>
		back.parts
			.flatMap((part) => (part.kind === "text" && part.section === place ? [part.text] : []))
			.join("\n\n");
	const items = back.parts.flatMap((part) => (part.kind === "item" ? [part] : []));
	return { text, items, sponsors: back.sponsors, textIn };
}

describe("hostile texts in every field of a draft", () => {
	const back = readBack(draft.parts);

	test("are read back unchanged, except for lines that would affect other fields", () => {
		const notes = back.items.filter(({ section }) => section === "news").map(({ note }) => note);
		expect(notes).toHaveLength(NOTES.length);
		for (const [at, note] of NOTES.entries())
			expect([note, containMarkdown(note)]).toContain(notes[at]);
		expect(back.textIn(AT_TOP)).toBe(INTRO);
		expect(back.textIn(AT_END)).toBe(containMarkdown(FOOTER));
	});

	test("add no backslash to a harmless text, whatever the others contain", () => {
		const harmless = "_Plain_ **words**, `code` & a [link](http://a.example).";
		const { items } = readBack([
			...draft.parts.slice(0, -1),
			{ kind: "item", section: "tools", ...newItem({ note: harmless }) },
		]);
		expect(items.at(-1)?.note).toBe(harmless);
	});

	test("keep a sponsor without links at the end, and addresses of any scheme", () => {
		expect(back.sponsors).toEqual(draft.sponsors);
		const tools = back.items.filter(({ section }) => section === "tools");
		expect(tools.map(({ links }) => links.map(({ url }) => url))).toEqual([LINKS]);
	});
});

test("A footer below a line has no mark above it", () => {
	const { text, textIn } = readBack(
		[
			{
				kind: "item",
				section: "news",
				...newItem({ note: "One.", links: [{ url: LINKS[0] ?? "" }] }),
			},
			{ kind: "text", section: AT_END, text: "---\n\nThat is all." },
		],
		[],
	);
	expect(text).not.toContain("<!-- text -->");
	expect(textIn(AT_END)).toBe("---\n\nThat is all.");
});
