import { type Signal, signal } from "@preact/signals";
import type { FromImport, ToImport } from "../../workers/import.ts";
import type { FromSearch, ToSearch } from "../../workers/search.ts";
import type { Desk } from "../app/desk.ts";
import type { StartWorker } from "../app/workers.ts";
import { createImporting, type Importing, isUnderWay } from "./import/importing.ts";
import { createReuse, type Reuse } from "./search/reuse.ts";
import { createSearchState, type SearchState } from "./search/search-state.ts";
import type { Rereading } from "./section-learning.ts";
import { createStatistics, type Statistics } from "./statistics/statistics.ts";

/** The state and actions of the archive panel, except its list of issues. */
export interface ArchiveDesk {
	importing: Importing;
	searchState: SearchState;
	reuse: Reuse;
	statistics: Statistics;
	/** The progress while the archive is parsed again, as after a change of the style; else null. */
	rereading: Signal<Rereading | null>;
}

/** The workers that it uses. They are a parameter, so that tests need no browser. */
interface Workers {
	startImport: StartWorker<ToImport, FromImport>;
	startSearch: StartWorker<ToSearch, FromSearch>;
}

export function createArchiveDesk(desk: Desk, workers: Workers): ArchiveDesk {
	const importing = createImporting(workers.startImport);
	const searchState = createSearchState(desk.stored, workers.startSearch, () =>
		isUnderWay(importing.status.value),
	);
	return {
		importing,
		searchState,
		statistics: createStatistics(searchState.overview, desk.stored),
		reuse: createReuse(desk),
		rereading: signal(null),
	};
}
