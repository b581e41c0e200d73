/** The search, in a thread of its own: the index is read, built and asked here. */

import { describeError, type ErrorDescription } from "../core/errors/reason.ts";
import { type Overview, overviewOf } from "../core/statistics/overview.ts";
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import type { SearchDocument } from "../data/search/documents.ts";
import { emptyIndex, type KeptIndex, keptIndex, upToDate } from "../data/search/kept-index.ts";
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

/** What the page tells the search; `follow` says that the archive may have changed. */
export type ToSearch = Question | { follow: true };

/** What the search tells the page. */
export type FromSearch =
	| Answer
	| { indexed: number; of: number }
	| { ready: Overview }
	| { failed: ErrorDescription };

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
watchDatabase(() => {}, true);

const TELL_EVERY_MS = 100;

let kept: KeptIndex = emptyIndex();
let told = 0;

/** One thing after the other: an index is not asked while it changes. */
let turn: Promise<unknown> = load();

addEventListener("message", ({ data }: MessageEvent<ToSearch>) => {
	turn = turn.then(() => attempt(() => ("follow" in data ? follow() : answer(data))));
});

async function load(): Promise<void> {
	await attempt(async () => {
		kept = await keptIndex();
	});
}

async function follow(): Promise<void> {
	kept = await upToDate(kept, (indexed, of) => {
		if (Date.now() - told < TELL_EVERY_MS) return;
		told = Date.now();
		tell({ indexed, of });
	});
	tell({ ready: overviewOf(kept.summaries) });
}

async function answer({ ask, words, filter, count, draft }: Question): Promise<void> {
	const own = searchIndex();
	own.add(draft);
	const { hits, total } = kept.index.find(words, filter, count);
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
