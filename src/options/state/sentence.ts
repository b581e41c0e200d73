import type { StringKey } from "../../browser/strings.ts";

/** A sentence for the person at the page: its name in `_locales`, and what fills it. */
export interface Sentence {
	key: StringKey;
	values: (string | number)[];
}

export function sentence(key: StringKey, ...values: (string | number)[]): Sentence {
	return { key, values };
}
