import { describe, expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json" with { type: "json" };
import {
	type FieldRef,
	fieldKey,
	fieldLabel,
	parseFieldKey,
} from "../../../src/options/fields/field-ref.ts";
import fc from "../../property-tests.ts";

const REFS: readonly FieldRef[] = [
	{ of: "draft", id: "0b1c-22", part: "issueDate" },
	{ of: "item", id: "a", part: "note" },
	{ of: "item", id: "style-section-note", part: "links" },
	{ of: "sponsor", id: "draft-1/sponsor-2", part: "issue" },
	{ of: "style", id: "", part: "file-name" },
	{ of: "style", id: "", part: "spacing-atEnd" },
	{ of: "style-section", id: "news-and-more", part: "heading" },
	{ of: "style-line", id: "tags-key", part: "key" },
	{ of: "exempt", id: "", part: "hosts" },
];

describe("A field's key", () => {
	test.each(REFS)("can be converted back to the field: $of $id $part", (ref) => {
		expect(parseFieldKey(fieldKey(ref))).toEqual(ref);
	});

	test("can be converted back for any id of its record", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (id) => {
				for (const ref of [
					{ of: "item", id, part: "note" },
					{ of: "style-line", id, part: "pattern" },
				] as const) {
					expect(parseFieldKey(fieldKey(ref))).toEqual(ref);
				}
			}),
		);
	});

	test.each([
		"",
		"item",
		"item-note",
		"item--note",
		"item-1-title-x",
		"other-1-note",
		"item-1-constructor",
	])("is not a key: %j", (key) => expect(parseFieldKey(key)).toBeNull());
});

test.each(REFS)("A field has a name on the page: $of $part", (ref) => {
	expect(messages).toHaveProperty(fieldLabel(ref));
});
