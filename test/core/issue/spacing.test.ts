import { expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { type Spaced, spaceBetween } from "../../../src/core/issue/spacing.ts";

const item = (text: string): Spaced => ({ kind: "item", text, sponsorAtFoot: false });
const text = (content: string): Spaced => ({ ...item(content), kind: "text" });

test.each([
	[
		"rows with a bar at their beginning",
		item("| [a](http://a.example) | A"),
		item("| [b](http://b.example) | B"),
	],
	[
		"rows with a bar at their end",
		item("[a](http://a.example) | A |"),
		item("[b](http://b.example) | B |"),
	],
	[
		"a row below the head of its table",
		text("Name | Note |\n:---: | --- |"),
		item("[a](http://a.example) | A |"),
	],
	[
		"a row below a head without bars at its end",
		text("Name | Note\n--- | ---"),
		item("| [a](http://a.example) | A"),
	],
])("there is no empty line between %s", (_, above, below) => {
	expect(spaceBetween(above, below, DEFAULT_HOUSE_STYLE)).toBe(0);
});

test("there is an empty line between a row and the head of another table", () => {
	const above = item("[a](http://a.example) | A |");
	const below = item("[b](http://b.example) | B |\n--- | --- |");
	expect(spaceBetween(above, below, DEFAULT_HOUSE_STYLE)).toBeGreaterThan(0);
});

test("a text that contains a bar is not a row", () => {
	expect(spaceBetween(item("A | B"), item("C | D"), DEFAULT_HOUSE_STYLE)).toBeGreaterThan(0);
});
