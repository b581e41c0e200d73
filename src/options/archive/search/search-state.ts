import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { ErrorDescription } from "../../../core/errors/error-message.ts";
import { sameJson } from "../../../core/json/same-json.ts";
import type { Overview } from "../../../core/statistics/overview.ts";
import { throttle } from "../../../core/timing/throttle.ts";
import { onChange } from "../../../data/db/changes.ts";
import { draftDocuments } from "../../../data/search/documents.ts";
import type { Filter } from "../../../data/search/search-index.ts";
import { failureSentence } from "../../../sentences/failures.ts";
import type { Sentence } from "../../../sentences/sentence.ts";
import type { Answer, FromSearch, ToSearch } from "../../../workers/search.ts";
import type { Stored } from "../../app/stored.ts";
import { headingOf } from "../../app/stored.ts";
import type { RunningWorker, StartWorker } from "../../app/workers.ts";

/** The search over the archive and the draft, as its views see it. */
export interface SearchState {
	readonly words: ReadonlySignal<string>;
	readonly filter: ReadonlySignal<Filter>;
	/** The results for the words of a moment ago; null when there is no search. */
	readonly answer: ReadonlySignal<Answer | null>;
	/** How much of the archive has been indexed, while it is being indexed. */
	readonly indexing: ReadonlySignal<{ indexed: number; of: number } | null>;
	readonly failure: ReadonlySignal<Sentence | null>;
	/** The archive as of the last read; null until it has been read. */
	readonly overview: ReadonlySignal<Overview | null>;
	type(words: string): void;
	choose(filter: Partial<Filter>): void;
	/** Shows more results. */
	more(): void;
	/** Starts the worker and follows the archive until the returned function is called. */
	follow(): () => void;
}

export const EVERYTHING: Filter = { section: "", year: "" };

const PAGE = 20;

/** Issues can be added faster than the index can be updated. It is updated at most once in this time. */
const FOLLOW_PAUSE_MS = 1_000;

/** @param importUnderWay whether an import is running; its signals are followed */
export function createSearchState(
	stored: Stored,
	startWorker: StartWorker<ToSearch, FromSearch>,
	importUnderWay: () => boolean,
): SearchState {
	const words = signal("");
	const filter = signal(EVERYTHING);
	const count = signal(PAGE);
	const answer = signal<Answer | null>(null);
	const indexing = signal<{ indexed: number; of: number } | null>(null);
	const failure = signal<Sentence | null>(null);
	const overview = signal<Overview | null>(null);
	/** How often the index has been updated. */
	const revision = signal(0);
	let worker: RunningWorker<ToSearch> | null = null;
	let asked = 0;
	let waiting: (() => ToSearch) | null = null;
	let underWay = false;

	let following = false;
	let behind = false;
	let again = () => {};

	/** The worker has updated the index. If there were changes meanwhile, it is updated again. */
	function followed(): void {
		following = false;
		if (!behind) return;
		behind = false;
		again();
	}

	/** Only one query runs at a time. Of the queries that arrive meanwhile, the last one runs next. */
	function ask(question: () => ToSearch): void {
		if (underWay) waiting = question;
		else {
			underWay = true;
			worker?.post(question());
		}
	}

	function look(): void {
		const draft = stored.draft.value;
		const looked = { words: words.value, filter: filter.value, count: count.value };
		const items = stored.items.value;
		// An updated index may give more results.
		revision.value;
		if (looked.words.trim() === "" && looked.filter === EVERYTHING) {
			waiting = null;
			asked += 1;
			answer.value = null;
			return;
		}
		ask(() => {
			asked += 1;
			const heading = (section: string) => headingOf(stored, section);
			return {
				...looked,
				ask: asked,
				draft: draft ? draftDocuments(draft, items, heading) : [],
			};
		});
	}

	function onMessage(message: FromSearch): void {
		if ("indexed" in message) indexing.value = message;
		else if ("known" in message) overview.value = message.known;
		else if ("ready" in message) {
			batch(() => {
				indexing.value = null;
				failure.value = null;
				if (!sameJson(overview.peek(), message.ready)) overview.value = message.ready;
				revision.value += 1;
			});
			followed();
		} else {
			underWay = false;
			if ("failed" in message) fail(message.failed);
			else if (message.ask === asked) answer.value = message;
			const next = waiting;
			waiting = null;
			if (next) ask(next);
		}
	}

	function fail(error: ErrorDescription): void {
		followed();
		indexing.value = null;
		failure.value = failureSentence("search", error);
	}

	return {
		words,
		filter,
		answer,
		indexing,
		failure,
		overview,
		type(now) {
			batch(() => {
				words.value = now;
				count.value = PAGE;
			});
		},
		choose(parts) {
			const chosen = { ...filter.peek(), ...parts };
			batch(() => {
				filter.value = chosen.section || chosen.year ? chosen : EVERYTHING;
				count.value = PAGE;
			});
		},
		more() {
			count.value += PAGE;
		},
		follow() {
			const now = startWorker(onMessage, fail);
			worker = now;
			underWay = false;
			waiting = null;
			following = false;
			behind = false;
			again = throttle(async () => {
				if (following) behind = true;
				else {
					following = true;
					now.post({ follow: true, keep: !untracked(importUnderWay) });
				}
			}, FOLLOW_PAUSE_MS);
			const ends = [
				effect(() => {
					// This also runs when an import ends: an index that was not stored during the import is stored
					// then.
					importUnderWay();
					untracked(again);
				}),
				effect(look),
				onChange((stores) => {
					if (stores.includes("archive")) again();
				}),
			];
			return () => {
				for (const end of ends) end();
				now.end();
				worker = null;
			};
		},
	};
}
