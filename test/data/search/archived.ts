import type { ArchivedIssue } from "../../../src/data/db/records.ts";
import { plainLink } from "../../../src/issue/issue.ts";
import { DEFAULT_STYLE } from "../../../src/issue/style.ts";

/** An archived issue of these sections; each item is a note and an address. */
export function archived(
	number: number,
	sections: Record<string, readonly (readonly [note: string, url: string])[]>,
	issueDate = `20${String(10 + Math.floor(number / 50)).padStart(2, "0")}-03-14`,
): ArchivedIssue {
	return {
		id: `imported-${number}`,
		number,
		fileName: `${number}.md`,
		text: `text of ${number}`,
		style: DEFAULT_STYLE,
		archivedAt: 1,
		issue: {
			number,
			issueDate,
			publishedAt: "",
			intro: "",
			sponsors: [
				{
					heading: "From our sponsor, Paid",
					note: "paid words",
					links: [plainLink("https://paid.example/")],
					tight: false,
					foot: null,
				},
			],
			sections: Object.entries(sections).map(([heading, items]) => ({
				heading,
				items: items.map(([note, url]) => ({ note, links: [plainLink(url)], tight: false })),
			})),
			footer: "",
		},
	};
}
