/** The import, in a thread of its own: the page stays free to be scrolled and typed in. */
import { type DroppedFile, importFiles } from "./import-files.ts";
import type { ImportReport, ImportTally } from "./report.ts";

/** What the page tells the import. */
export type ToImport = { files: DroppedFile[] } | { cancel: true };

/** What the import tells the page; `failed` is the browser's name for what went wrong. */
export type FromImport =
	| { progress: ImportTally }
	| { finished: ImportReport; cancelled: boolean }
	| { failed: string };

/** How often the page hears of progress; more would only keep it busy. */
const TELL_EVERY_MS = 100;

let cancelled = false;
let told = 0;

addEventListener("message", async ({ data }: MessageEvent<ToImport>) => {
	if ("cancel" in data) {
		cancelled = true;
		return;
	}
	try {
		const finished = await importFiles(data.files, {
			cancelled: () => cancelled,
			report({ files, added }) {
				if (Date.now() - told < TELL_EVERY_MS) return;
				told = Date.now();
				tell({ progress: { files, added } });
			},
		});
		tell({ finished, cancelled });
	} catch (error) {
		tell({ failed: error instanceof DOMException ? error.name : String(error) });
	}
});

function tell(message: FromImport): void {
	postMessage(message);
}
