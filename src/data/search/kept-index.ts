import { type Overview, overviewOf } from "../../core/statistics/overview.ts";
import { type IssueSummary, itemsIn, summaryOf } from "../../core/statistics/summary.ts";
import { archivedIssues, archiveReadTimes } from "../archive/archive.ts";
import { archivedIds } from "../archive/archive-order.ts";
import { archiveBasis, derived, keepDerived } from "../db/derived.ts";
import { documentId, documentsOf } from "./documents.ts";
import { type SearchIndex, searchIndex } from "./search-index.ts";

/** The index of the archive with what it was made from, as it is kept. */
export interface KeptIndex {
	index: SearchIndex;
	/** One for each issue in the index, the oldest first. */
	summaries: IssueSummary[];
	basis: string;
}

/** What is kept in the database under "search". */
interface Kept {
	/** Another form of the index or of the summaries has another number. */
	form: typeof FORM;
	summaries: IssueSummary[];
	index: string;
}

/** What is kept in the database under "overview". */
interface KeptOverview {
	form: typeof FORM;
	overview: Overview;
}

const FORM = 3;

/** Issues read at a time: one by one would take longer, and all at once too much memory. */
const AT_ONCE = 50;

/** An index of nothing yet. */
export function emptyIndex(): KeptIndex {
	return { index: searchIndex(), summaries: [], basis: "" };
}

/** The index as it was kept last, or an empty one when there is none that can be read. */
export async function keptIndex(): Promise<KeptIndex> {
	const record = await derived("search");
	const kept = record?.value as Partial<Kept> | undefined;
	if (!record || kept?.form !== FORM || !kept.index || !kept.summaries) return emptyIndex();
	try {
		return { index: searchIndex(kept.index), summaries: kept.summaries, basis: record.basis };
	} catch {
		// It was written by another version of the library: the archive has all that is in it.
		return emptyIndex();
	}
}

/** The overview as it was kept last, or null when it is not of the archive as it is now. */
export async function keptOverview(): Promise<Overview | null> {
	const [record, basis] = await Promise.all([derived("overview"), archiveBasis()]);
	const kept = record?.value as Partial<KeptOverview> | undefined;
	if (record?.basis !== basis || kept?.form !== FORM) return null;
	return kept.overview ?? null;
}

/**
 * Brings an index up to the present archive: only issues that are new, or gone, or have another
 * text are read. Resolves to the same object when there is nothing to do.
 *
 * @param tell called with how many issues of how many have been read
 */
export async function upToDate(
	kept: KeptIndex,
	tell: (done: number, of: number) => void,
): Promise<KeptIndex> {
	const basis = await archiveBasis();
	if (kept.basis === basis) return kept;
	const { index } = kept;
	const byId = new Map(kept.summaries.map((summary) => [summary.id, summary]));
	const { gone, wanted } = await difference(byId);
	for (const summary of gone) {
		byId.delete(summary.id);
		index.remove(Array.from({ length: itemsIn(summary) }, (_, at) => documentId(summary.id, at)));
	}
	for (let done = 0; done < wanted.length; done += AT_ONCE) {
		for (const issue of await archivedIssues(wanted.slice(done, done + AT_ONCE))) {
			byId.set(issue.id, summaryOf(issue));
			index.add(documentsOf(issue));
		}
		tell(Math.min(wanted.length, done + AT_ONCE), wanted.length);
	}
	const summaries = inArchiveOrder([...byId.values()], await archivedIds());
	return { index, summaries, basis };
}

/** Keeps an index, and apart from it the overview, which is read far more often and is small. */
export async function keepIndex({ index, summaries, basis }: KeptIndex): Promise<void> {
	const overview: KeptOverview = { form: FORM, overview: overviewOf(summaries) };
	await keepDerived({ key: "overview", basis, value: overview });
	const value: Kept = { form: FORM, summaries, index: index.toJSON() };
	await keepDerived({ key: "search", basis, value });
}

/** What the archive has otherwise: an issue whose text was parsed anew is gone and wanted again. */
async function difference(
	known: ReadonlyMap<string, IssueSummary>,
): Promise<{ gone: IssueSummary[]; wanted: string[] }> {
	const there = await archiveReadTimes();
	return {
		gone: [...known.values()].filter(({ id, readAt }) => there.get(id) !== readAt),
		wanted: [...there].filter(([id, readAt]) => known.get(id)?.readAt !== readAt).map(([id]) => id),
	};
}

/** @param order ids, the latest first */
function inArchiveOrder(summaries: IssueSummary[], order: readonly string[]): IssueSummary[] {
	const place = new Map(order.map((id, at) => [id, -at]));
	return summaries.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
