import { readArchive } from "../../core/learning/archive.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { asRead } from "./archive.ts";
import { archivedIds } from "./archive-order.ts";
import { keepMentions } from "./mentions.ts";

/** Issues read at a time: some megabytes of text. */
const AT_ONCE = 50;

/** Whether any archived issue is marked to be parsed again. */
export async function isArchiveUnread(): Promise<boolean> {
	return (await (await database()).countFromIndex("archive", "read", 0)) > 0;
}

/**
 * Marks all archived issues to be parsed again, for example because another house style may fit them
 * better.
 */
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
 * Parses the marked issues again. The style is detected for each group of issues separately. Their texts
 * and ids stay the same. Takes some seconds for a long archive, so it must run in a worker.
 *
 * @param tell called with the number of issues examined so far and the number of all issues
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
	// Announced once at the end, because listeners start their work again at each announcement.
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
		// It may have been replaced or removed while it was being parsed.
		if (now?.readAt === 0 && now.text === archived.text) {
			const read = asRead({ ...now, issue, style, number, issueDate });
			await transaction.objectStore("archive").put(read);
			await keepMentions(transaction, read.id, read);
		}
		await transaction.done;
	}
}
