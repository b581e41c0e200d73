import { describe, expect, test } from "vitest";
import { slotsFromPage } from "../../../src/core/house-style/page-slots.ts";
import { NO_DETAILS } from "../../../src/core/page/page-details.ts";

const page = {
	url: "https://www.kelp.example/a",
	details: { ...NO_DETAILS, author: "Ada *Tide*", siteName: "Kelp Daily", language: "de-AT" },
};

describe("the slots of a clip", () => {
	test.each([
		["- [{title}]({url})[ by {author}]", { author: "Ada \\*Tide\\*" }],
		["[{title}]({url})[ ({source})]", { source: "Kelp Daily" }],
		["[{title}]({url})[ ({site})]", { site: "kelp.example" }],
		["{n}、[{title}]({url})[（{language}）]", { language: "German" }],
		["[{mark} ][{title}]({url})[ ({time})]", {}],
		["{note}\n\n[{url}]({url})", {}],
	])("of %j come from the page's metadata", (pattern, slots) => {
		expect(slotsFromPage(pattern, page, "en")).toEqual(slots);
	});

	test("stay empty if the page has no metadata, or is in the newsletter's own language", () => {
		const pattern = "[{title}]({url})[ by {author}][ ({language})]";
		expect(slotsFromPage(pattern, { ...page, details: NO_DETAILS }, "en")).toEqual({});
		expect(slotsFromPage(pattern, page, "de")).toEqual({ author: "Ada \\*Tide\\*" });
	});
});
