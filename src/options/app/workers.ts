import type { ErrorDescription } from "../../core/errors/error-message.ts";
import type { FromBackup, ToBackup } from "../../workers/backup.ts";
import type { FromGit, ToGit } from "../../workers/git.ts";
import type { FromImport, ToImport } from "../../workers/import.ts";
import type { FromLearning, ToLearning } from "../../workers/learning.ts";
import type { FromSearch, ToSearch } from "../../workers/search.ts";
import { workerScript } from "./worker-script.ts";

/** A worker that runs in its own thread, so that the page stays responsive. */
export interface RunningWorker<To> {
	post(message: To): void;
	/** Ends the worker at once, even while it is working. */
	end(): void;
}

/** Starts a worker. `fail` is called when the worker fails. */
export type StartWorker<To, From> = (
	onMessage: (message: From) => void,
	fail: (error: ErrorDescription) => void,
) => RunningWorker<To>;

export const startImport: StartWorker<ToImport, FromImport> = (onMessage, fail) =>
	startWorker("importing", onMessage, fail);

export const startSearch: StartWorker<ToSearch, FromSearch> = (onMessage, fail) =>
	startWorker("searching", onMessage, fail);

export const startLearning: StartWorker<ToLearning, FromLearning> = (onMessage, fail) =>
	startWorker("learning", onMessage, fail);

export const startBackup: StartWorker<ToBackup, FromBackup> = (onMessage, fail) =>
	startWorker("backup", onMessage, fail);

export const startGit: StartWorker<ToGit, FromGit> = (onMessage, fail) =>
	startWorker("git", onMessage, fail);

function startWorker<To, From>(
	name: Parameters<typeof workerScript>[0],
	onMessage: (message: From) => void,
	fail: (error: ErrorDescription) => void,
): RunningWorker<To> {
	const worker = new Worker(workerScript(name), { type: "module" });
	worker.onmessage = ({ data }: MessageEvent<From>) => onMessage(data);
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
