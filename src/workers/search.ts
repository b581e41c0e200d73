/** The search, in a thread of its own: the index is read, built and asked here. */

import { describeError, type ErrorDescription } from "../core/errors/reason.ts";
import { type Overview, overviewOf } from "../core/statistics/overview.ts";
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import type { SearchDocument } from "../data/search/documents.ts";
import {
	emptyIndex,
	type KeptIndex,
	keepIndex,
	keptIndex,
	keptOverview,
	upToDate,
} from "../data/search/kept-index.ts";
import { type Filter, type Hit, searchIndex } from "../data/search/search-index.ts";

/** What is looked for. `ask` counts up; an answer has the number of what it answers. */
export interface Question {
	ask: number;
	words: string;
	filter: Filter;
	/** How many hits of the archive are wanted at most. */
	count: number;
	/** The items of the draft as they are now. */
	draft: SearchDocument[];
}

export interface Answer {
	ask: number;
	/** Those in the draft, all of them. */
	draft: Hit[];
	/** Those in the archive, as many as were wanted. */
	archive: Hit[];
	/** How many there are in the archive. */
	total: number;
}

/**
 * What the page tells the search; `follow` says that the archive may have changed, and whether the
 * index is then to be kept: during an import it changes too often.
 */
export type ToSearch = Question | { follow: true; keep: boolean };

/** What the search tells the page. */
export type FromSearch =
	| Answer
	| { indexed: number; of: number }
	/** The archive as it was when the index was kept, which is how it still is; the index comes later. */
	| { known: Overview }
	/** The index is up to the archive. */
	| { ready: Overview }
	| { failed: ErrorDescription };

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
watchDatabase(() => {}, true);

const TELL_EVERY_MS = 100;

/**
 * Keeping a large index takes seconds, in which no question is answered: it waits until nothing has
 * been asked for so long.
 */
const KEEP_AFTER_MS = 3_000;

let index: KeptIndex = emptyIndex();
/** The state of the archive that the index was last kept for. */
let keptBasis = "";
let keeping: ReturnType<typeof setTimeout> | undefined;
let told = 0;

/** One thing after the other: an index is not asked while it changes. */
let turn: Promise<unknown> = attempt(load);

function take(work: () => Promise<void>): void {
	turn = turn.then(() => attempt(work));
}

addEventListener("message", ({ data }: MessageEvent<ToSearch>) => {
	if (keeping !== undefined) keepLater();
	take(() => ("follow" in data ? follow(data.keep) : answer(data)));
});

async function load(): Promise<void> {
	// Far smaller than the index: the page has something to show meanwhile.
	const overview = await keptOverview();
	if (overview) tell({ known: overview });
	index = await keptIndex();
	keptBasis = index.basis;
}

async function follow(keep: boolean): Promise<void> {
	index = await upToDate(index, (indexed, of) => {
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
	await keepIndex(index);
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
