import { describe, expect, test } from "vitest";
import { addressParts, readableAddress, readableHost } from "../../../src/core/links/readable.ts";
import fc from "../../property-tests.ts";

test("An address shows its host first, without www", () => {
	expect(addressParts("https://www.example.com/a?b=c")).toEqual({
		host: "example.com",
		path: "/a?b=c",
	});
	expect(addressParts("http://example.com:8080/")).toEqual({ host: "example.com:8080", path: "" });
});

test("A long path loses its middle, not its end", () => {
	const { path } = addressParts(`https://example.com/${"a".repeat(80)}/the-end.html`);
	expect(path).toMatch(/^\/a+…a*\/the-end\.html$/);
	expect(path.length).toBeLessThanOrEqual(48);
});

test("A text that is not an address is shown unchanged", () => {
	expect(addressParts("not an address")).toEqual({ host: "not an address", path: "" });
	expect(addressParts("mailto:a@b.example")).toEqual({ host: "a@b.example", path: "" });
	expect(addressParts("https://example.com/%E0%A4%A").path).toBe("/%E0%A4%A");
});

describe("A host is shown in its own script", () => {
	test.each([
		["xn--bcher-kva.example", "bücher.example"],
		["www.xn--bcher-kva.example", "www.bücher.example"],
		["xn--wgv71a119e.example", "日本語.example"],
		["xn--80aswg.example", "сайт.example"],
		["tide.example", "tide.example"],
	])("%s is %s", (host, readable) => {
		expect(readableHost(host)).toBe(readable);
	});

	test.each([
		// Latin with one Cyrillic letter, Cyrillic that looks Latin, and invalid punycode.
		"xn--pple-43d.example",
		"xn--80ak6aa92e.example",
		"xn--a.example",
	])("%s is not changed", (host) => {
		expect(readableHost(host)).toBe(host);
	});
});

describe("An address is shown with letters instead of escapes", () => {
	test.each([
		["https://xn--bcher-kva.example/%D0%9F%D0%BE%D1%80%D1%82", "https://bücher.example/Порт"],
		[
			"https://tide.example/?q=%C3%AEle&r=a%26b#%E5%85%89",
			"https://tide.example/?q=île&r=a%26b#光",
		],
		["https://tide.example/a%20b%2Fc%25", "https://tide.example/a%20b%2Fc%25"],
		[
			"https://tide.example/%E2%80%9D%E3%80%82%E2%80%AE",
			"https://tide.example/%E2%80%9D%E3%80%82%E2%80%AE",
		],
		["https://tide.example/%E9", "https://tide.example/%E9"],
		["mailto:a@example.com", "mailto:a@example.com"],
	])("%s is %s", (address, readable) => {
		expect(readableAddress(address)).toBe(readable);
	});

	test("and a browser reads it as the same address", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme" }),
				fc.string({ unit: "grapheme" }),
				(path, query) => {
					const address = new URL(
						`https://tide.example/${encodeURIComponent(path)}?${encodeURIComponent(query)}`,
					).href;
					expect(new URL(readableAddress(address)).href).toBe(address);
				},
			),
		);
	});
});
