import { describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { pseudo, pseudoMessages } from "./pseudo.ts";

describe("The language for tests", () => {
	test("is in brackets and accented, and keeps places and patterns", () => {
		expect(pseudo("Added to $1")).toMatch(/^⟦Àddéd tö \$1 .+⟧$/);
		expect(pseudo("{number} is filled in")).toContain("{number}");
	});

	test("is longer than English by a half", () => {
		for (const { message } of Object.values(messages)) {
			expect(pseudo(message).length / message.length).toBeGreaterThan(1.4);
		}
	});

	test("has every message, and a direction of its own", () => {
		const made = pseudoMessages(messages, "rtl");
		expect(Object.keys(made)).toEqual(Object.keys(messages));
		expect(made.localeDirection?.message).toBe("rtl");
		expect(made.localeLanguage?.message).toBe("en");
	});
});
