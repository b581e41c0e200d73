import { expect, test } from "vitest";
import { addressParts } from "../../src/ui/address.tsx";

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

test("What cannot be read as an address is shown as it is", () => {
	expect(addressParts("not an address")).toEqual({ host: "not an address", path: "" });
	expect(addressParts("mailto:a@b.example")).toEqual({ host: "a@b.example", path: "" });
	expect(addressParts("https://example.com/%E0%A4%A").path).toBe("/%E0%A4%A");
});
