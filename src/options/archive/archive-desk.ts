import type { FromImport, ToImport } from "../../workers/import.ts";
import type { FromSearch, ToSearch } from "../../workers/search.ts";
import type { Desk } from "../app/desk.ts";
import type { StartThread } from "../app/threads.ts";
import { createImporting, type Importing, isUnderWay } from "./import/importing.ts";
import { createReuse, type Reuse } from "./search/reuse.ts";
import { createSearching, type Searching } from "./search/searching.ts";
import { createPicture, type Picture } from "./statistics/picture.ts";

/** What the archive's panel knows and can do beside its list of issues. */
export interface ArchiveDesk {
	importing: Importing;
	searching: Searching;
	reuse: Reuse;
	picture: Picture;
}

/** The threads it works in, given to it so that it can be tried without a browser. */
interface Threads {
	startImport: StartThread<ToImport, FromImport>;
	startSearch: StartThread<ToSearch, FromSearch>;
}

export function createArchiveDesk(desk: Desk, threads: Threads): ArchiveDesk {
	const importing = createImporting(threads.startImport);
	const searching = createSearching(desk.stored, threads.startSearch, () =>
		isUnderWay(importing.standing.value),
	);
	return {
		importing,
		searching,
		picture: createPicture(searching.overview, desk.stored),
		reuse: createReuse(desk),
	};
}
