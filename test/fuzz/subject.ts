/** Code that receives text from outside. */
export interface Subject {
	name: string;
	/** Whether it parses the whole text as markdown, which is then part of its work. */
	parsesMarkdown?: true;
	/** Accepts a text of any length within the budget of `budget.ts`. */
	run(text: string): unknown;
	/** Throws if a rule that is true for every text is broken. */
	holds?(text: string): unknown;
	/** Further units for its texts, in addition to the common ones. */
	alphabet?: readonly string[];
}
