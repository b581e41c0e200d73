import { describe, expect, test } from "vitest";
import { LINK_RULES } from "../../../src/core/links/link-rules.ts";
import { tidyAddress } from "../../../src/core/links/tidy.ts";
import { unwrap } from "../../../src/core/links/unwrap.ts";
import fc from "../../property-tests.ts";

const TARGET = "https://tide.example/a?b=1";
const ESCAPED = encodeURIComponent(TARGET);
const BASE64 = btoa(TARGET).replace(/=+$/, "");

/** How the target is encoded in each form in which it is not written as a plain address. */
const WRITTEN: Record<string, string> = {
	base64: `?%=${BASE64}`,
	bing: `?%=a1${BASE64}`,
	convertkit: `/abc/def/${BASE64}`,
	disqus: `?%=${ESCAPED}%3Amark`,
	path: `/abc/${ESCAPED}`,
	postmark: `3s/${encodeURIComponent("tide.example/a?b=1")}/x/y`,
	segment: `${ESCAPED}/1/0100018/x=1`,
	proofpoint2: "?%=https-3A__tide.example_a-3Fb-3D1&d=x",
	proofpoint3: "__https://tide.example/a*b=1__;Pw!!abc!def$",
	query: `?${TARGET}`,
	substack: `${btoa(JSON.stringify({ e: TARGET })).replace(/=+$/, "")}.sig?`,
	yahoo: `/_ylt=a/RU=${ESCAPED}/RK=2/RS=b`,
};

describe("Every rule leads to the target it wraps", () => {
	test.each(LINK_RULES.wrappers)("%s", (rule) => {
		const [host = "", path = "", names = "", form] = rule.split(" ");
		const site = host === "*" ? "any.example" : host.replace("*", "co.uk");
		const place = path.replace(/\*$/, "");
		for (const name of names.split(",")) {
			const written =
				form === undefined ? `?x=1&%=${ESCAPED}&data=anna%40desk.example` : WRITTEN[form];
			const rest = (written ?? "").replaceAll("%=", `${name}=`);
			const address = `https://sub.${site}${rest.startsWith("/") ? place.replace(/\/$/, "") : place}${rest}`;
			expect(unwrap(address), address).toBe(TARGET);
		}
	});
});

describe("An address is unwrapped", () => {
	test.each([
		["https://www.google.com/url?q=https%3A%2F%2Ftide.example%2F&sa=D", "https://tide.example/"],
		[
			"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftide.example%2F&data=05%7Canna%40desk.example%7C",
			"https://tide.example/",
		],
		[
			"https://l.facebook.com/l.php?u=https%3A%2F%2Ftide.example%2F%3Ffbclid%3Dx&h=y",
			"https://tide.example/",
		],
		[
			"https://urldefense.com/v3/__https://tide.example/**Ba__;4oCm4oCm!!x!y$",
			"https://tide.example/……a",
		],
		["https://urldefense.com/v3/__https:/tide.example/a__;!!x!y$", "https://tide.example/a"],
		[
			"https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Ftide.example%2F",
			"https://tide.example/",
		],
		[
			"https://urldefense.us/v2/url?u=https-3A__tide.example_a-3Fb-3D1&d=DwMFaQ",
			"https://tide.example/a?b=1",
		],
		[
			"https://www.curseforge.com/linkout?remoteUrl=https%253a%252f%252ftide.example%252f",
			"https://tide.example/",
		],
		[
			"https://abc.r.us-east-1.awstrack.me/L0/https:%2F%2Ftide.example%2Fa/1/0100018/x=1",
			"https://tide.example/a",
		],
		["https://click.pstmrk.it/3s/tide.example%2Fa/abc/def/AQ/x", "https://tide.example/a"],
		["https://safe.menlosecurity.com/https://tide.example/a?b=1", "https://tide.example/a?b=1"],
		[
			"https://yandex.com/clck/jsredir?from=x&url=https%3A%2F%2Ftide.example%2F",
			"https://tide.example/",
		],
		[
			"https://www.google.de/imgres?imgurl=https%3A%2F%2Fa.example%2Fb.png&imgrefurl=https%3A%2F%2Ftide.example%2F",
			"https://tide.example/",
		],
		[
			"https://tracking.letter.example/CL0/https:%2F%2Ftide.example%2Fa%3Fb=1/1/0100018-000000/xyz=300",
			"https://tide.example/a?b=1",
		],
		[
			`https://abc.click.convertkit-mail2.com/abc/def/${btoa("https://tide.example/a")}`,
			"https://tide.example/a",
		],
		[
			"https://consent.google.de/m?continue=https%3A%2F%2Ftide.example%2F&gl=DE",
			"https://tide.example/",
		],
		[
			"https://meet.google.com/linkredirect?authuser=0&dest=https%3A%2F%2Ftide.example%2F",
			"https://tide.example/",
		],
		["https://yandex.com.tr/redir?url=https%3A%2F%2Ftide.example%2F", "https://tide.example/"],
		[
			"https://www.google.com/url?q=https://tide.example/high+water",
			"https://tide.example/high%20water",
		],
		["https://blog.csdn.net/link?target=https%3A%2F%2Ftide.example%2F", "https://tide.example/"],
		[
			`https://can01.safelinks.protection.outlook.com/?url=${encodeURIComponent("https://urldefense.com/v3/__https://tide.example/__;!!a!b$")}&data=1`,
			"https://tide.example/",
		],
		[
			`https://l.facebook.com/l.php?u=${encodeURIComponent("https://www.google.com/url?q=https%3A%2F%2Ftide.example%2F")}`,
			"https://tide.example/",
		],
	])("%s is %s", (address, target) => {
		expect(tidyAddress(address)).toBe(target);
	});

	test.each([
		"https://github.com/login?return_to=https%3A%2F%2Ftide.example%2F",
		"https://protect-eu.mimecast.com/s/abc?domain=tide.example",
		"https://t.co/abc",
		"https://www.google.com/url?q=/search",
		"https://www.google.com/search?q=https%3A%2F%2Ftide.example%2F",
		"https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
		"https://tide.example/CL0/about",
		"https://click.convertkit-mail.com/abc/def/unsubscribe",
		"https://notgoogle.com/url?q=https%3A%2F%2Ftide.example%2F",
		"https://google.com.tide.example/url?q=https%3A%2F%2Ftide.example%2F",
		"https://bing.com/ck/a?u=a1%%%",
		"https://substack.com/redirect/2/bm8?",
		"https://tide.example/?url=https%3A%2F%2Fother.example%2F",
		"not an address",
	])("%s is not a redirect", (address) => {
		expect(unwrap(address)).toBe(address);
	});
});

test("For any address, wrapped however often, unwrapping twice changes no more than once", () => {
	const prefixes = fc.array(
		fc.constantFrom(
			"https://l.facebook.com/l.php?u=",
			"https://www.google.com/url?q=",
			"https://slack-redir.net/link?url=",
			"https://tide.example/?url=",
		),
		{ maxLength: 6 },
	);
	const target = fc.oneof(
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		fc.string(),
	);
	fc.assert(
		fc.property(prefixes, target, (wrappers, inner) => {
			const address = wrappers.reduce((text, wrapper) => wrapper + encodeURIComponent(text), inner);
			const once = unwrap(address);
			expect(unwrap(once)).toBe(once);
			const tidy = tidyAddress(address);
			expect(tidyAddress(tidy)).toBe(tidy);
		}),
	);
});
