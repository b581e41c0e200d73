import { foldedHeading } from "../../core/links/heading-key.ts";
import { type Example, learnAll } from "../../core/suggestion/learn-sections.ts";
import { examplesOf } from "../../core/suggestion/section-examples.ts";
import { modelFor } from "../../core/suggestion/section-suggestion.ts";
import { archivedIssues } from "../archive/archive.ts";
import { archivedIds } from "../archive/archive-order.ts";
import { archiveBasis, derived } from "../db/derived.ts";
import { houseStyle } from "../settings/settings.ts";
import { keepLearned } from "./teaching.ts";

/** Issues read at a time: a whole archive at once would be some hundred megabytes. */
const PAGE = 50;

/** A section that fewer items stood under, such as one for a single event, teaches nothing. */
const FEWEST = 3;

/** Whether the archive has changed since its sections were last learned. */
export async function isArchiveUnlearned(): Promise<boolean> {
	const [known, basis] = await Promise.all([derived("sections"), archiveBasis()]);
	return known?.basis !== basis;
}

/**
 * Learns from the whole archive which section pages go into, and keeps it, unless that has been
 * done already. Some seconds of work for a long archive: not for a thread that draws.
 */
export async function learnArchive(): Promise<void> {
	// Named first: what is added while it is read will be learned another time.
	const basis = await archiveBasis();
	if (!(await isArchiveUnlearned())) return;
	const { sections } = await houseStyle();
	const none = modelFor(sections);
	await keepLearned(learnAll(none, withoutRare(await archiveExamples(), none.sections)), basis);
}

async function archiveExamples(): Promise<Example[]> {
	const examples: Example[] = [];
	const ids = await archivedIds();
	for (let read = 0; read < ids.length; read += PAGE) {
		for (const { issue } of await archivedIssues(ids.slice(read, read + PAGE))) {
			const found = examplesOf(issue);
			examples.push(...found.map((each) => ({ ...each, section: foldedHeading(each.section) })));
		}
	}
	return examples;
}

function withoutRare(examples: readonly Example[], known: readonly string[]): Example[] {
	const counts = new Map<string, number>();
	for (const { section } of examples) counts.set(section, (counts.get(section) ?? 0) + 1);
	return examples.filter(
		({ section }) => known.includes(section) || (counts.get(section) ?? 0) >= FEWEST,
	);
}
