/** The properties of an issue or a draft from which its label is made. */
interface Labeled {
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** Path of its file, for an archived issue. */
	path?: string;
	/** When a draft was created, in milliseconds since 1970. */
	createdAt?: number;
}

/**
 * The text that follows the word "issue" in the interface: its number, else its date, else its file
 * name, else the day on which the draft was created.
 */
export function issueLabel({ number, issueDate, path, createdAt }: Labeled): string | number {
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
 * Compares issues for sorting, the latest first: by date if both have one, else by number, else by file
 * name.
 */
export function byLatest(a: Ordered, b: Ordered): number {
	if (a.issueDate && b.issueDate && a.issueDate !== b.issueDate) {
		return a.issueDate < b.issueDate ? 1 : -1;
	}
	if (a.number !== null && b.number !== null) return b.number - a.number;
	return a.path < b.path ? 1 : a.path > b.path ? -1 : 0;
}

type Ordered = Pick<Labeled, "number" | "issueDate"> & { path: string };
