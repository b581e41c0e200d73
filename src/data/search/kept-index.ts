import { type IssueSummary, itemsIn, summaryOf } from "../../core/statistics/summary.ts";
import { archivedIssue, archiveKeys, latestPublished } from "../archive/archive.ts";
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

const FORM = 1;

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

/**
 * Brings an index up to the present archive and keeps it: only issues that are new, or gone, or
 * have another text are read. Resolves to the same object when there is nothing to do.
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
	for (const [done, id] of wanted.entries()) {
		const issue = await archivedIssue(id);
		if (issue) {
			byId.set(id, summaryOf(issue));
			index.add(documentsOf(issue));
		}
		tell(done + 1, wanted.length);
	}
	const summaries = [...byId.values()].sort((a, b) => a.number - b.number);
	const value: Kept = { form: FORM, summaries, index: index.toJSON() };
	await keepDerived({ key: "search", basis, value });
	return { index, summaries, basis };
}

/**
 * What the archive has otherwise. An issue is replaced only by publishing it anew, and then it
 * is the newest: no other needs to be looked into.
 */
async function difference(
	known: ReadonlyMap<string, IssueSummary>,
): Promise<{ gone: IssueSummary[]; wanted: string[] }> {
	const [keys, newest] = await Promise.all([archiveKeys(), latestPublished()]);
	const there = new Set(keys);
	const summary = newest ? known.get(newest.id) : undefined;
	const replaced = summary && summary.archivedAt !== newest?.archivedAt ? [summary] : [];
	return {
		gone: [...[...known.values()].filter(({ id }) => !there.has(id)), ...replaced],
		wanted: [...keys.filter((id) => !known.has(id)), ...replaced.map(({ id }) => id)],
	};
}
