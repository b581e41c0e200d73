import type { Skipped } from "./skipped.ts";

/** The progress of an import. It is small because it is sent often. */
export type ImportTally = Pick<ImportReport, "files" | "added">;

/** What an import has done so far, or in total at its end. */
export interface ImportReport {
	/** Files that were examined. */
	files: number;
	/** Issues that are new in the archive. */
	added: number;
	/** Issues that were there already, with the same text. */
	same: number;
	/** Items and links of the new issues. */
	items: number;
	links: number;
	/** Issues whose text was replaced on request. */
	replaced: number;
	/** Paths of files for which the archive has another text. */
	changed: string[];
	/** New issues with a number that another file also has. */
	sameNumber: { path: string; number: number; holder: string }[];
	skipped: Skipped[];
}

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
