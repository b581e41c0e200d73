import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

/** Markdown that would load or run something or open a page of the browser, in many ways. */
const HOSTILE = [
	"![A diagram](http://tracker.example/p.png)",
	'<img src="http://tracker.example/q.png" onerror="document.title = 1">',
	'<style>@import "http://tracker.example/x.css"</style>',
	'<p style="background: url(http://tracker.example/s.png)">styled</p>',
	'<iframe src="http://tracker.example/"></iframe><video src="http://tracker.example/v"></video>',
	'<script src="http://tracker.example/x.js"></script>',
	'<svg><image href="http://tracker.example/i.png"/></svg>',
	'[script](javascript:alert(1)) [data](data:text/html,x) <a href="/local">local</a>',
	"[out](http://plain.example/) [mail](mailto:a@b.example)",
].join("\n\n");

describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	test("the preview shows nothing remote, styled or active, and only links to other sites", async () => {
		const options = await session.browser.openOptions();
		await options.fill("Intro", `News\n====\n\n${HOSTILE}`);
		await options.waitFor(
			async () => (await options.textOf("region", "Rendered")).includes("A diagram"),
			"the preview to follow",
		);
		const found = await options.evaluate(() => {
			const reads = document.querySelector(".reads");
			const all = [...(reads?.querySelectorAll("*") ?? [])];
			return {
				tags: [...new Set(all.map(({ localName }) => localName))].sort(),
				alive: all.filter((each) => each.hasAttribute("style") || each.hasAttribute("onerror"))
					.length,
				links: [...(reads?.querySelectorAll("a[href]") ?? [])].map((link) => [
					link.getAttribute("href"),
					link.getAttribute("target"),
					link.getAttribute("rel"),
				]),
			};
		});
		expect(found.tags).toEqual(["a", "div", "em", "p"]);
		expect(found.alive).toBe(0);
		// Addresses inside the escaped tags are shown as text, and are links like any others.
		const addresses = found.links.map(([address]) => address);
		expect(addresses).toEqual(
			expect.arrayContaining(["http://plain.example/", "mailto:a@b.example"]),
		);
		for (const [address, target, rel] of found.links) {
			expect(address).toMatch(/^(?:http:\/\/|mailto:)/);
			expect([target, rel]).toEqual(["_blank", "noopener noreferrer"]);
		}
		expect(session.sites.asked.filter((address) => address.includes("tracker"))).toEqual([]);
	});
});
