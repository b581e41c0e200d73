/** The digits of a place, in the order of their code units, as `fractional-indexing` counts. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The place after the last one of a list, null for an empty list: what `generateKeyBetween` of
 * `fractional-indexing` gives without an upper end. Clipping only ever adds at the end, and the
 * popup has no room for all the rest of that library.
 *
 * A place begins with a whole number: a letter that says how many digits follow (`a` one, `b` two
 * and so on; `Z` one, `Y` two and so on before the first), then these. One is added to it; what
 * follows the number, from moves in between, falls away.
 */
export function placeAfter(last: string | null): string {
	if (last === null) return "a0";
	const letter = last.charAt(0);
	const digits = last.slice(1, 1 + digitsAfter(letter));
	const [, kept = "", raised = "", full = ""] = /^(.*?)([^z]?)(z*)$/.exec(digits) ?? [];
	if (raised !== "") {
		return letter + kept + DIGITS[DIGITS.indexOf(raised) + 1] + "0".repeat(full.length);
	}
	const next = letter === "Z" ? "a" : String.fromCharCode(letter.charCodeAt(0) + 1);
	return next + "0".repeat(digitsAfter(next));
}

function digitsAfter(letter: string): number {
	const code = letter.charCodeAt(0);
	return letter >= "a" ? code - 96 : 91 - code;
}

/**
 * Compares by place, by code unit as fractional indexes are meant to be; an equal place, which
 * only a merge could make, falls back to the id.
 */
export function byPlace(a: Placed, b: Placed): number {
	return compare(a.place, b.place) || compare(a.id, b.id);
}

interface Placed {
	place: string;
	id: string;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
