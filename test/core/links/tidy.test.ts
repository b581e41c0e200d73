import { expect, test } from "vitest";
import { withTargets } from "../../../src/core/links/tidy.ts";

const REDIRECT = "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb";

test.each([
	["at the end of a sentence", `See ${REDIRECT}. Then go.`, "See https://a.example/b. Then go."],
	["before several marks", `Really, ${REDIRECT}?!`, "Really, https://a.example/b?!"],
	["in a link", `[a](${REDIRECT})`, "[a](https://a.example/b)"],
	["in angle brackets", `<${REDIRECT}>`, "<https://a.example/b>"],
	["with a parenthesis that is not closed", `${REDIRECT}(c`, `${REDIRECT}(c`],
	["none", "See https://a.example/b?utm_source=c.", "See https://a.example/b?utm_source=c."],
])("Redirects in markdown are replaced by their targets: %s", (_, markdown, expected) => {
	expect(withTargets(markdown)).toBe(expected);
});
