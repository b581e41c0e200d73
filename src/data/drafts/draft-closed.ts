/**
 * A draft that was published or deleted takes no more changes: they would be saved where nobody
 * sees them.
 */
export class DraftClosed extends Error {
	override readonly name = "DraftClosed";

	/**
	 * @param issue its label
	 * @param hadWords whether words were to be written into it, which are then without a place
	 */
	constructor(
		readonly issue: string | number,
		readonly hadWords: boolean,
	) {
		super(`The draft of issue ${issue} is not open.`);
	}
}
