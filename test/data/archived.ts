import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { writeToArchive } from "../../src/data/archive/archive.ts";
import { issueInParts } from "../../src/data/db/upgrades/upgrade-issues.ts";

/** An item that ran: its section, note and link. */
export type Ran = [section: string, note: string, url: string];

/** Adds an issue to the archive as an import does. */
export async function archived(
	number: number,
	ran: readonly Ran[],
	{ issueDate = "2014-04-06", sponsor = "", heading = "Sponsor" } = {},
): Promise<void> {
	const headings = [...new Set(ran.map(([section]) => section))];
	const item = (note: string, url: string) => ({ note, links: [{ url, text: "" }] });
	const issue = issueInParts({
		number,
		issueDate,
		publishedAt: "2014-04-06T10:00:00Z",
		intro: "",
		sponsors: sponsor ? [{ ...item("Buy.", sponsor), heading, foot: null }] : [],
		sections: headings.map((heading) => ({
			heading,
			items: ran.filter(([section]) => section === heading).map(([, note, url]) => item(note, url)),
		})),
		footer: "",
	});
	const text = `issue ${number}`;
	const path = `${number}.md`;
	const id = `imported-${number}`;
	await writeToArchive([{ id, number, issueDate, path, text, issue, style: DEFAULT_HOUSE_STYLE }]);
}
