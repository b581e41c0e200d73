/** A browser's process: it is started in its own group, its output is read, and it is always ended. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { BrowserEnded, pause } from "./wait.ts";

const TAIL_CHARACTERS = 4000;

/** Groups still running, for the exit hook: a browser must not outlive its run. */
const running = new Set<number>();

function endGroup(pid: number): void {
	try {
		// The minus addresses the whole group, so that helper processes go too.
		process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
	} catch {
		// Already gone.
	}
}

process.on("exit", () => {
	for (const pid of running) endGroup(pid);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.once(signal, () => {
		for (const pid of running) endGroup(pid);
		process.kill(process.pid, signal);
	});
}

export interface BrowserProcess {
	readonly child: ChildProcess;
	/** Whether it still runs. */
	alive(): boolean;
	/** The end of its output. */
	tail(): string;
	/** Returns the result of `work`, but fails with the end of the output if the browser ends before that. */
	guard<T>(work: Promise<T>): Promise<T>;
	/** Waits until it ends by itself, and kills it after `timeoutMs`. */
	ended(timeoutMs: number): Promise<void>;
	/** SIGKILL to the group; resolves when it has ended. */
	kill(): Promise<void>;
}

/** Starts `executable`. Throws when there is no such file. */
export function startProcess(
	executable: string,
	args: readonly string[],
	extra: { stdio?: StdioOptions; env?: Record<string, string> } = {},
): BrowserProcess {
	const child = spawn(executable, args, {
		detached: process.platform !== "win32",
		stdio: extra.stdio ?? ["ignore", "pipe", "pipe"],
		env: { ...process.env, ...extra.env },
	});
	let printed = "";
	const keep = (chunk: Buffer) => {
		printed = (printed + chunk.toString()).slice(-TAIL_CHARACTERS);
	};
	child.stdout?.on("data", keep);
	child.stderr?.on("data", keep);

	const { pid } = child;
	if (pid !== undefined) running.add(pid);

	const gone = new Promise<string>((resolve) => {
		child.once("error", (error) => resolve(error.message));
		child.once("exit", (code, signal) => {
			if (pid !== undefined) running.delete(pid);
			resolve(signal ? `signal ${signal}` : `exit code ${code}`);
		});
	});
	let why: string | undefined;
	const failure = gone.then((reason) => {
		why = reason;
		throw new BrowserEnded(`${executable} ended (${reason}). It last printed:\n${printed}`);
	});
	failure.catch(() => {});

	return {
		child,
		alive: () => why === undefined,
		tail: () => printed,
		guard: (work) => {
			work.catch(() => {});
			return Promise.race([
				work.catch(async (error: unknown) => {
					// A broken connection is often noticed before the end of the process that broke it.
					await Promise.race([gone, pause(200)]);
					if (why !== undefined) await failure;
					throw error;
				}),
				failure,
			]);
		},
		ended: async (timeoutMs) => {
			await Promise.race([gone, pause(timeoutMs)]);
			if (pid !== undefined) endGroup(pid);
			await gone;
		},
		kill: async () => {
			if (pid !== undefined) endGroup(pid);
			await gone;
		},
	};
}
