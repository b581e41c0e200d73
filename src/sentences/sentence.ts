import type { StringKey } from "../extension/strings.ts";

/** A sentence for the user: the name of its message in `_locales`, and the values of its placeholders. */
export interface Sentence {
	key: StringKey;
	values: (string | number)[];
	/** Set if the message has plural forms; `key` is then the one for many. */
	counted?: true;
}

export function sentence(key: StringKey, ...values: (string | number)[]): Sentence {
	return { key, values };
}

/** A message that depends on a count, which is its first value: `STEM_one`, `STEM_other`. */
export function countedSentence<K extends string>(
	stem: `${K}_other` extends StringKey ? K : never,
	count: number,
	...values: (string | number)[]
): Sentence {
	return { key: `${stem}_other` as StringKey, values: [count, ...values], counted: true };
}
