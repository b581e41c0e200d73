/** The digits of a place in ascending order, as in `fractional-indexing`. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The place after the last one of a list; `last` is null for an empty list. Returns the same as
 * `generateKeyBetween(last, null)` of `fractional-indexing`. Clipping only adds at the end, so the popup
 * does not have to load that library.
 *
 * A place begins with an integer: a letter for the number of digits (`a` one, `b` two and so on; for
 * negative numbers `Z` one, `Y` two and so on), then the digits. The result is the next integer. Digits
 * after the integer, which come from moving items, are dropped.
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
 * Compares by place, in the order of code units, as required for fractional indexes. Equal places, which
 * only a merge can produce, are ordered by id.
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
