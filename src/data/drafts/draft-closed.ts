/** A published or deleted draft cannot be changed, because nobody would see the change. */
export class DraftClosed extends Error {
	override readonly name = "DraftClosed";

	/**
	 * @param issue the label of the draft
	 * @param hadWords whether the refused change contained words, which are then not saved
	 */
	constructor(
		readonly issue: string | number,
		readonly hadWords: boolean,
	) {
		super(`The draft of issue ${issue} is not open.`);
	}
}
