/** Waiting for a state without an event, by asking again until it is reached. */

const PAUSE_MS = 25;

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Asks `probe` until it answers something other than `undefined`, `null` or `false`.
 * Throws after `timeoutMs`, with `what` was awaited and why the last probe failed, if it threw.
 */
export async function until<T>(
	probe: () => T | Promise<T>,
	what: string,
	timeoutMs: number,
): Promise<Exclude<T, undefined | null | false>> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		let failure: unknown;
		try {
			const answer = await probe();
			if (answer !== undefined && answer !== null && answer !== false) {
				return answer as Exclude<T, undefined | null | false>;
			}
		} catch (error) {
			if (error instanceof BrowserEnded) throw error;
			failure = error;
		}
		if (Date.now() > end) {
			const because = failure instanceof Error ? `: ${failure.message}` : "";
			throw new Error(`Waited ${timeoutMs} ms for ${what}, in vain${because}`);
		}
		await pause(PAUSE_MS);
	}
}

/** The browser has ended, so asking again is useless. */
export class BrowserEnded extends Error {}
