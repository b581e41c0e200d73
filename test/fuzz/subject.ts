/** Something that is given text from outside. */
export interface Subject {
	name: string;
	/** Whether it parses the whole text as markdown, which is part of its work then. */
	parsesBlocks?: true;
	/** Takes a text of any length within the budget of `budget.ts`. */
	run(text: string): unknown;
	/** Throws where something does not hold that holds for every text. */
	holds?(text: string): unknown;
	/** What else its texts may be made of, beside the common alphabet. */
	alphabet?: readonly string[];
}
