import { type ReadonlySignal, signal } from "@preact/signals";
import type { DroppedFile } from "../../../data/import/import-files.ts";
import type { ImportReport } from "../../../data/import/report.ts";
import { failureSentence } from "../../../sentences/failures.ts";
import type { Sentence } from "../../../sentences/sentence.ts";
import type { FromImport, ToImport } from "../../../workers/import.ts";
import type { RunningWorker, StartWorker } from "../../app/workers.ts";

/** The status of the import, or the result of the last one. */
export type ImportStatus =
	| { kind: "none" }
	/** The dropped files are being listed. */
	| { kind: "listing" }
	/** `of` is null while the number of files is unknown, as for a zip file. */
	| { kind: "running"; files: number; of: number | null; added: number; cancelling: boolean }
	| { kind: "finished"; report: ImportReport; cancelled: boolean }
	| { kind: "failed"; failure: Sentence; added: number };

/** The import of past issues into the archive. */
export interface Importing {
	readonly status: ReadonlySignal<ImportStatus>;
	/**
	 * Imports files, unless an import is running. The files may be a promise while they are being listed.
	 */
	start(files: readonly DroppedFile[] | Promise<readonly DroppedFile[]>): Promise<void>;
	/** Replaces the archived issues of these files of the last import with the content of the files. */
	replace(paths: readonly string[]): Promise<void>;
	/** Stops after the current issue. All issues read so far stay. */
	cancel(): void;
	/** Dismisses the report of the last import. */
	putAway(): void;
}

const ZIP_NAME = /\.zip$/i;

/** How many files are passed to the worker at a time, which takes a few milliseconds. */
const AT_ONCE = 25;

export function createImporting(startWorker: StartWorker<ToImport, FromImport>): Importing {
	const status = signal<ImportStatus>({ kind: "none" });
	let worker: RunningWorker<ToImport> | null = null;
	/** The files of the last import. They are read again when an issue is to be replaced. */
	let chosen: readonly DroppedFile[] = [];

	function end(now: ImportStatus): void {
		worker?.end();
		worker = null;
		status.value = now;
	}

	function fail(error: unknown): void {
		const before = status.peek();
		const failure = failureSentence("import", error);
		end({ kind: "failed", failure, added: before.kind === "running" ? before.added : 0 });
	}

	function onMessage(message: FromImport): void {
		const before = status.peek();
		if ("failed" in message) fail(message.failed);
		else if ("finished" in message) {
			end({ kind: "finished", report: message.finished, cancelled: message.cancelled });
		} else if (before.kind === "running") {
			status.value = { ...before, ...message.progress };
		}
	}

	/** Passes the files to the worker in parts. The page can respond between them. */
	async function postInParts(
		files: readonly DroppedFile[],
		to: RunningWorker<ToImport>,
		replacing: readonly string[] | null,
	): Promise<void> {
		for (let at = 0; at === 0 || at < files.length; at += AT_ONCE) {
			if (at > 0) await new Promise((resolve) => setTimeout(resolve, 0));
			const last = at + AT_ONCE >= files.length;
			if (worker === to) to.post({ files: files.slice(at, at + AT_ONCE), last, replacing });
		}
	}

	async function run(
		listed: readonly DroppedFile[] | Promise<readonly DroppedFile[]>,
		replacing: readonly string[] | null,
	): Promise<void> {
		if (isUnderWay(status.peek())) return;
		status.value = { kind: "listing" };
		try {
			const files = [...(await listed)];
			chosen = files;
			const of = files.some(({ path }) => ZIP_NAME.test(path)) ? null : files.length;
			status.value = { kind: "running", files: 0, of, added: 0, cancelling: false };
			worker = startWorker(onMessage, fail);
			await postInParts(files, worker, replacing);
		} catch (error) {
			fail(error);
		}
	}

	return {
		status,
		start: (listed) => run(listed, null),
		replace: (paths) => run(chosen, paths),
		cancel() {
			const before = status.peek();
			if (before.kind !== "running") return;
			status.value = { ...before, cancelling: true };
			worker?.post({ cancel: true });
		},
		putAway() {
			if (!isUnderWay(status.peek())) status.value = { kind: "none" };
		},
	};
}

/** Whether an import is running, so that no other can be started. */
export function isUnderWay({ kind }: ImportStatus): boolean {
	return kind === "listing" || kind === "running";
}
