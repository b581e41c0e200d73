import { readArchive } from "../../core/learning/archive.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { asRead } from "./archive.ts";
import { archivedIds } from "./archive-order.ts";
import { keepMentions } from "./mentions.ts";

/** Issues that are read at a time: some megabytes of text, and as many styles as they show. */
const AT_ONCE = 50;

/** Whether the texts of archived issues are to be parsed anew. */
export async function isArchiveUnread(): Promise<boolean> {
	return (await (await database()).countFromIndex("archive", "read", 0)) > 0;
}

/** Has all archived issues parsed anew, as when another house style may explain them better. */
export async function markUnread(): Promise<void> {
	const transaction = (await database()).transaction("archive", "readwrite");
	for (
		let cursor = await transaction.store.openCursor();
		cursor;
		cursor = await cursor.continue()
	) {
		await cursor.update({ ...cursor.value, readAt: 0 });
	}
	await transaction.done;
	announce(["archive"]);
}

/**
 * Parses anew the archived issues that are to be, each run of them by the style it shows. Their
 * texts and ids stay. Seconds of work for a long archive: not for a thread that draws.
 *
 * @param tell called with how many issues of how many have been looked at
 */
export async function rereadArchive(tell: (done: number, of: number) => void): Promise<void> {
	const ids = (await archivedIds()).reverse();
	for (let start = 0; start < ids.length; start += AT_ONCE) {
		const run = ids.slice(start, start + AT_ONCE);
		const transaction = (await database()).transaction("archive");
		const found = await Promise.all(run.map((id) => transaction.store.get(id)));
		const issues = found.filter((issue) => issue !== undefined);
		if (issues.some(({ readAt }) => readAt === 0)) await reread(issues);
		tell(start + run.length, ids.length);
	}
	// Once, as whoever follows the archive would begin anew at each announcement.
	announce(["archive", "mentions"]);
}

async function reread(issues: readonly ArchivedIssue[]): Promise<void> {
	const readings = readArchive(issues.map(({ path, text }) => ({ name: path, text })));
	for (const [at, archived] of issues.entries()) {
		const reading = readings[at];
		if (!reading || archived.readAt !== 0) continue;
		const { issue, style } = reading;
		const number = issue.number ?? archived.number;
		const issueDate = issue.date ?? archived.issueDate;
		const transaction = (await database()).transaction(["archive", "mentions"], "readwrite");
		const now = await transaction.objectStore("archive").get(archived.id);
		// It may have been replaced or removed while it was parsed.
		if (now?.readAt === 0 && now.text === archived.text) {
			const read = asRead({ ...now, issue, style, number, issueDate });
			await transaction.objectStore("archive").put(read);
			await keepMentions(transaction, read.id, read);
		}
		await transaction.done;
	}
}
