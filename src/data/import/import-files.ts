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

/** A file as it was dropped or picked, with its path within what was dropped. */
export interface DroppedFile {
	path: string;
	file: Blob;
}

/** How the import tells how far it is, and hears that it is to stop. */
interface Progress {
	/** Called after every file, with what has been done so far. */
	report(report: ImportReport): void;
	cancelled(): boolean;
}

const ZIP_NAME = /\.zip$/i;

/** Issues written in one transaction: so many that its fixed cost no longer counts. */
const AT_ONCE = 50;
/** Characters of the issues in one transaction, where they are long. */
const LENGTH_AT_ONCE = 4_000_000;

/** An issue that was read, and is still to be written. */
interface Found {
	fresh: NewIssue & Pick<ArchivedIssue, "id">;
	/** Whether it takes the place of another text. */
	replaces: boolean;
}

/**
 * Reads files and zips into the archive, some issues at a time: each is there whole or not at all,
 * whenever the import ends. Files that are no issues are named with the reason and passed over.
 * Importing what is there already changes nothing, so an import that was ended is taken up by
 * starting it again.
 *
 * @param replacing the paths of files whose issues are to be replaced where the archive has another
 *   text for them; then no others are read
 * Rejects only when the database refuses; what was imported until then stays.
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
	// While some issues are written, the next are read.
	let writing = Promise.resolve();
	async function writeFound(): Promise<void> {
		await writing;
		writing = write(found, report);
		// It is waited for later, and is no failure until then.
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

/** The issue in a file, the reason why there is none, or null where it stays as it is. */
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

/** Writes issues, and then adds them to the report. */
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
		// Deleted, moved or taken out with its disk.
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
		// Deleted or moved since it was picked.
		return { bytes: null, reason: "unreadable" };
	}
}

/** The bytes as text, or null when they are none: the archive keeps every byte or nothing. */
function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}
