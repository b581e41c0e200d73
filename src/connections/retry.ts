import { ConnectionError, type ConnectionFailure, type FailureKind } from "./connection-failure.ts";

export interface Retries {
	/** How often something is tried at most. */
	attempts: number;
	/** The pause after the first attempt; each further one is twice as long. */
	firstPauseMs: number;
	signal?: AbortSignal;
}

const DEFAULT_RETRIES: Retries = { attempts: 3, firstPauseMs: 1_000 };

/** What may be gone a moment later. */
const PASSING: ReadonlySet<FailureKind> = new Set(["unreachable", "noAnswer", "brokenAnswer"]);

/** A host that asks for a longer pause than this is not asked again: the editor is told. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Does something that may be done any number of times, such as reading, until it succeeds, fails
 * for good or has been tried often enough. The pauses between are longer each time.
 */
export async function retrying<T>(
	operation: () => Promise<T>,
	{ attempts, firstPauseMs, signal }: Retries = DEFAULT_RETRIES,
): Promise<T> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await operation();
		} catch (error) {
			if (!(error instanceof ConnectionError) || attempt >= attempts) throw error;
			const wait = pauseAfter(error.failure, firstPauseMs * 2 ** (attempt - 1));
			if (wait === null) throw error;
			await pause(wait, signal);
		}
	}
}

/** How long to wait after a failure before the next attempt; null where there is none. */
function pauseAfter(failure: ConnectionFailure, backOff: number): number | null {
	// Machines that failed together do not all come back together.
	const spread = backOff * (1 + Math.random() / 2);
	if (PASSING.has(failure.kind)) return spread;
	if (failure.kind === "hostError") return failure.status >= 500 ? spread : null;
	if (failure.kind !== "rateLimit" || failure.until === null) return null;
	const asked = failure.until - Date.now();
	return asked <= LONGEST_PAUSE_MS ? Math.max(asked, backOff) : null;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const cancel = () => {
			clearTimeout(handle);
			reject(new ConnectionError({ kind: "canceled" }));
		};
		const handle = setTimeout(() => {
			signal?.removeEventListener("abort", cancel);
			resolve();
		}, milliseconds);
		if (signal?.aborted) cancel();
		else signal?.addEventListener("abort", cancel, { once: true });
	});
}
