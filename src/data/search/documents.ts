import { contentsOf } from "../../core/archive/contents.ts";
import { issueLabel } from "../../core/archive/issue-label.ts";
import type { Item } from "../../core/house-style/item.ts";
import { addressesOf } from "../../core/links/addresses.ts";
import { unescapeMarks } from "../../core/markdown/escape-marks.ts";
import { addressWords } from "../../core/search/words.ts";
import type { ArchivedIssue, DraftRecord, ItemRecord } from "../db/records.ts";

/** One item as it is searched and shown. */
export interface SearchDocument {
	id: string;
	/** The archived issue it is in; empty for an item of the draft. */
	issueId: string;
	/** Its position among the items of the issue, not counting sponsors. */
	at: number;
	/** The label of its issue. */
	issue: string | number;
	/** As `2019-12-15`; empty where the issue has none. */
	issueDate: string;
	/** The heading of its section. */
	section: string;
	/** The note as plain text. */
	note: string;
	titles: string;
	urls: string[];
	/** The words of the addresses. */
	addresses: string;
}

/** The items of an archived issue. Sponsors are not searched. */
export function documentsOf(archived: ArchivedIssue): SearchDocument[] {
	const { id, issueDate } = archived;
	const items = contentsOf(archived.issue).sections.flatMap(({ heading, items }) =>
		items.map((item) => ({ heading, item })),
	);
	return items.map(({ heading, item }, at) => ({
		id: documentId(id, at),
		issueId: id,
		at,
		issue: issueLabel(archived),
		issueDate: issueDate ?? "",
		section: heading,
		titles: [item.title, ...item.links.map(({ text = "" }) => text)].join(" ").trim(),
		...wordsOf(item.note, addressesOf(item)),
	}));
}

/** The items of the draft in its present state. */
export function draftDocuments(
	draft: DraftRecord,
	items: readonly ItemRecord[],
	headingOf: (section: string) => string,
): SearchDocument[] {
	return items.map(({ id, section, title, note, links }, at) => ({
		id,
		issueId: "",
		at,
		issue: issueLabel(draft),
		issueDate: draft.issueDate ?? "",
		section: headingOf(section),
		titles: [...new Set([title, ...links.map((link) => link.title)])].join(" ").trim(),
		...wordsOf(
			note,
			links.map(({ url }) => url),
		),
	}));
}

/** The item that a document was made from, in its issue. */
export function itemAt({ issue }: ArchivedIssue, at: number): Item | null {
	return contentsOf(issue).sections.flatMap(({ items }) => items)[at] ?? null;
}

export function documentId(issueId: string, at: number): string {
	return `${issueId}#${at}`;
}

function wordsOf(note: string, urls: string[]) {
	return { note: plain(note), urls, addresses: urls.map(addressWords).join(" ") };
}

/** The text of a note: inline links are replaced by their text, and backslash escapes are removed. */
function plain(note: string): string {
	return unescapeMarks(note.replace(/\[([^[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, "$1"))
		.replace(/\s+/g, " ")
		.trim();
}
