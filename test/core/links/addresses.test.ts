import { describe, expect, test } from "vitest";
import { addressAt, addressesOf } from "../../../src/core/links/addresses.ts";

const A = "https://tide.example/a";

describe("An address in text ends where a reader expects", () => {
	test.each([
		`see “${A}”.`,
		`see ‘${A}’.`,
		`see „${A}“.`,
		`see «${A}», then`,
		`see ‹${A}›`,
		`see "${A}".`,
		`see '${A}'.`,
		`see \`${A}\`.`,
		`(see ${A}).`,
		`<${A}>`,
		`[${A}]`,
		`**${A}**`,
		`~~${A}~~`,
		`見よ、${A}。`,
		`見よ「${A}」と`,
		`看（${A}），再`,
		`看《${A}》`,
		`看${A}！`,
		`${A}, ${A}; ${A}: ${A}! ${A}?`,
		`${A}’s end`,
		`${A}'s end.`,
		`${A}—and on`,
		`${A}…`,
		`${A}...`,
		`${A}；次`,
		`${A}：次`,
		`看【${A}】`,
		`看『${A}』。`,
		`看〈${A}〉`,
		`${A}～`,
		`${A}، ثم`,
		`${A}؟`,
		`${A}।`,
		`“${A},” she said`,
		`‚${A}‘`,
		`¿${A}?`,
		`{${A}}`,
		`| ${A}| next |`,
		`${A}\\`,
		`&lt;${A}&gt;`,
		`&quot;${A}&quot;.`,
		`${A}\u200b and`,
		`(in ${A}'s notes)`,
		`[tide](${A} "A title")`,
		`[tide]: ${A}`,
		`<a href="${A}">`,
	])("%s", (text) => {
		expect(addressesOf({ note: text, links: [] })).toEqual([A]);
		expect(addressAt(text, text.indexOf("https"))).toBe(A);
	});

	test.each([
		"https://tide.example/The_tide_(novel)",
		"https://tide.example/it's-high",
		"https://tide.example/l’île",
		"https://tide.example/水/ー?q=光",
		"https://tide.example/a,b;c:d!e*f~g",
		"https://bücher.example/Порт",
		"https://tide.example/?a=1&copy=2",
		"https://tide.example/?a|b",
		"https://tide.example/{id}/x",
		"https://tide.example/۱۴۰۲/جزر\u200cومد",
	])("%s is one address as a whole", (address) => {
		expect(addressesOf({ note: `See ${address} and on`, links: [] })).toEqual([address]);
	});
});
