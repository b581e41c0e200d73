import { foldedHeading } from "../../core/links/heading-key.ts";
import { addExamples, type Example } from "../../core/suggestion/learn-sections.ts";
import { examplesOf } from "../../core/suggestion/section-examples.ts";
import { modelFor } from "../../core/suggestion/section-suggestion.ts";
import { archivedIssues } from "../archive/archive.ts";
import { archivedIds } from "../archive/archive-order.ts";
import { archiveBasis, derived } from "../db/derived.ts";
import { houseStyle } from "../settings/settings.ts";
import { keepLearned } from "./training.ts";

/** Issues read at a time. A whole archive would need some hundred megabytes of memory. */
const PAGE = 50;

/** Sections with fewer items, such as one for a single event, are not learned from. */
const FEWEST = 3;

/** Whether the archive has changed since the sections were last learned from it. */
export async function isArchiveUnlearned(): Promise<boolean> {
	const [known, basis] = await Promise.all([derived("sections"), archiveBasis()]);
	return known?.basis !== basis;
}

/**
 * Learns from the whole archive which section pages go into, and stores the result, unless this has been
 * done already. Takes some seconds for a long archive, so it must run in a worker.
 */
export async function learnArchive(): Promise<void> {
	// Read first, so that issues added during the work make the result out of date and are learned later.
	const basis = await archiveBasis();
	if (!(await isArchiveUnlearned())) return;
	const { sections } = await houseStyle();
	const none = modelFor(sections);
	await keepLearned(addExamples(none, withoutRare(await archiveExamples(), none.sections)), basis);
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
