import { expect, test } from "vitest";
import { plainTags } from "../../src/ui/plain-tags.ts";
import { ALL_HOSTILE } from "../hostile-strings.ts";

test.each([
	["<b>a</b> <em>b</em><br/>", "a <em>b</em><br>"],
	['<p style="color:red" onclick=x>a</p>', "<p>a</p>"],
	[
		"<a class=x HREF='https://a.example/?b=\"c'>d</a>",
		'<a href="https://a.example/?b=&quot;c">d</a>',
	],
	["a <script>b</script> c<style>d", "a  c"],
	["<!-- a --> b <!-- c", " b "],
	["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
])("%s is rendered as %s", (html, drawn) => {
	expect(plainTags(html)).toBe(drawn);
});

test("No hostile text keeps an attribute other than an address", () => {
	for (const text of ALL_HOSTILE) {
		const tags = plainTags(text).match(/<[a-z][^>]*/gi) ?? [];
		for (const tag of tags) expect(tag).toMatch(/^<[a-z0-9]+(?: href="[^"]*")?$/i);
	}
});
