import { teach } from "../../../data/suggestion/teaching.ts";

/**
 * Learns from where these items have just been put, in its own time: the change itself is on disk,
 * and what is not learned from it costs a worse guess at most.
 */
export function learnFrom(items: readonly string[]): void {
	if (items.length === 0) return;
	teach(items).catch((error: unknown) => {
		console.error("Galley: a change of the draft was not learned from.", error);
	});
}
