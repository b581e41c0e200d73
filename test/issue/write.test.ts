import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Issue, plainLink } from "../../src/issue/issue.ts";
import { read } from "../../src/issue/read.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";

const fixture = readFileSync(new URL("./fixtures/2021-03-14-77.md", import.meta.url), "utf8");

function item(note: string, ...urls: string[]) {
	return { note, links: urls.map(plainLink), tight: false };
}

const webinar = item(
	"[Webinar] Ship on Fridays without fear:",
	"https://example.com/fridays?utm_source=weekly",
);

const issue: Issue = {
	number: 77,
	issueDate: "2021-03-14",
	publishedAt: "2021-03-14T09:30:00+00:00",
	intro: "Queues, caches and a long look at a short outage.",
	sponsors: [
		{
			...webinar,
			heading: "From our sponsor, Example Corp",
			foot: webinar,
		},
	],
	sections: [
		{
			heading: "News",
			items: [
				item("A good post on queues.", "https://queues.example/why"),
				item(
					"From one region to three, with maps.\n\nPart two is the better one.",
					"https://maps.example/1",
					"https://maps.example/2",
				),
			],
		},
		{ heading: "Jobs", items: [] },
		{ heading: "Tools", items: [item("Cachet keeps things.", "https://code.example/cachet")] },
	],
	footer: "Forwarded to you? Subscribe at [http://weekly.example](http://weekly.example).",
};

describe("the default house style", () => {
	test("writes an issue byte for byte as the fixture has it", () => {
		expect(write(issue, DEFAULT_STYLE)).toBe(fixture);
	});

	test("is read back as the issue it was made from, without a section that had no items", () => {
		const { issue: back, problems } = read(fixture);
		expect(back).toEqual({
			...issue,
			sections: issue.sections.filter(({ items }) => items.length > 0),
		});
		expect(problems).toEqual([]);
	});

	test("keeps the width of an underline that was drawn otherwise", () => {
		const drawn = fixture
			.replace("News\n====\n", "News\n======\n")
			.replace(/={26,}/, "=".repeat(23));
		const { issue: back, style } = read(drawn);
		expect(write(back, style)).toBe(drawn);
	});

	test("keeps a third empty line before the sponsor at the foot", () => {
		const gaping = fixture.replace(
			/\n\n\n(\[Webinar\][^\n]*\n\n[^\n]*\n\n\nForwarded)/,
			"\n\n\n\n$1",
		);
		expect(gaping).not.toBe(fixture);
		const { issue: back, style } = read(gaping);
		expect(write(back, style)).toBe(gaping);
	});

	test("quotes lines that begin like mail's From line only when its switch is on", () => {
		const unquoted = write(issue, { ...DEFAULT_STYLE, mailQuoting: false });
		expect(unquoted).toContain("\nFrom our sponsor, Example Corp\n");
		expect(unquoted).toContain("\nFrom one region");
		expect(read(unquoted, { ...DEFAULT_STYLE, mailQuoting: false }).issue).toEqual(
			read(fixture).issue,
		);
	});

	test("leaves out the intro, sponsor and footer that are not there", () => {
		const bare = {
			...issue,
			intro: "",
			sponsors: [],
			footer: "",
			sections: issue.sections.slice(0, 1),
		};
		expect(write(bare, DEFAULT_STYLE)).toBe(
			[
				"---",
				"title: DEVOPS WEEKLY ISSUE \\#77 - 14th March 2021 ",
				"date: 2021-03-14T09:30:00+00:00",
				"---",
				"",
				"News",
				"====",
				"",
				"A good post on queues.",
				"",
				"[https://queues.example/why](https://queues.example/why)",
				"",
				"",
				">From one region to three, with maps.",
				"",
				"Part two is the better one.",
				"",
				"[https://maps.example/1](https://maps.example/1)",
				"[https://maps.example/2](https://maps.example/2)",
				"",
				"",
			].join("\n"),
		);
	});

	test("marks a block only where it would be taken for something else", () => {
		const text = write(
			{
				...issue,
				sections: [
					{ heading: "News", items: [item("No link yet."), item("", "https://x.example/")] },
				],
			},
			DEFAULT_STYLE,
		);
		expect(text.match(/<!-- .* -->/g)).toEqual(["<!-- item -->"]);
	});
});
