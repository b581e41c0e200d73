import { generateKeyBetween } from "fractional-indexing";
import { expect, test } from "vitest";
import { placeAfter } from "../../../src/data/db/places.ts";
import fc from "../../property-tests.ts";

const afterByLibrary = (last: string | null) => generateKeyBetween(last, null);

test("the first place and the many places after it are the same as those of the library", () => {
	let place: string | null = null;
	for (let count = 0; count < 5_000; count += 1) {
		expect(placeAfter(place)).toBe(afterByLibrary(place));
		place = placeAfter(place);
	}
});

test("after places moved before and between others, the next place is the same as that of the library", () => {
	// Each step inserts a place at a position among the present ones.
	const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 120 });
	fc.assert(
		fc.property(steps, (moves) => {
			const places = ["a0"];
			for (const move of moves) {
				const at = move % (places.length + 1);
				places.splice(at, 0, generateKeyBetween(places[at - 1] ?? null, places[at] ?? null));
			}
			for (const place of places) expect(placeAfter(place)).toBe(afterByLibrary(place));
		}),
	);
});

test.each(["Zz", "Zzx", "Yzz", "Xz0z", "az", "bzz", "czzzV", "b00", "y00V"])(
	"after %s it carries over as the library does",
	(place) => {
		const complete = place === "y00V" ? `y${"0".repeat(25)}V` : place;
		expect(placeAfter(complete)).toBe(afterByLibrary(complete));
	},
);
