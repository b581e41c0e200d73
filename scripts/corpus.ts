import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { archiveOrder, orderedFile } from "../src/core/archive/archive-order.ts";
import { leftOutBecause } from "../src/core/archive/issue-file.ts";
import { rewriteIssue } from "../src/core/archive/rewrite-issue.ts";
import { newItem } from "../src/core/house-style/item.ts";
import { assembleIssue } from "../src/core/issue/assemble-issue.ts";
import type { DraftIssue } from "../src/core/issue/draft-issue.ts";
import { draftOf } from "../src/core/issue/draft-of.ts";
import { formatIssue } from "../src/core/issue/format-issue.ts";
import { formatItem, patternFor } from "../src/core/issue/format-item.ts";
import { linkedItemsOf } from "../src/core/issue/linked-items.ts";
import { parseIssue } from "../src/core/issue/parse-issue.ts";
import { isTitleLinked } from "../src/core/issue/reading/read-item.ts";
import { sectionFinder } from "../src/core/issue/section-of.ts";
import { readArchive } from "../src/core/learning/archive.ts";
import { learnStyle, MAX_LEARNED } from "../src/core/learning/learn-style.ts";
import type { IssueFile } from "../src/core/learning/past-issue.ts";

/** What the engine reads from one file. */
export interface FileReport {
	name: string;
	number: number | null;
	date: string | null;
	/** Why the file is not an issue. It is always null, because every markdown file is an issue. */
	refused: string | null;
	/** The items in order, each with the headings above it. A heading that is a link is also an item. */
	items: {
		path: string[];
		section: string;
		title: string;
		note: string;
		links: string[];
		asWritten: boolean;
	}[];
	/** Whether exporting the unchanged issue gives the same bytes. */
	unchanged: boolean;
	/** Whether `written` is the same text, apart from small irregularities. */
	rerendered: boolean;
	/** The text that is written from the data of the issue alone. */
	written: string;
}

export interface CorpusReport {
	files: FileReport[];
	/** The files that are skipped because of their names, with the reason. */
	leftOut: { name: string; reason: string }[];
	totals: Record<"files" | "items" | "links" | "asWritten" | "unchanged" | "rerendered", number>;
}

/** Reads every issue in a folder and its subfolders, in the order of the archive. */
export function reportOn(folder: string): CorpusReport {
	const { files, leftOut } = issuesIn(folder);
	const texts = new Map(files.map((file) => [file.name, file.text]));
	const reports = readArchive(files).map(({ name, issue, style }): FileReport => {
		const text = texts.get(name) ?? "";
		// The same copy that the database would return.
		const stored = structuredClone({ name, text, issue, style });
		const written = formatIssue(stored.issue, stored.style);
		const items = linkedItemsOf(stored.issue).map(({ path, title, note, urls, asWritten }) => ({
			path,
			section: path.at(-1) ?? "",
			title,
			note,
			links: urls,
			asWritten,
		}));
		return {
			name,
			number: issue.number,
			date: issue.date,
			refused: null,
			items,
			unchanged: rewriteIssue(stored) === text,
			rerendered: evened(written) === evened(text),
			written,
		};
	});
	const sum = (count: (file: FileReport) => number) =>
		reports.reduce((total, file) => total + count(file), 0);
	return {
		files: reports,
		leftOut,
		totals: {
			files: reports.length,
			items: sum(({ items }) => items.length),
			links: sum(({ items }) => items.flatMap(({ links }) => links).length),
			asWritten: sum(({ items }) => items.filter(({ asWritten }) => asWritten).length),
			unchanged: sum(({ unchanged }) => Number(unchanged)),
			rerendered: sum(({ rerendered }) => Number(rerendered)),
		},
	};
}

export interface NextReport {
	pairs: { name: string; draft: DraftIssue; text: string }[];
}

/**
 * Each issue except the first, turned into a draft and written in the style of the ten issues before it.
 */
export function nextOn(folder: string): NextReport {
	const { files } = issuesIn(folder);
	const pairs = files.slice(1).map(({ name, text }, at) => {
		const style = learnStyle(before(files, at + 1));
		const draft = structuredClone(draftOf(parseIssue(text, style, name), style));
		return { name, draft, text: formatIssue(assembleIssue(draft, style), style) };
	});
	return { pairs };
}

export interface ClipsReport {
	clips: { name: string; path: string[]; title: string; url: string; note: string; text: string }[];
}

/**
 * Each item that begins with a link, as a clip of it would be written in the style of the issues before.
 */
export function clipsOn(folder: string): ClipsReport {
	const { files } = issuesIn(folder);
	const clips = files.slice(1).flatMap(({ name, text }, at) => {
		const style = learnStyle(before(files, at + 1));
		const sectionOf = sectionFinder(style);
		const issue = parseIssue(text, style, name);
		return linkedItemsOf(issue).flatMap(({ part, path, title, note }) => {
			const [first] = part.kind === "item" ? part.links : [];
			if (part.kind !== "item" || !first || title === "" || part.slots.label !== undefined)
				return [];
			const { url } = first;
			const heading = headingAbove(issue.parts.slice(0, issue.parts.indexOf(part)));
			const pattern = patternFor(style, heading && sectionOf(heading.text, heading.level));
			if (!isTitleLinked(part.pattern ?? pattern)) return [];
			return [
				{
					name,
					path,
					title,
					url,
					note,
					text: formatItem(newItem({ title, links: [{ url }], note }), pattern, 1),
				},
			];
		});
	});
	return { clips };
}

function headingAbove(parts: readonly { kind: string }[]) {
	const found = parts.findLast(({ kind }) => kind === "heading");
	return (found as { kind: "heading"; text: string; level: number } | undefined) ?? null;
}

function before(files: readonly IssueFile[], at: number): IssueFile[] {
	return files.slice(Math.max(0, at - MAX_LEARNED), at);
}

function issuesIn(folder: string): { files: IssueFile[]; leftOut: CorpusReport["leftOut"] } {
	const leftOut: CorpusReport["leftOut"] = [];
	const names = filesIn(folder).filter((name) => {
		const reason = leftOutBecause(name);
		if (reason) leftOut.push({ name, reason });
		return reason === null;
	});
	const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
	const ordered = archiveOrder(names.map((name) => orderedFile(name, texts.get(name) ?? "")));
	return { files: ordered.map(({ name }) => ({ name, text: texts.get(name) ?? "" })), leftOut };
}

/** The paths of the issues in a folder and its subfolders, sorted by name. */
export function issueFiles(folder: string): string[] {
	return filesIn(folder).filter((name) => leftOutBecause(name) === null);
}

function filesIn(folder: string): string[] {
	const below = (path: string): string[] =>
		readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry: Dirent) => {
			const name = join(path, entry.name);
			if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : below(name);
			return [name];
		});
	return below("").sort();
}

/** The text without irregularities of typing: underline widths, trailing spaces, runs of empty lines. */
export function evened(text: string): string {
	return text
		.replace(/^\ufeff/, "")
		.replace(/\r\n?/g, "\n")
		.replace(/[ \t]+$/gm, "")
		.replace(/^([=-])\1+$/gm, "$1")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
