import { expect, test } from "vitest";
import { unclippable } from "../../../src/core/links/clippable.ts";

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
	["https://chromewebstore.google.com/detail/x", "store"],
	["https://addons.mozilla.org/en-US/firefox/", "store"],
	["file:///home/a.html", "file"],
	["javascript:alert(1)", "script"],
	["data:text/html,hello", "script"],
	["mailto:a@example.com", "notAnAddress"],
	["example.com/a", "notAnAddress"],
	["", "notAnAddress"],
	[undefined, "notAnAddress"],
])("%s cannot be clipped: %s", (address, reason) => {
	expect(unclippable(address)).toBe(reason);
});
