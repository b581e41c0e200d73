import type { FromImport, ToImport } from "../../importing/worker.ts";
import type { StartThread } from "../threads.ts";
import { createImporting, type Importing } from "./importing.ts";

/** What the archive's panel knows and can do beside its list of issues. */
export interface ArchiveDesk {
	importing: Importing;
}

/** The threads it works in, given to it so that it can be tried without a browser. */
export interface Threads {
	startImport: StartThread<ToImport, FromImport>;
}

export function createArchiveDesk(threads: Threads): ArchiveDesk {
	return { importing: createImporting(threads.startImport) };
}
