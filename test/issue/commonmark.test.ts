import fc from "fast-check";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import { type Issue, type Item, plainLink } from "../../src/issue/issue.ts";
import { writeLink } from "../../src/issue/link.ts";
import { protect } from "../../src/issue/protect.ts";
import { settle } from "../../src/issue/settle.ts";
import { DEFAULT_STYLE, type HouseStyle } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";
import { issue, style } from "./arbitrary.ts";

const RUNS = Number(process.env.GALLEY_FUZZ_RUNS ?? 500);

/** Raw HTML comes out escaped, so every `<a>` and `<h1>` in here is markdown's own. */
function render(markdown: string): string {
	return micromark(markdown, { allowDangerousProtocol: true });
}

function hrefs(html: string): string[] {
	return [...html.matchAll(/<a href="([^"]*)"/g)].map((found) => found[1] ?? "");
}

function headings(html: string): string[] {
	return [...html.matchAll(/<h[1-6]>([\s\S]*?)<\/h[1-6]>/g)].map((found) => found[1] ?? "");
}

/** What the parts of an issue are when each is looked at alone. */
function expected({ intro, sponsors, sections, footer }: Issue) {
	const note = (text: string) => hrefs(render(protect(text)));
	const body = (item: Item) => [
		...note(item.note),
		...item.links.flatMap((each) => linkAlone(each)),
	];
	return {
		headings: [...sponsors, ...sections].length,
		links: [
			...note(intro),
			...sponsors.flatMap((sponsor) => [...hrefs(headingAlone(sponsor.heading)), ...body(sponsor)]),
			...sections.flatMap(({ heading, items }) => [
				...hrefs(headingAlone(heading)),
				...items.flatMap(body),
			]),
			...sponsors.flatMap(({ foot }) => (foot ? body(foot) : [])),
			...note(footer),
		],
	};
}

function headingAlone(heading: string): string {
	return render(`## ${heading}`);
}

/** A link's address as CommonMark writes it into HTML; a bare address is no link there. */
function linkAlone(link: Item["links"][number]): string[] {
	return link.form === "bare" ? [] : hrefs(render(writeLink(link)));
}

/** The issue's markdown as it is before mail, and without its front matter. */
function bodyOf(made: Issue, hand: HouseStyle): string {
	return write(made, { ...hand, mailQuoting: false, frontMatter: [], titleLine: "" });
}

describe("what is written is, to any CommonMark parser,", { timeout: 600_000 }, () => {
	test("just the headings and links of the issue", () => {
		fc.assert(
			fc.property(issue, style, (made, hand) => {
				const settled = settle(made);
				const html = render(bodyOf(made, hand));
				const parts = expected(settled);
				expect(headings(html)).toHaveLength(parts.headings);
				expect(hrefs(html)).toEqual(parts.links);
			}),
			{ numRuns: RUNS },
		);
	});

	test("a link, though a line above it begins another block within what looks like code", () => {
		const note = "`\n>>From both\n`";
		const links = [plainLink("`")];
		const made: Issue = {
			number: 1,
			issueDate: "1971-01-01",
			publishedAt: "",
			intro: "",
			sponsors: [],
			sections: [{ heading: "News", items: [{ note, links, tight: true }] }],
			footer: "",
		};
		expect(hrefs(render(bodyOf(made, DEFAULT_STYLE)))).toEqual(["%60"]);
	});

	test("a link to the very address, whatever characters it has", () => {
		fc.assert(
			fc.property(issue, (made) => {
				const { sections } = settle(made);
				for (const link of sections.flatMap(({ items }) => items.flatMap((item) => item.links))) {
					if (link.form === "bare") continue;
					const [href = ""] = hrefs(render(writeLink(link)));
					expect(spelled(withoutEntities(href))).toBe(spelled(link.url));
				}
			}),
			{ numRuns: RUNS },
		);
	});

	test("nothing of what a note says, when the note would be a heading or a fence", () => {
		for (const note of [
			"# x",
			"x\n===",
			"x\n---",
			"> # x",
			"- x\n  ---",
			"```\nx",
			"~~~",
			"<!-- x",
		]) {
			const made: Issue = {
				...oneItem,
				sections: [{ heading: "News", items: [{ note, links: [], tight: false }] }],
			};
			expect(headings(render(bodyOf(made, DEFAULT_STYLE)))).toEqual(["News"]);
		}
	});
});

const oneItem: Issue = {
	number: 1,
	issueDate: "2020-01-05",
	publishedAt: "2020-01-05T10:00:00+00:00",
	intro: "",
	sponsors: [],
	sections: [],
	footer: "",
};

function withoutEntities(html: string): string {
	const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
	return html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => characters[name] ?? "");
}

/** One spelling for what may be escaped in an address, to compare what is meant. */
function spelled(address: string): string {
	return address
		.replace(/%[0-9A-F]{2}/gi, (octet) => octet.toLowerCase())
		.replace(/[^!-~]|[\\`<>[\]^{|}"' ]/gu, (character) =>
			encodeURIComponent(character).toLowerCase(),
		);
}
