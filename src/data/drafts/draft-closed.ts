/**
 * A draft that was published or deleted takes no more changes: they would be saved where nobody
 * sees them.
 */
export class DraftClosed extends Error {
	override readonly name = "DraftClosed";

	/** @param hadWords whether words were to be written into it, which are then without a place */
	constructor(
		readonly number: number,
		readonly hadWords: boolean,
	) {
		super(`The draft of issue ${number} is not open.`);
	}
}
