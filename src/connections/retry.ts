import { ConnectionError, type ConnectionFailure, type FailureKind } from "./connection-failure.ts";

export interface Retries {
	/** The maximum number of attempts. */
	attempts: number;
	/** The pause after the first attempt. Each further pause is twice as long. */
	firstPauseMs: number;
	signal?: AbortSignal;
}

const DEFAULT_RETRIES: Retries = { attempts: 3, firstPauseMs: 1_000 };

/** Failures that may go away after a moment. */
const PASSING: ReadonlySet<FailureKind> = new Set(["unreachable", "noAnswer", "brokenAnswer"]);

/** If the host asks for a longer pause, it is not asked again, and the editor is told. */
const MAX_PAUSE_MS = 10_000;

/**
 * Repeats an operation, such as reading, until it succeeds, fails permanently or has been tried often
 * enough. The operation must be safe to repeat. Each pause between the attempts is longer than the last.
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

/** How long to wait after a failure before the next attempt; null if there is no further attempt. */
function pauseAfter(failure: ConnectionFailure, backOff: number): number | null {
	// A random part, so that machines that failed at the same time do not retry at the same time.
	const spread = backOff * (1 + Math.random() / 2);
	if (PASSING.has(failure.kind)) return spread;
	if (failure.kind === "hostError") return failure.status >= 500 ? spread : null;
	if (failure.kind !== "rateLimit" || failure.until === null) return null;
	const asked = failure.until - Date.now();
	return asked <= MAX_PAUSE_MS ? Math.max(asked, backOff) : null;
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
