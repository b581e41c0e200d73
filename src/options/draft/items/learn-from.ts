import { trainSuggestion } from "../../../data/suggestion/training.ts";

/**
 * Learns from the new sections of these items, in the background. The change itself is already stored. If
 * learning fails, the only effect is a less accurate suggestion.
 */
export function learnFrom(items: readonly string[]): void {
	if (items.length === 0) return;
	trainSuggestion(items).catch((error: unknown) => {
		console.error("Galley: a change of the draft was not learned from.", error);
	});
}
