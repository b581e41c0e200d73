import type { Issue, Item } from "../../src/issue/issue.ts";
import type { View } from "./browsers/browser.ts";
import { addItem } from "./session.ts";

const addresses = ({ links }: Item) => links.map(({ url }) => url);

/** Types the whole issue into an empty draft that has all its sections. */
export async function typeIn(options: View, issue: Issue): Promise<void> {
	await options.fill("Issue number", String(issue.number));
	await options.fill("Issue date", issue.issueDate);
	await options.fill("Publication time", issue.publishedAt);
	await options.fill("Intro", issue.intro);
	const [sponsor] = issue.sponsors;
	if (sponsor) {
		await options.fill("Sponsor name", sponsor.heading.replace("From our sponsor, ", ""));
		await options.fill("Sponsor note", sponsor.note);
		await options.fill("Sponsor links", addresses(sponsor).join("\n"));
	}
	await options.fill("Footer", issue.footer);
	for (const { heading, items } of issue.sections) {
		for (const item of items) {
			await addItem(options, heading, { note: item.note, links: addresses(item) });
		}
	}
}
