import type { Skipped } from "./skipped.ts";

/** How far an import is: little, as it is told often. */
export type ImportTally = Pick<ImportReport, "files" | "added">;

/** What an import has done so far, and at its end in all. */
export interface ImportReport {
	/** Files looked at. */
	files: number;
	/** Issues that are new in the archive. */
	added: number;
	/** Issues that were there already, with the same text. */
	same: number;
	/** Items and links of the issues that are new. */
	items: number;
	links: number;
	/** Issues whose text was replaced, as was asked for. */
	replaced: number;
	/** Paths of files of which the archive has another text. */
	changed: string[];
	/** Issues that are new and have a number that another file has too. */
	sameNumber: { path: string; number: number; holder: string }[];
	skipped: Skipped[];
}

/** A report of nothing yet. */
export function emptyReport(): ImportReport {
	return {
		files: 0,
		added: 0,
		same: 0,
		items: 0,
		links: 0,
		replaced: 0,
		changed: [],
		sameNumber: [],
		skipped: [],
	};
}
