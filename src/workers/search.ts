/** The search worker: it reads, builds and queries the index. */

import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import { type Overview, overviewOf } from "../core/statistics/overview.ts";
import { setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import type { SearchDocument } from "../data/search/documents.ts";
import { type Filter, type Hit, searchIndex } from "../data/search/search-index.ts";
import {
	emptyIndex,
	keptOverview,
	type StoredIndex,
	storedIndex,
	storeIndex,
	updateIndex,
} from "../data/search/stored-index.ts";

/** A query. `ask` increases with each query, and the answer repeats it. */
export interface Question {
	ask: number;
	words: string;
	filter: Filter;
	/** The greatest number of hits in the archive. */
	count: number;
	/** The present items of the draft. */
	draft: SearchDocument[];
}

export interface Answer {
	ask: number;
	/** All hits in the draft. */
	draft: Hit[];
	/** The best hits in the archive, up to the requested number. */
	archive: Hit[];
	/** The number of all matches in the archive. */
	total: number;
}

/**
 * Messages from the page to the search. `follow` says that the archive may have changed. `keep` says
 * whether to store the index, which is not useful during an import because it changes too often.
 */
export type ToSearch = Question | { follow: true; keep: boolean };

/** Messages from the search to the page. */
export type FromSearch =
	| Answer
	| { indexed: number; of: number }
	/** The overview stored with the index, which still fits the archive. The index itself comes later. */
	| { known: Overview }
	/** The index is up to date with the archive. */
	| { ready: Overview }
	| { failed: ErrorDescription };

setUpgrade(UPGRADES);
// The page reports a deleted database. This worker must only avoid creating an empty one.
watchDatabase(() => {}, true);

const TELL_EVERY_MS = 100;

/**
 * Storing a large index takes seconds in which no query can be answered, so it waits until there has been
 * no query for this long.
 */
const KEEP_AFTER_MS = 3_000;

let index: StoredIndex = emptyIndex();
/** The state of the archive for which the index was last stored. */
let keptBasis = "";
let keeping: ReturnType<typeof setTimeout> | undefined;
let told = 0;

/** The tasks run one after the other, so that the index is not queried while it changes. */
let turn: Promise<unknown> = attempt(load);

function take(work: () => Promise<void>): void {
	turn = turn.then(() => attempt(work));
}

addEventListener("message", ({ data }: MessageEvent<ToSearch>) => {
	if (keeping !== undefined) keepLater();
	take(() => ("follow" in data ? follow(data.keep) : answer(data)));
});

async function load(): Promise<void> {
	// The overview is much smaller than the index, so the page can show it first.
	const overview = await keptOverview();
	if (overview) tell({ known: overview });
	index = await storedIndex();
	keptBasis = index.basis;
}

async function follow(keep: boolean): Promise<void> {
	index = await updateIndex(index, (indexed, of) => {
		if (Date.now() - told < TELL_EVERY_MS) return;
		told = Date.now();
		tell({ indexed, of });
	});
	tell({ ready: overviewOf(index.summaries) });
	if (keep) keepLater();
}

function keepLater(): void {
	clearTimeout(keeping);
	keeping = setTimeout(() => {
		keeping = undefined;
		take(keepIfNew);
	}, KEEP_AFTER_MS);
}

async function keepIfNew(): Promise<void> {
	if (index.basis === keptBasis) return;
	await storeIndex(index);
	keptBasis = index.basis;
}

async function answer({ ask, words, filter, count, draft }: Question): Promise<void> {
	const own = searchIndex();
	own.add(draft);
	const { hits, total } = index.index.find(words, filter, count);
	tell({ ask, draft: own.find(words, filter, draft.length).hits, archive: hits, total });
}

async function attempt(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		tell({ failed: describeError(error) });
	}
}

function tell(message: FromSearch): void {
	postMessage(message);
}
