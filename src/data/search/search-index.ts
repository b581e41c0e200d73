import MiniSearch, { type Options, type Query, type SearchResult } from "minisearch";
import { isCharacter, termOf, termsIn, wordsOfQuery } from "../../core/search/words.ts";
import type { SearchDocument } from "./documents.ts";

/** Which items to search, in addition to the words. */
export interface Filter {
	/** The heading of a section; empty for all. */
	section: string;
	/** Four digits; empty for all. */
	year: string;
}

/** An item that was found, and the words in it that matched, as they are written there. */
export interface Hit {
	document: Omit<SearchDocument, "addresses">;
	terms: string[];
}

/** A search index of items that can be stored and loaded again. */
export interface SearchIndex {
	readonly size: number;
	add(documents: readonly SearchDocument[]): void;
	remove(ids: readonly string[]): void;
	/**
	 * The best `count` matches first; of equally good ones, the newest first. Without words, all items that
	 * pass the filter match. Words with typing mistakes only match when nothing else does.
	 */
	find(words: string, filter: Filter, count: number): { hits: Hit[]; total: number };
	toJSON(): string;
}

const OPTIONS: Options<SearchDocument> = {
	fields: ["note", "titles", "addresses"],
	storeFields: ["id", "issueId", "at", "issue", "issueDate", "section", "note", "titles", "urls"],
	tokenize: termsIn,
	processTerm: (term) => termOf(term) || null,
	autoVacuum: true,
};

/** Shorter words only match whole words. Longer ones also match the beginning of a word. */
const MIN_PREFIX_LENGTH = 2;
/** Shorter words have to be spelled correctly. */
const MIN_FUZZY_LENGTH = 5;
/** Further words are ignored: they rarely change the result, and make the search slower. */
const MAX_WORDS = 20;
const MAX_QUERY_LENGTH = 2_000;

/** Creates an empty index, or loads one from the output of `toJSON`. Throws if it cannot be loaded. */
export function searchIndex(kept?: string): SearchIndex {
	const index =
		kept === undefined
			? new MiniSearch<SearchDocument>(OPTIONS)
			: MiniSearch.loadJSON<SearchDocument>(kept, OPTIONS);

	function search(query: Query, filter: Filter, fuzzy: number | false): SearchResult[] {
		return index.search(query, {
			combineWith: "AND",
			tokenize: (text) => wordsOfQuery(text).map(({ term }) => term),
			prefix: (term) => term.length >= MIN_PREFIX_LENGTH || isCharacter(term),
			fuzzy: fuzzy === false ? false : (term) => (term.length >= MIN_FUZZY_LENGTH ? fuzzy : false),
			boost: { titles: 2, note: 1.5 },
			filter: ({ section, issueDate }) =>
				(filter.section === "" || section === filter.section) &&
				(filter.year === "" || String(issueDate).startsWith(filter.year)),
		});
	}

	return {
		get size() {
			return index.documentCount;
		},
		add: (documents) => index.addAll(documents),
		remove: (ids) => index.discardAll(ids.filter((id) => index.has(id))),
		find(words, filter, count) {
			const sought = wordsOfQuery(words.slice(0, MAX_QUERY_LENGTH)).slice(0, MAX_WORDS);
			const query = sought.some(({ term }) => term !== "")
				? words.slice(0, sought.at(-1)?.end)
				: MiniSearch.wildcard;
			const exact = search(query, filter, false);
			const found = exact.length > 0 ? exact : search(query, filter, 0.2);
			found.sort(
				(a, b) =>
					b.score - a.score ||
					compare(b.issueDate, a.issueDate) ||
					byLabel(b.issue, a.issue) ||
					a.at - b.at,
			);
			return { hits: found.slice(0, count).map(hitOf), total: found.length };
		},
		toJSON: () => JSON.stringify(index),
	};
}

function hitOf({ terms, ...result }: SearchResult): Hit {
	const { id, issueId, at, issue, issueDate, section, note, titles, urls } = result;
	return { document: { id, issueId, at, issue, issueDate, section, note, titles, urls }, terms };
}

function byLabel(a: string | number, b: string | number): number {
	return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
