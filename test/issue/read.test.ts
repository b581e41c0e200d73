import { describe, expect, test } from "vitest";
import { statedByName } from "../../src/issue/file-name.ts";
import { read } from "../../src/issue/read.ts";
import { rewrite } from "../../src/issue/rewrite.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";

/** A file in the default hand with this body. */
function file(...body: string[]): string {
	return [
		"---",
		"title: DEVOPS WEEKLY ISSUE \\#9 - 3rd May 2020 ",
		"date: 2020-05-03T10:00:00+01:00",
		"---",
		"",
		...body,
		"",
	].join("\n");
}

function kinds(text: string): string[] {
	return read(text).problems.map(({ kind, line }) => `${line} ${kind}`);
}

describe("the reader", () => {
	test("takes number, dates and offset from the front matter", () => {
		const { issue } = read(
			file("News", "====", "", "x", "", "[http://a.example](http://a.example)"),
		);
		expect(issue).toMatchObject({
			number: 9,
			issueDate: "2020-05-03",
			publishedAt: "2020-05-03T10:00:00+01:00",
		});
	});

	test("parts two items that only one empty line keeps apart, and says where", () => {
		const text = file(
			"News",
			"====",
			"",
			"One.",
			"",
			"[http://a.example](http://a.example)",
			"",
			"Two.",
			"",
			"[http://b.example](http://b.example)",
		);
		const [section] = read(text).issue.sections;
		expect(section?.items.map(({ note }) => note)).toEqual(["One.", "Two."]);
		expect(kinds(text)).toEqual(["13 itemsRunTogether"]);
	});

	test("joins a note and its links that two empty lines keep apart, and says where", () => {
		const text = file("News", "====", "", "One.", "", "", "[http://a.example](http://a.example)");
		const [section] = read(text).issue.sections;
		expect(section?.items).toMatchObject([{ note: "One.", links: [{ url: "http://a.example" }] }]);
		expect(kinds(text)).toEqual(["9 notePartedFromLinks"]);
	});

	test("reports an item without a note and one without a link", () => {
		const text = file(
			"News",
			"====",
			"",
			"[http://a.example](http://a.example)",
			"",
			"",
			"Nothing to click.",
			"",
			"",
			"x",
			"",
			"[http://b.example](http://b.example)",
		);
		expect(kinds(text)).toEqual(["9 noNote", "12 noLink"]);
	});

	test("knows the sponsor that stands again at the foot, and the footer after it", () => {
		const sponsor = ["Buy it.", "", "[http://s.example](http://s.example)"];
		const { issue } = read(
			file(
				"Intro.",
				"",
				"",
				"Sponsor",
				"=======",
				"",
				...sponsor,
				"",
				"",
				"News",
				"====",
				"",
				"x",
				"",
				"[http://a.example](http://a.example)",
				"",
				"",
				...sponsor,
				"",
				"",
				"Bye.",
			),
		);
		expect(issue.sponsors).toMatchObject([
			{ heading: "Sponsor", note: "Buy it.", foot: { note: "Buy it." } },
		]);
		expect(issue.sections.flatMap(({ items }) => items)).toHaveLength(1);
		expect(issue.footer).toBe("Bye.");
	});

	test("knows the sponsor at the foot also where its words or lines are set otherwise", () => {
		const text = file(
			"Hi.",
			"",
			"",
			"Sponsor",
			"=======",
			"",
			"Buy it.",
			"",
			"[http://s.example](http://s.example)",
			"",
			"",
			"News",
			"====",
			"",
			"x",
			"",
			"[http://a.example](http://a.example)",
			"",
			"",
			"Do buy it.",
			"[http://s.example](http://s.example)",
			"",
			"",
			"Bye.",
		);
		const { issue, style } = read(text);
		expect(issue.sponsors[0]?.foot).toMatchObject({ note: "Do buy it.", tight: true });
		expect(issue.sections[0]?.items).toHaveLength(1);
		expect(write(issue, style)).toBe(text);
	});

	test("reads line ends of any kind, and a byte order mark", () => {
		const text = file("News", "====", "", "x", "", "[http://a.example](http://a.example)");
		expect(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).issue).toEqual(read(text).issue);
	});

	test("reads links right under their note and writes them there again", () => {
		const text = file(
			"Hello.",
			"",
			"",
			"News",
			"====",
			"",
			"x",
			"<br>[http://a.example](http://a.example)",
		);
		const { issue, style } = read(text);
		expect(issue.sections[0]?.items[0]).toMatchObject({
			note: "x",
			tight: true,
			links: [{ lead: "<br>" }],
		});
		expect(write(issue, style)).toBe(text);
	});

	test("reads a Jekyll post with a title line and bare addresses", () => {
		const text =
			"---\nlayout: post\ntitle: Issue 4 - 10th February 2013\n---\n\n## Issue 4 - 10th February\n\nHi.\n\n\nNews\n====\n\nx\n\nhttp://a.example/\n";
		const { issue, style, problems } = read(text);
		expect(issue).toMatchObject({ number: 4, issueDate: "2013-02-10", intro: "Hi." });
		expect(issue.sections[0]?.items[0]?.links[0]).toMatchObject({
			url: "http://a.example/",
			form: "bare",
		});
		expect(style.titleLine).toBe("## Issue {number} - {date:do MMMM}");
		expect(problems).toEqual([]);
		expect(write(issue, style)).toBe(text);
	});

	test("keeps every word of a text that is no issue, and says what it misses", () => {
		const { issue, problems } = read("Just some words.\n\nAnd more.");
		expect(issue.intro).toBe("Just some words.\n\nAnd more.");
		expect(problems.map(({ kind }) => kind)).toEqual([
			"noFrontMatter",
			"noNumber",
			"noDate",
			"noSections",
		]);
	});

	test("reads on when the front matter is no YAML", () => {
		const text =
			"---\ntitle: Issue 3: the: colons - 3rd May 2020\nbad: [\n---\n\nNews\n====\n\nx\n\nhttp://a.example/\n";
		const { issue, problems } = read(text);
		expect(issue).toMatchObject({ number: 3, issueDate: "2020-05-03" });
		expect(problems.map(({ kind }) => kind)).toEqual(["frontMatterUnreadable"]);
	});

	test("takes from the file's name what the text does not say", () => {
		const text = "---\nlayout: post\n---\n\nNews\n====\n\nx\n\nhttp://a.example/\n";
		const { issue, problems } = read(
			text,
			DEFAULT_STYLE,
			statedByName("posts/2013-02-10-110.markdown"),
		);
		expect(issue).toMatchObject({ number: 110, issueDate: "2013-02-10" });
		expect(problems).toEqual([]);
	});

	test("takes number and date from a first line that says them", () => {
		const { issue } = read(
			"The Weekly, issue 12, 3rd May 2020\n\n\nNews\n====\n\nx\n\nhttp://a.example/\n",
		);
		expect(issue).toMatchObject({
			number: 12,
			issueDate: "2020-05-03",
			intro: "The Weekly, issue 12, 3rd May 2020",
		});
	});

	test("parts a footer from the links that one empty line alone keeps it from", () => {
		const { issue } = read(
			file(
				"News",
				"====",
				"",
				"x",
				"",
				"[http://a.example](http://a.example)",
				"",
				"To unsubscribe, see [http://b.example](http://b.example).",
			),
		);
		expect(issue.footer).toMatch(/^To unsubscribe/);
	});

	test("takes a last item with its links in one line for an item, not for the footer", () => {
		const { issue } = read(
			file(
				"News",
				"====",
				"",
				"x",
				"",
				"[http://a.example](http://a.example)",
				"",
				"",
				"y, see http://b.example and http://c.example",
			),
		);
		expect(issue.footer).toBe("");
		expect(issue.sections[0]?.items).toHaveLength(2);
	});

	test("gives back the very bytes of an issue that was not changed, and writes a changed one", () => {
		const text = file(
			"News",
			"===",
			"",
			"x  ",
			"",
			"",
			"[http://a.example](http://a.example)",
			"",
			"",
		);
		const reading = read(text);
		expect(rewrite(reading, structuredClone(reading.issue), reading.style)).toBe(text);
		const changed = { ...reading.issue, intro: "Hello." };
		expect(rewrite(reading, changed, reading.style)).toBe(write(changed, reading.style));
	});

	test("refuses no input", { timeout: 60_000 }, () => {
		const pieces = [
			"]:",
			"[",
			"`",
			"- ",
			"> ",
			"\\",
			"=\n",
			"```\n",
			"````\n```\n",
			"[a](",
			"\n\n\n",
		];
		const more = [
			"x\n=\n",
			"<",
			" ",
			"<!-- item -->\n",
			"](",
			"((",
			"*\n",
			"From ",
			"x\n[u](u)\n\n",
		];
		for (const piece of [...pieces, ...more]) {
			const text = file("News", "====", "", `[${piece.repeat(20_000 / piece.length)}`);
			const { issue, style } = read(text);
			expect(read(write(issue, style), style).issue).toEqual(issue);
		}
	});
});

describe("The sections of a house style that is learned", () => {
	const text = (...headings: string[]) =>
		headings
			.map((heading) => `${heading}\n${"=".repeat(heading.length)}\n\nx\n\nhttp://a.example`)
			.join("\n\n");
	const idsOf = (...headings: string[]) =>
		read(text(...headings), DEFAULT_STYLE).style.sections.map(({ id, heading }) => [heading, id]);

	test("have an id each, though their headings be of the same words", () => {
		expect(idsOf("News?", "News!", "News").slice(0, 3)).toEqual([
			["News?", "news-2"],
			["News!", "news-3"],
			["News", "news"],
		]);
		const jobs = idsOf("Jobs?", "Jobs!").map(([, id]) => id);
		expect(new Set(jobs).size).toBe(jobs.length);
	});

	test("go on under the id of one that was spelled nearly the same", () => {
		expect(idsOf("NEWS!")[0]).toEqual(["NEWS!", "news"]);
		expect(idsOf("NEWS!").filter(([, id]) => id === "news")).toHaveLength(1);
	});

	test("have ids of a length that can be kept", () => {
		expect(idsOf("word ".repeat(300).trim())[0]?.[1]?.length).toBeLessThan(100);
	});
});
