import { addressesOf } from "../../core/links/addresses.ts";
import { addressWords } from "../../core/search/words.ts";
import type { Item } from "../../issue/issue.ts";
import type { ArchivedIssue, ItemRecord } from "../db/records.ts";

/** One item as it is searched and shown. */
export interface SearchDocument {
	id: string;
	/** The archived issue it is in; empty for an item of the draft. */
	issueId: string;
	/** Its place among the items of the issue, sponsors not counted. */
	at: number;
	number: number;
	/** As `2019-12-15`. */
	issueDate: string;
	/** The heading of its section. */
	section: string;
	/** The note as plain text. */
	note: string;
	titles: string;
	urls: string[];
	/** The addresses as words. */
	addresses: string;
}

/** The items of an archived issue. Sponsors are no items: nobody looks for what was paid for. */
export function documentsOf({ id, issue }: ArchivedIssue): SearchDocument[] {
	const items = issue.sections.flatMap(({ heading, items }) =>
		items.map((item) => ({ heading, item })),
	);
	return items.map(({ heading, item }, at) => ({
		id: documentId(id, at),
		issueId: id,
		at,
		number: issue.number,
		issueDate: issue.issueDate,
		section: heading,
		titles: item.links.map(({ text, url }) => (text === url ? "" : text)).join(" "),
		...wordsOf(item.note, addressesOf(item)),
	}));
}

/** The items of the draft, which is searched as it stands. */
export function draftDocuments(
	{ number, issueDate }: { number: number; issueDate: string },
	items: readonly ItemRecord[],
	headingOf: (section: string) => string,
): SearchDocument[] {
	return items.map(({ id, section, note, links }, at) => ({
		id,
		issueId: "",
		at,
		number,
		issueDate,
		section: headingOf(section),
		titles: links.map(({ title }) => title).join(" "),
		...wordsOf(
			note,
			links.map(({ url }) => url),
		),
	}));
}

/** The item that a document stands for, in its issue. */
export function itemAt({ issue }: ArchivedIssue, at: number): Item | null {
	return issue.sections.flatMap(({ items }) => items)[at] ?? null;
}

export function documentId(issueId: string, at: number): string {
	return `${issueId}#${at}`;
}

function wordsOf(note: string, urls: string[]) {
	return { note: plain(note), urls, addresses: urls.map(addressWords).join(" ") };
}

/** A note less the marks that are no words: inline links are their text. */
function plain(note: string): string {
	return note
		.replace(/\[([^[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, "$1")
		.replace(/\\([!-/:-@[-`{-~])/g, "$1")
		.replace(/\s+/g, " ")
		.trim();
}
