import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { asRead } from "../../../src/data/archive/archive.ts";
import type { ArchivedIssue } from "../../../src/data/db/records.ts";
import { issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";

/** An archived issue with these sections; each item is a note and an address. */
export function archived(
	number: number,
	sections: Record<string, readonly (readonly [note: string, url: string])[]>,
	issueDate = `20${String(10 + Math.floor(number / 50)).padStart(2, "0")}-03-14`,
): ArchivedIssue {
	return asRead({
		id: `imported-${number}`,
		number,
		issueDate,
		path: `${number}.md`,
		text: `text of ${number}`,
		style: DEFAULT_HOUSE_STYLE,
		archivedAt: 1,
		issue: issueInParts({
			number,
			issueDate,
			publishedAt: "",
			intro: "",
			sponsors: [
				{
					heading: "From our sponsor, Paid",
					note: "paid words",
					links: [{ url: "https://paid.example/", text: "" }],
					foot: null,
				},
			],
			sections: Object.entries(sections).map(([heading, items]) => ({
				heading,
				items: items.map(([note, url]) => ({ note, links: [{ url, text: "" }] })),
			})),
			footer: "",
		}),
	});
}
