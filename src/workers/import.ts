/** The import, in a thread of its own: the page stays free to be scrolled and typed in. */
import { describeError, type ErrorDescription } from "../core/errors/reason.ts";
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type DroppedFile, importFiles } from "../data/import/import-files.ts";
import type { ImportReport, ImportTally } from "../data/import/report.ts";

/** What the page tells the import. */
export type ToImport =
	/** Files come in parts, as handing over many at once holds the page up; all after the last. */
	{ files: DroppedFile[]; last: boolean; replacing: readonly string[] | null } | { cancel: true };

/** What the import tells the page. */
export type FromImport =
	| { progress: ImportTally }
	| { finished: ImportReport; cancelled: boolean }
	| { failed: ErrorDescription };

/** How often the page hears of progress; more would only keep it busy. */
const TELL_EVERY_MS = 100;

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
watchDatabase(() => {}, true);

const files: DroppedFile[] = [];
let cancelled = false;
let told = 0;

addEventListener("message", async ({ data }: MessageEvent<ToImport>) => {
	if ("cancel" in data) {
		cancelled = true;
		return;
	}
	files.push(...data.files);
	if (!data.last) return;
	try {
		const finished = await importFiles(
			files,
			{
				cancelled: () => cancelled,
				report({ files, added }) {
					if (Date.now() - told < TELL_EVERY_MS) return;
					told = Date.now();
					tell({ progress: { files, added } });
				},
			},
			data.replacing && new Set(data.replacing),
		);
		tell({ finished, cancelled });
	} catch (error) {
		tell({ failed: describeError(error) });
	}
});

function tell(message: FromImport): void {
	postMessage(message);
}
