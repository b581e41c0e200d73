import { contentsOf } from "../../core/archive/contents.ts";
import { leftOutBecause } from "../../core/archive/issue-file.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { parseIssue } from "../../core/issue/parse-issue.ts";
import { addressesOf } from "../../core/links/addresses.ts";
import { type NewIssue, writeToArchive } from "../archive/archive.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { followArchive } from "../drafts/drafts.ts";
import { houseStyle } from "../settings/settings.ts";
import { type KnownIssues, knownIssues } from "./known-issues.ts";
import { LIMITS } from "./limits.ts";
import { emptyReport, type ImportReport } from "./report.ts";
import { mayBeIssue, noIssue, type SkipReason } from "./skipped.ts";
import { type Unpacked, unpack } from "./unzip.ts";

/** A file that was dropped or picked, with its path inside the dropped folder. */
export interface DroppedFile {
	path: string;
	file: Blob;
}

/** Reports the progress of the import and allows stopping it. */
interface Progress {
	/** Called after every file with the results so far. */
	report(report: ImportReport): void;
	cancelled(): boolean;
}

const ZIP_NAME = /\.zip$/i;

/** Issues written in one transaction. With this many, the fixed cost of a transaction hardly matters. */
const AT_ONCE = 50;
/** Limit for the characters of the issues in one transaction, for long issues. */
const LENGTH_AT_ONCE = 4_000_000;

/** An issue that was read and has not been written yet. */
interface Found {
	fresh: NewIssue & Pick<ArchivedIssue, "id">;
	/** Whether it replaces another text in the archive. */
	replaces: boolean;
}

/**
 * Imports files and zips into the archive, several issues per transaction, so that every issue is either
 * stored completely or not at all. Files that are not issues are skipped and reported with the reason.
 * Importing an issue again changes nothing, so an import that was stopped can be continued by starting it
 * again.
 *
 * Rejects only when a write to the database fails. What was imported before stays.
 *
 * @param replacing the paths of files whose issues are replaced if the archive has another text for them;
 *   when given, no other files are read
 */
export async function importFiles(
	files: readonly DroppedFile[],
	{ report: tell, cancelled }: Progress,
	replacing: ReadonlySet<string> | null = null,
): Promise<ImportReport> {
	const report = emptyReport();
	const [known, style] = await Promise.all([knownIssues(), houseStyle()]);
	let found: Found[] = [];
	let length = 0;
	// The next issues are read while the last ones are being written.
	let writing = Promise.resolve();
	async function writeFound(): Promise<void> {
		await writing;
		writing = write(found, report);
		// The promise is awaited later. Until then, a rejection must not count as unhandled.
		writing.catch(() => {});
		found = [];
		length = 0;
	}
	for await (const { path, bytes, reason, read = 0 } of filesIn(files)) {
		if (cancelled()) break;
		if (replacing && !replacing.has(path)) continue;
		report.files += 1;
		const issue =
			bytes === null
				? (reason ?? "unreadable")
				: readIssue(path, bytes, report, known, style, replacing !== null);
		if (typeof issue === "string") report.skipped.push({ path, reason: issue, read });
		else if (issue) {
			found.push(issue);
			length += issue.fresh.text.length;
		}
		if (found.length >= AT_ONCE || length >= LENGTH_AT_ONCE) await writeFound();
		tell(report);
	}
	await writeFound();
	await writing;
	if (report.added + report.replaced > 0) await followArchive();
	return report;
}

/** The issue in a file, the reason why it is skipped, or null if the archive does not change. */
function readIssue(
	path: string,
	bytes: Uint8Array,
	report: ImportReport,
	known: KnownIssues,
	style: HouseStyle,
	mayReplace: boolean,
): Found | SkipReason | null {
	const text = textOf(bytes);
	if (text === null) return "notText";
	if (known.hasText(text)) {
		report.same += 1;
		return null;
	}
	const there = known.atPath(path);
	if (there !== null && !mayReplace) {
		report.changed.push(path);
		return null;
	}
	const issue = parseIssue(text, style, path);
	const reason = noIssue(issue, text);
	if (reason) return reason;
	const { number, date: issueDate } = issue;
	const holder = number === null ? null : known.withNumber(number);
	if (there === null && number !== null && holder !== null) {
		report.sameNumber.push({ path, number, holder });
	}
	const id = there ?? known.freeId({ number, path });
	const fresh = { id, number, issueDate, path, text, issue, style };
	known.add(fresh);
	return { fresh, replaces: there !== null };
}

/** Writes issues, then adds them to the report. */
async function write(found: readonly Found[], report: ImportReport): Promise<void> {
	if (found.length === 0) return;
	await writeToArchive(found.map(({ fresh }) => fresh));
	for (const { fresh, replaces } of found) {
		const { sponsors, sections } = contentsOf(fresh.issue);
		const items = [...sponsors, ...sections.flatMap((section) => section.items)];
		if (replaces) report.replaced += 1;
		else report.added += 1;
		report.items += items.length;
		report.links += items.reduce((sum, item) => sum + addressesOf(item).length, 0);
	}
}

async function* filesIn(
	files: readonly DroppedFile[],
): AsyncGenerator<Unpacked & { read?: number }> {
	if (files.length > LIMITS.files) {
		yield { path: "", bytes: null, reason: "tooManyFiles" };
		return;
	}
	for (const { path, file } of files) {
		if (ZIP_NAME.test(path)) yield* zipContents(path, file);
		else if (!mayBeIssue(path)) yield { path, bytes: null, reason: leftOutBecause(path) };
		else if (file.size > LIMITS.issue) yield { path, bytes: null, reason: "tooLarge" };
		else yield { path, ...(await bytesOf(file)) };
	}
}

async function* zipContents(path: string, zip: Blob) {
	if (zip.size > LIMITS.zip) {
		yield { path, bytes: null, reason: "zipTooLarge" as const };
		return;
	}
	let read = 0;
	let isBroken = false;
	try {
		for await (const { path: inside, bytes, reason } of unpack(zip)) {
			if (reason === "brokenZip") isBroken = true;
			else if (inside === "") yield { path, bytes, reason };
			else {
				yield { path: inside, bytes, reason };
				read += 1;
			}
		}
	} catch {
		// The file was deleted or moved, or its disk was removed.
		isBroken = true;
	}
	if (read === 0) yield { path, bytes: null, reason: "badZip" as const };
	else if (isBroken) yield { path, bytes: null, reason: "brokenZip" as const, read };
}

async function bytesOf(
	file: Blob,
): Promise<{ bytes: Uint8Array | null; reason: SkipReason | null }> {
	try {
		return { bytes: new Uint8Array(await file.arrayBuffer()), reason: null };
	} catch {
		// The file was deleted or moved after it was picked.
		return { bytes: null, reason: "unreadable" };
	}
}

/**
 * The bytes as text, or null if they are not valid text: the archive must be able to return the same bytes.
 */
function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}
