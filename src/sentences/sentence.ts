import type { StringKey } from "../extension/strings.ts";

/** A sentence for the person at the page: its name in `_locales`, and what fills it. */
export interface Sentence {
	key: StringKey;
	values: (string | number)[];
	/** Set when the sentence has forms for one and for many; `key` is the one for many. */
	counted?: true;
}

export function sentence(key: StringKey, ...values: (string | number)[]): Sentence {
	return { key, values };
}

/** A sentence that follows a count, its first value: `STEM_one`, `STEM_other`. */
export function countedSentence<K extends string>(
	stem: `${K}_other` extends StringKey ? K : never,
	count: number,
	...values: (string | number)[]
): Sentence {
	return { key: `${stem}_other` as StringKey, values: [count, ...values], counted: true };
}
