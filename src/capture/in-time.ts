/** How long a clip waits for words that were selected, in milliseconds; then it is made without. */
export const SELECTION_MS = 2_000;

/** And for what a page says of itself: its site for the title, its author and its language. */
export const DESCRIPTION_MS = 1_000;

/** What is asked of a page, or null where it is too busy to answer in time. */
export function inTime<T>(answer: Promise<T>, ms: number): Promise<T | null> {
	return Promise.race([
		answer,
		new Promise<null>((resolve) => {
			setTimeout(resolve, ms, null);
		}),
	]);
}
