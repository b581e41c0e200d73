import { samePath } from "../../core/archive/issue-file.ts";
import { database } from "../db/database.ts";

/** What an import needs to know about the issues that are already in the archive. */
export interface KnownIssues {
	/** Whether an issue has exactly this text. */
	hasText(text: string): boolean;
	/** The id of the issue that came from this file, or null. */
	atPath(path: string): string | null;
	/** The path of an issue with this number, or null. */
	withNumber(number: number): string | null;
	/**
	 * Returns an id that no issue has. Browsers that import the same files get the same ids, so that their
	 * backups can be merged.
	 */
	freeId(issue: Pick<Known, "number" | "path">): string;
	/** Records an issue that is added or replaced. */
	add(issue: Known): void;
}

interface Known {
	id: string;
	path: string;
	number: number | null;
	text: string;
}

/** Reads the whole archive once, so it must run in a worker. */
export async function knownIssues(): Promise<KnownIssues> {
	const texts = new Set<string>();
	/** Grouped by file name, so that few paths have to be compared. */
	const paths = new Map<string, Map<string, string>>();
	const numbers = new Map<number, string>();
	const ids = new Set<string>();

	function add({ id, path, number, text }: Known): void {
		ids.add(id);
		texts.add(text);
		const name = path.split("/").at(-1) ?? path;
		const named = paths.get(name) ?? new Map<string, string>();
		paths.set(name, named.set(path, id));
		if (number !== null && !numbers.has(number)) numbers.set(number, path);
	}

	let cursor = await (await database()).transaction("archive").store.openCursor();
	while (cursor) {
		add(cursor.value);
		cursor = await cursor.continue();
	}
	return {
		hasText: (text) => texts.has(text),
		atPath(path) {
			const named = paths.get(path.split("/").at(-1) ?? path);
			const found = named && samePath(path, [...named.keys()]);
			return (found && named.get(found)) ?? null;
		},
		withNumber: (number) => numbers.get(number) ?? null,
		freeId({ number, path }) {
			const named = [number, path]
				.filter((name) => name !== null)
				.map((name) => `imported-${name}`);
			return named.find((id) => !ids.has(id)) ?? `imported-${crypto.randomUUID()}`;
		},
		add,
	};
}
