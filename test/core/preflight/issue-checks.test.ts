import { describe, expect, test } from "vitest";
import { NOTHING_USUAL } from "../../../src/core/preflight/usual.ts";
import { foundBy, saidBy } from "./drafted.ts";

const usual = {
	...NOTHING_USUAL,
	intro: true,
	footer: "Thanks for reading.",
	items: { fewest: 2, most: 4 },
};

describe("A missing intro or footer", () => {
	test("is found if recent issues have one, and the last footer can be used", () => {
		expect(saidBy("noIntro", { usual })).toEqual(["noIntro"]);
		const [finding] = foundBy("noFooter", { usual });
		expect(finding?.place).toEqual({ at: "draft", field: "footer" });
		expect(finding?.fix).toEqual({ does: "addFooter", from: "", to: "Thanks for reading." });
	});

	test.each(["noIntro", "noFooter"] as const)(
		"is not found by %s in other newsletters, once written, or in an empty draft",
		(check) => {
			expect(saidBy(check)).toEqual([]);
			expect(saidBy(check, { usual, intro: "Hello.", footer: "Bye." })).toEqual([]);
			expect(saidBy(check, { usual, news: [], tools: [] })).toEqual([]);
		},
	);
});

describe("The number of items", () => {
	test.each([
		[0, []],
		[1, ["fewItems 1 2"]],
		[2, []],
		[4, []],
		[5, ["manyItems 5 4"]],
	])("%i is different from recent issues, and found", (count, said) => {
		const news = Array.from({ length: count }, (_, at) => [`Note ${at}.`] as [string]);
		expect(saidBy("itemCount", { usual, news, tools: [] })).toEqual(said);
	});

	test("is not checked before there are issues to compare with", () => {
		expect(saidBy("itemCount")).toEqual([]);
	});
});
