/** Something that is given text from outside. */
export interface Subject {
	name: string;
	/** Takes a text of any length within the budget of `budget.ts`. */
	run(text: string): unknown;
	/** Throws where something does not hold that holds for every text. */
	holds?(text: string): unknown;
	/** What else its texts may be made of, beside the common alphabet. */
	alphabet?: readonly string[];
}
