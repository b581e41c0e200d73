import type { ErrorDescription } from "../../core/errors/error-message.ts";
import type { FromBackup, ToBackup } from "../../workers/backup.ts";
import type { FromGit, ToGit } from "../../workers/git.ts";
import type { FromImport, ToImport } from "../../workers/import.ts";
import type { FromLearning, ToLearning } from "../../workers/learning.ts";
import type { FromSearch, ToSearch } from "../../workers/search.ts";
import { workerScript } from "./worker-script.ts";

/** A worker that runs in its own thread, so that the page stays responsive. */
export interface Thread<To> {
	post(message: To): void;
	/** Ends the worker at once, even while it is working. */
	end(): void;
}

/** Starts a worker. `fail` is called when the worker fails. */
export type StartThread<To, From> = (
	hear: (message: From) => void,
	fail: (error: ErrorDescription) => void,
) => Thread<To>;

export const startImport: StartThread<ToImport, FromImport> = (hear, fail) =>
	threadOf("importing", hear, fail);

export const startSearch: StartThread<ToSearch, FromSearch> = (hear, fail) =>
	threadOf("searching", hear, fail);

export const startLearning: StartThread<ToLearning, FromLearning> = (hear, fail) =>
	threadOf("learning", hear, fail);

export const startBackup: StartThread<ToBackup, FromBackup> = (hear, fail) =>
	threadOf("backup", hear, fail);

export const startGit: StartThread<ToGit, FromGit> = (hear, fail) => threadOf("git", hear, fail);

function threadOf<To, From>(
	name: Parameters<typeof workerScript>[0],
	hear: (message: From) => void,
	fail: (error: ErrorDescription) => void,
): Thread<To> {
	const worker = new Worker(workerScript(name), { type: "module" });
	worker.onmessage = ({ data }: MessageEvent<From>) => hear(data);
	worker.onerror = (event) => {
		event.preventDefault();
		fail({ name: "", message: event.message || "Worker" });
	};
	worker.onmessageerror = () => fail({ name: "DataCloneError", message: "" });
	return {
		post: (message) => worker.postMessage(message),
		end: () => worker.terminate(),
	};
}
