/** As much of an issue, or of a draft, as there is to call it by. */
interface Labelled {
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** Where its file is, for an issue of the archive. */
	path?: string;
	/** When a draft was made, in milliseconds since 1970. */
	createdAt?: number;
}

/**
 * What follows the word "issue" where one is named: its number, else its date, else the name of its
 * file; for a draft that has none of these, the day it was made.
 */
export function issueLabel({ number, issueDate, path, createdAt }: Labelled): string | number {
	if (number !== null) return number;
	if (issueDate !== null) return issueDate;
	if (path !== undefined) return fileNameOf(path).replace(/\.\w+$/, "");
	return createdAt === undefined ? "" : new Date(createdAt).toISOString().slice(0, 10);
}

/** The name of a file, without the folders it is in. */
export function fileNameOf(path: string): string {
	return path.split("/").at(-1) ?? path;
}

/**
 * Orders issues, the latest first: by date where both have one, else by number, else by their files'
 * names.
 */
export function byLatest(a: Ordered, b: Ordered): number {
	if (a.issueDate && b.issueDate && a.issueDate !== b.issueDate) {
		return a.issueDate < b.issueDate ? 1 : -1;
	}
	if (a.number !== null && b.number !== null) return b.number - a.number;
	return a.path < b.path ? 1 : a.path > b.path ? -1 : 0;
}

type Ordered = Pick<Labelled, "number" | "issueDate"> & { path: string };
