import { describe, expect, test } from "vitest";
import { NOTHING_USUAL } from "../../../src/core/preflight/usual.ts";
import { foundBy, saidBy } from "./drafted.ts";

const EMPTY = { name: "", note: "", links: [], booked: false };

describe("No sponsor", () => {
	test("is found if there is none, or an empty one", () => {
		expect(foundBy("noSponsor", { sponsors: [] })[0]?.place).toEqual({
			at: "sponsor",
			id: "",
			field: "name",
		});
		expect(saidBy("noSponsor", { sponsors: [EMPTY] })).toEqual(["noSponsor"]);
	});

	test("is found if it is only carried over", () => {
		expect(saidBy("noSponsor", { sponsors: [{ carried: true }] })).toEqual(["carriedSponsor Acme"]);
	});

	test("is not reported for a newsletter whose recent issues had none", () => {
		const usual = { ...NOTHING_USUAL, weekday: 0, sponsored: false };
		expect(saidBy("noSponsor", { sponsors: [], usual })).toEqual([]);
		expect(
			saidBy("noSponsor", { sponsors: [], usual: { ...usual, sponsored: true } }),
		).toHaveLength(1);
	});

	test("is not found if one is booked, even if nothing is written yet", () => {
		expect(saidBy("noSponsor", { sponsors: [{ ...EMPTY, booked: true }] })).toEqual([]);
	});
});

describe("A sponsor without a text", () => {
	test.each([
		["a booking with nothing in it", { ...EMPTY, booked: true }, "note"],
		["a name alone", { ...EMPTY, name: "Acme" }, "note"],
		["one without a link", { links: [] }, "links"],
		["one without a note", { note: " " }, "note"],
	])("is %s", (_, sponsor, field) => {
		const [found] = foundBy("unwrittenSponsor", { sponsors: [sponsor] });
		expect(found?.place).toEqual({ at: "sponsor", id: "s0", field });
	});

	test("is not found for a sponsor whose link is in its note, or for an empty block", () => {
		const note = "Acme: https://acme.example.com/";
		expect(saidBy("unwrittenSponsor", { sponsors: [{ note, links: [] }] })).toEqual([]);
		expect(saidBy("unwrittenSponsor", { sponsors: [EMPTY] })).toEqual([]);
	});
});
