import { expect, test } from "vitest";
import { parseHosts } from "../../../../src/options/style/exemptions/parse-hosts.ts";

test.each([
	["meetup.com\n\n  EXAMPLE.org ", ["meetup.com", "example.org"]],
	["https://www.meetup.com/a?b=1#c", ["meetup.com"]],
	["www.meetup.com\nmeetup.com", ["meetup.com"]],
	["münchen.example", ["xn--mnchen-3ya.example"]],
	["", []],
])("%j is read as hosts", (text, value) => {
	expect(parseHosts(text)).toEqual({ value });
});

test.each([["two words"], ["localhost"], ["someone@example.com"], ["?"]])(
	"%j is none, and its line is named",
	(line) => {
		expect(parseHosts(`example.com\n${line}`)).toEqual({
			problem: { key: "optionsBadHost", values: [2, line] },
		});
	},
);
