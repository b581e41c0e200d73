/** Stores, reads and looks up the measured archive without using the interface. */

import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { archivedIssues, asRead } from "../../../src/data/archive/archive.ts";
import { archivedIds } from "../../../src/data/archive/archive-order.ts";
import { mentionRecordsOf } from "../../../src/data/archive/mention-records.ts";
import { repeatsOf } from "../../../src/data/archive/repeats.ts";
import { announce } from "../../../src/data/db/changes.ts";
import { database } from "../../../src/data/db/database.ts";
import { archiveBasis, derived } from "../../../src/data/db/derived.ts";
import type { ArchivedIssue } from "../../../src/data/db/records.ts";
import { followArchive } from "../../../src/data/drafts/drafts.ts";
import { storedIndex, storeIndex, updateIndex } from "../../../src/data/search/stored-index.ts";
import { exemptions } from "../../../src/data/settings/settings.ts";
import { learnArchive } from "../../../src/data/suggestion/learn-archive.ts";
import { generatedAddress, generatedIssue, ITEMS_AN_ISSUE } from "../generated-issues.ts";
import { timed } from "./timed.ts";

const PAGE = 50;
const ASK_EVERY_MS = 250;

/** Empties every store. */
export async function reset(): Promise<void> {
	const opened = await database();
	const stores = [...opened.objectStoreNames];
	const transaction = opened.transaction(stores, "readwrite");
	for (const store of stores) void transaction.objectStore(store).clear();
	await transaction.done;
	announce(stores);
}

/** Stores the issues with these numbers in the archive, in one transaction. */
export async function storeIssues(first: number, last: number): Promise<void> {
	await putAll(parsedIssues(texts(first, last)));
}

/** Updates everything derived from the archive, as an import does at its end. */
export async function deriveAll(): Promise<void> {
	await followArchive();
	await learnArchive();
	await storeIndex(await updateIndex(await storedIndex(), () => {}));
}

/** Milliseconds for parsing the issues up to `last` and writing the results once. */
export function parseAndPut(last: number): Promise<number> {
	const files = texts(1, last);
	return timed(() => putAll(parsedIssues(files)));
}

/** Milliseconds for finding the repeats among 30 addresses, a third of which are in the archive. */
export function lookUp(round: number): Promise<number> {
	const addresses = Array.from({ length: 30 }, (_, at) =>
		at % 3 === 0 ? generatedAddress(round * 97 + at) : `https://new-${round}-${at}.example/`,
	);
	return timed(async () => repeatsOf(addresses, await exemptions()));
}

/**
 * Milliseconds for reading the bytes of the stored index without using it, after storing that of the
 * present archive.
 */
export async function readKeptIndex(): Promise<number> {
	const basis = await archiveBasis();
	while ((await derived("search"))?.basis !== basis) {
		await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
	}
	return timed(() => derived("search"));
}

/** Milliseconds for learning the sections of the whole archive. */
export async function trainSections(): Promise<number> {
	await (await database()).delete("derived", "sections");
	return timed(learnArchive);
}

/** Milliseconds for reading the whole archive one page at a time. */
export function readIssues(): Promise<number> {
	return timed(async () => {
		const ids = await archivedIds();
		for (let at = 0; at < ids.length; at += PAGE) await archivedIssues(ids.slice(at, at + PAGE));
	});
}

function texts(first: number, last: number): { name: string; text: string }[] {
	return Array.from({ length: last - first + 1 }, (_, at) =>
		generatedIssue(first + at, ITEMS_AN_ISSUE),
	);
}

function parsedIssues(files: readonly { name: string; text: string }[]): ArchivedIssue[] {
	return files.map(({ name, text }) => {
		const issue = parseIssue(text, DEFAULT_HOUSE_STYLE, name);
		const { number, date: issueDate } = issue;
		const id = `imported-${number}`;
		return asRead({
			id,
			number,
			issueDate,
			path: name,
			text,
			issue,
			style: DEFAULT_HOUSE_STYLE,
			archivedAt: 1,
		});
	});
}

async function putAll(issues: readonly ArchivedIssue[]): Promise<void> {
	const transaction = (await database()).transaction(["archive", "mentions"], "readwrite", {
		durability: "strict",
	});
	for (const issue of issues) {
		void transaction.objectStore("archive").put(issue);
		for (const mention of mentionRecordsOf(issue)) {
			void transaction.objectStore("mentions").put(mention);
		}
	}
	await transaction.done;
}
