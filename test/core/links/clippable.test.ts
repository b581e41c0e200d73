import { expect, test } from "vitest";
import { unclippable, unclippablePage } from "../../../src/core/links/clippable.ts";

test.each(["https://example.com/", "http://localhost:8000/a", "https://chrome.google.com/"])(
	"%s can be clipped",
	(address) => {
		expect(unclippable(address)).toBeNull();
	},
);

test.each([
	["about:blank", "browserPage"],
	["chrome://settings/", "browserPage"],
	["moz-extension://abc/src/options/index.html", "browserPage"],
	["view-source:https://example.com/", "browserPage"],
	["file:///home/a.html", "file"],
	["javascript:alert(1)", "script"],
	["data:text/html,hello", "script"],
	["mailto:a@example.com", "notAnAddress"],
	["example.com/a", "notAnAddress"],
	["", "notAnAddress"],
	[undefined, "notAnAddress"],
])("%s cannot be clipped: %s", (address, reason) => {
	expect(unclippable(address)).toBe(reason);
	expect(unclippablePage(address)).toBe(reason);
});

test.each([
	"https://chromewebstore.google.com/detail/x",
	"https://addons.mozilla.org/en-US/firefox/",
	"https://microsoftedge.microsoft.com/addons/detail/x",
])("%s can be clipped as a link, but not as the open page", (address) => {
	expect(unclippable(address)).toBeNull();
	expect(unclippablePage(address)).toBe("store");
});
