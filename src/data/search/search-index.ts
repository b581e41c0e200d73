import MiniSearch, { type Options, type Query, type SearchResult } from "minisearch";
import { isCharacter, soughtIn, termOf, termsIn } from "../../core/search/words.ts";
import type { SearchDocument } from "./documents.ts";

/** Which items a search is for, besides its words. */
export interface Filter {
	/** The heading of a section; empty for all. */
	section: string;
	/** Four digits; empty for all. */
	year: string;
}

/** An item that was found, and the words it was found by as they stand in it. */
export interface Hit {
	document: Omit<SearchDocument, "addresses">;
	terms: string[];
}

/** An index of items that can be searched, kept and taken up again. */
export interface SearchIndex {
	readonly size: number;
	add(documents: readonly SearchDocument[]): void;
	remove(ids: readonly string[]): void;
	/**
	 * The best `count` first, the newest of what is equally good; all that pass the filter when
	 * there are no words. Slips of the keys are forgiven when nothing else is found.
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

/** A word this short is meant as it is; of a longer one the beginning may be typed so far. */
const SHORTEST_PREFIX = 2;
/** A slip of the keys is forgiven in words that have room for one. */
const SHORTEST_FUZZY = 5;
/** So many words find what a whole page of them would; more only take longer. */
const MOST_WORDS = 20;
const LONGEST_QUERY = 2_000;

/** An empty index, or one taken up from what `toJSON` gave. Throws on what it did not give. */
export function searchIndex(kept?: string): SearchIndex {
	const index =
		kept === undefined
			? new MiniSearch<SearchDocument>(OPTIONS)
			: MiniSearch.loadJSON<SearchDocument>(kept, OPTIONS);

	function search(query: Query, filter: Filter, fuzzy: number | false): SearchResult[] {
		return index.search(query, {
			combineWith: "AND",
			tokenize: (text) => soughtIn(text).map(({ term }) => term),
			prefix: (term) => term.length >= SHORTEST_PREFIX || isCharacter(term),
			fuzzy: fuzzy === false ? false : (term) => (term.length >= SHORTEST_FUZZY ? fuzzy : false),
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
			const sought = soughtIn(words.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
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
