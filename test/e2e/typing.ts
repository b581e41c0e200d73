import type { View } from "./browsers/browser.ts";
import { addItem } from "./session.ts";
import type { TypedIssue } from "./typed-issue.ts";

/** Types the whole issue into an empty draft that has all its sections. */
export async function typeIn(options: View, issue: TypedIssue): Promise<void> {
	await options.fill("Issue number", issue.number);
	await options.fill("Issue date", issue.issueDate);
	await options.fill("Publication time", issue.publishedAt);
	await options.fill("Intro", issue.intro);
	const [sponsor] = issue.sponsors;
	if (sponsor) {
		await options.fill("Sponsor name", sponsor.name);
		await options.fill("Sponsor note", sponsor.note);
		await options.fill("Sponsor links", sponsor.links.join("\n"));
	}
	await options.fill("Footer", issue.footer);
	for (const { heading, items } of issue.sections) {
		for (const item of items) await addItem(options, heading, item);
	}
}
