/** The import worker. The page stays responsive during an import. */
import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import { setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type DroppedFile, importFiles } from "../data/import/import-files.ts";
import type { ImportReport, ImportTally } from "../data/import/report.ts";

/** Messages from the page to the import. */
export type ToImport =
	/**
	 * Files are sent in parts, because sending many at once blocks the page. The import starts after the
	 * last part.
	 */
	{ files: DroppedFile[]; last: boolean; replacing: readonly string[] | null } | { cancel: true };

/** Messages from the import to the page. */
export type FromImport =
	| { progress: ImportTally }
	| { finished: ImportReport; cancelled: boolean }
	| { failed: ErrorDescription };

/** The interval between progress messages. More messages would only keep the page busy. */
const TELL_EVERY_MS = 100;

setUpgrade(UPGRADES);
// The page reports a deleted database. This worker must only avoid creating an empty one.
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
