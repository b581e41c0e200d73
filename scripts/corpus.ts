import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressesOf } from "../src/core/links/addresses.ts";
import { statedByName } from "../src/issue/file-name.ts";
import type { Problem } from "../src/issue/read.ts";
import { read } from "../src/issue/read.ts";
import { rewrite } from "../src/issue/rewrite.ts";
import { DEFAULT_STYLE } from "../src/issue/style.ts";
import { write } from "../src/issue/write.ts";

/** What the reader and the writer make of one file. */
export interface FileReport {
	name: string;
	number: number;
	/** Items and sponsors in order, under the heading they stand under. */
	items: { section: string; note: string; links: string[] }[];
	problems: Problem[];
	/** Whether exporting the issue unchanged gives the same bytes. */
	unchanged: boolean;
	/** Whether writing it from the model alone gives the same text, small slips evened out. */
	rerendered: boolean;
}

export interface CorpusReport {
	files: FileReport[];
	totals: Record<"files" | "items" | "links" | "problems" | "unchanged" | "rerendered", number>;
}

const ISSUE_FILE = /\.(?:md|markdown)$/i;

/** Reads every issue in a folder and the folders below it, by name. */
export function reportOn(folder: string): CorpusReport {
	const files = issueFiles(folder).map((name) => report(name, readFileSync(join(folder, name))));
	const sum = (count: (file: FileReport) => number) =>
		files.reduce((total, file) => total + count(file), 0);
	return {
		files,
		totals: {
			files: files.length,
			items: sum(({ items }) => items.length),
			links: sum(({ items }) => items.flatMap(({ links }) => links).length),
			problems: sum(({ problems }) => problems.length),
			unchanged: sum(({ unchanged }) => Number(unchanged)),
			rerendered: sum(({ rerendered }) => Number(rerendered)),
		},
	};
}

/** Paths of the issues in a folder and below it, in order of name. */
export function issueFiles(folder: string): string[] {
	const below = (path: string): string[] =>
		readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry: Dirent) => {
			const name = join(path, entry.name);
			if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : below(name);
			return ISSUE_FILE.test(entry.name) && !/^readme\b/i.test(entry.name) ? [name] : [];
		});
	return below("").sort();
}

function report(name: string, bytes: Buffer): FileReport {
	const text = bytes.toString("utf8");
	const reading = read(text, DEFAULT_STYLE, statedByName(name));
	const { issue, style, problems } = reading;
	const exported = Buffer.from(rewrite(reading, structuredClone(issue), style), "utf8");
	const headed = [
		...issue.sponsors.map((sponsor) => ({ section: sponsor.heading, item: sponsor })),
		...issue.sections.flatMap(({ heading, items }) =>
			items.map((item) => ({ section: heading, item })),
		),
	];
	return {
		name,
		number: issue.number,
		items: headed.map(({ section, item }) => ({
			section,
			note: item.note,
			links: addressesOf(item),
		})),
		problems,
		unchanged: exported.equals(bytes),
		rerendered: evened(write(issue, style)) === evened(text),
	};
}

/** Text without what a hand may slip at: underline widths, trailing spaces, runs of empty lines. */
export function evened(text: string): string {
	return text
		.replace(/^\ufeff/, "")
		.replace(/\r\n?/g, "\n")
		.replace(/[ \t]+$/gm, "")
		.replace(/^([=-])\1+$/gm, "$1")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
