/** How many milliseconds a clip waits for the selection. After that, it is made without the selection. */
export const SELECTION_MS = 2_000;

/**
 * How many milliseconds a clip waits for the page's metadata: its site for the title, its author and its
 * language.
 */
export const DESCRIPTION_MS = 1_000;

/** The answer of a page, or null if the page is too busy to answer in time. */
export function withTimeout<T>(answer: Promise<T>, ms: number): Promise<T | null> {
	return Promise.race([
		answer,
		new Promise<null>((resolve) => {
			setTimeout(resolve, ms, null);
		}),
	]);
}
