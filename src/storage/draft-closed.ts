/**
 * A draft that was published or deleted takes no more changes: they would be saved where nobody
 * sees them.
 */
export class DraftClosed extends Error {
	override readonly name = "DraftClosed";
	/** What was to be written into it, a line for each part; empty when nothing was. */
	readonly words: string;

	constructor(
		readonly number: number,
		parts: object,
	) {
		super(`The draft of issue ${number} is not open.`);
		this.words = wordsOf(parts);
	}
}

function wordsOf(parts: object): string {
	return Object.values(parts)
		.flat()
		.map((part: unknown) => (part instanceof Object && "url" in part ? part.url : part))
		.filter((part) => typeof part === "string" || typeof part === "number")
		.join("\n");
}
