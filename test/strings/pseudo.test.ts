import { describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { pseudo, pseudoMessages } from "./pseudo.ts";

describe("The test language", () => {
	test("is in brackets and has accents, and keeps placeholders and patterns", () => {
		expect(pseudo("Added to $1")).toMatch(/^⟦Àddéd tö \$1 .+⟧$/);
		expect(pseudo("{number} is filled in")).toContain("{number}");
	});

	test("is half as long again as English", () => {
		for (const { message } of Object.values(messages)) {
			expect(pseudo(message).length / message.length).toBeGreaterThan(1.4);
		}
	});

	test("has every message, and its own direction", () => {
		const made = pseudoMessages(messages, "rtl");
		expect(Object.keys(made)).toEqual(Object.keys(messages));
		expect(made.localeDirection?.message).toBe("rtl");
		expect(made.localeLanguage?.message).toBe("en");
	});
});
