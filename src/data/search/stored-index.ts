import { type Overview, overviewOf } from "../../core/statistics/overview.ts";
import { type IssueSummary, itemsIn, summaryOf } from "../../core/statistics/summary.ts";
import { archivedIssues, archiveReadTimes } from "../archive/archive.ts";
import { archivedIds } from "../archive/archive-order.ts";
import { archiveBasis, derived, keepDerived } from "../db/derived.ts";
import { documentId, documentsOf } from "./documents.ts";
import { type SearchIndex, searchIndex } from "./search-index.ts";

/** The index of the archive, with what it was made from. */
export interface StoredIndex {
	index: SearchIndex;
	/** One for each issue in the index, the oldest first. */
	summaries: IssueSummary[];
	basis: string;
}

/** The value stored in the database under "search". */
interface Kept {
	/** Increased when the form of the index or of the summaries changes. */
	form: typeof FORM;
	summaries: IssueSummary[];
	index: string;
}

/** The value stored in the database under "overview". */
interface KeptOverview {
	form: typeof FORM;
	overview: Overview;
}

const FORM = 4;

/**
 * Issues read at a time. Reading them one by one takes longer, and reading all at once takes too much
 * memory.
 */
const AT_ONCE = 50;

export function emptyIndex(): StoredIndex {
	return { index: searchIndex(), summaries: [], basis: "" };
}

/** The stored index, or an empty one if none can be read. */
export async function storedIndex(): Promise<StoredIndex> {
	const record = await derived("search");
	const kept = record?.value as Partial<Kept> | undefined;
	if (!record || kept?.form !== FORM || !kept.index || !kept.summaries) return emptyIndex();
	try {
		return { index: searchIndex(kept.index), summaries: kept.summaries, basis: record.basis };
	} catch {
		// It was written by another version of the library. It can be built again from the archive.
		return emptyIndex();
	}
}

/** The stored overview, or null if the archive has changed since. */
export async function keptOverview(): Promise<Overview | null> {
	const [record, basis] = await Promise.all([derived("overview"), archiveBasis()]);
	const kept = record?.value as Partial<KeptOverview> | undefined;
	if (record?.basis !== basis || kept?.form !== FORM) return null;
	return kept.overview ?? null;
}

/**
 * Updates an index to the present archive. Reads only issues that are new or have another text. Resolves to
 * the same object when the archive has not changed.
 *
 * @param tell called with the number of issues read so far and the number of all issues to read
 */
export async function updateIndex(
	kept: StoredIndex,
	tell: (done: number, of: number) => void,
): Promise<StoredIndex> {
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

/** Stores an index. The overview is stored separately because it is small and read much more often. */
export async function storeIndex({ index, summaries, basis }: StoredIndex): Promise<void> {
	const overview: KeptOverview = { form: FORM, overview: overviewOf(summaries) };
	await keepDerived({ key: "overview", basis, value: overview });
	const value: Kept = { form: FORM, summaries, index: index.toJSON() };
	await keepDerived({ key: "search", basis, value });
}

/** How the archive differs from the index. An issue that was parsed again is both removed and added. */
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
