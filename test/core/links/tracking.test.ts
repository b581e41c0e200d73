import { describe, expect, test } from "vitest";
import { trackingAt, trackingIn, withoutTracking } from "../../../src/core/links/tracking.ts";

describe("An address without its tracking parameters", () => {
	test.each([
		["https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"],
		["https://example.com/a?id=3&fbclid=abc#part", "https://example.com/a?id=3#part"],
		["https://example.com/a?gclid=1&b=2&msclkid=3", "https://example.com/a?b=2"],
		["https://example.com/?UTM_Campaign=x", "https://example.com/"],
		["https://youtu.be/abc?si=x&t=30", "https://youtu.be/abc?t=30"],
		["https://www.linkedin.com/pulse/a?trk=x", "https://www.linkedin.com/pulse/a"],
		["https://tide.example/?ref=letter.example", "https://tide.example/"],
		["https://tide.example/#utm_source=letter", "https://tide.example/"],
		["https://tide.example/#utm_source=letter&page=2", "https://tide.example/#page=2"],
		["https://tide.example/#/a?utm_source=letter", "https://tide.example/#/a"],
		["https://tide.example/#Echobox=1700000000", "https://tide.example/"],
		["https://tide.example/#:~:text=high%20water", "https://tide.example/"],
		["https://tide.example/#part:~:text=high%20water", "https://tide.example/#part"],
		["https://medium.com/p/1?source=rss&sk=abc", "https://medium.com/p/1?sk=abc"],
		["https://tide.example/#xtor=RSS-1", "https://tide.example/"],
		["https://tide.example/?xtor=RSS-1", "https://tide.example/"],
		["https://tide.example/?mc_cid=a&mc_eid=b", "https://tide.example/"],
		["https://tide.example/?_hsenc=a&_hsmi=1", "https://tide.example/"],
		["https://tide.example/?ck_subscriber_id=1&id=2", "https://tide.example/?id=2"],
		["https://tide.example/?ml_subscriber=1&ml_subscriber_hash=2", "https://tide.example/"],
		["https://tide.example/?srsltid=x", "https://tide.example/"],
		[
			"https://tide.example/?guccounter=1&guce_referrer=a&guce_referrer_sig=b",
			"https://tide.example/",
		],
		["https://tide.example/?__twitter_impression=true", "https://tide.example/"],
		["https://tide.example/?matomo_campaign=x&mtm_source=y", "https://tide.example/"],
		["https://tide.example/?WT.mc_id=x&irclickid=y&epik=z", "https://tide.example/"],
		["https://tide.example/?li_fat_id=x&mibextid=y&s_cid=z", "https://tide.example/"],
		["https://tide.example/?_bhlid=x&bsft_clkid=y&vero_id=z", "https://tide.example/"],
		[
			"https://www.nytimes.com/a.html?smid=tw-share&unlocked_article_code=b",
			"https://www.nytimes.com/a.html?unlocked_article_code=b",
		],
		[
			"https://www.bbc.co.uk/news/a?at_medium=RSS&at_campaign=KARANGA",
			"https://www.bbc.co.uk/news/a",
		],
		[
			"https://docs.google.com/document/d/1/edit?usp=sharing",
			"https://docs.google.com/document/d/1/edit",
		],
		[
			"https://anna.substack.com/p/a?r=1x&triedRedirect=true&s=09",
			"https://anna.substack.com/p/a?s=09",
		],
		["https://www.instagram.com/p/a/?igsh=x", "https://www.instagram.com/p/a/"],
		[
			"https://www.tiktok.com/@anna/video/1?is_from_webapp=1&_t=x",
			"https://www.tiktok.com/@anna/video/1",
		],
		[
			"https://www.bilibili.com/video/BV1?spm_id_from=333&vd_source=x&p=2",
			"https://www.bilibili.com/video/BV1?p=2",
		],
		[
			"https://www.amazon.de/dp/B000000001?ref_=x&pd_rd_w=y&th=1",
			"https://www.amazon.de/dp/B000000001?th=1",
		],
		[
			"https://mp.weixin.qq.com/s?__biz=a&mid=1&sn=b&scene=21",
			"https://mp.weixin.qq.com/s?__biz=a&mid=1&sn=b",
		],
		[
			"https://www.theguardian.com/a?CMP=share_btn_url&page=2",
			"https://www.theguardian.com/a?page=2",
		],
		["https://www.amazon.co.jp/dp/B000000001?pd_rd_r=x", "https://www.amazon.co.jp/dp/B000000001"],
		["https://www.threads.com/@anna/post/a?xmt=x&slof=1", "https://www.threads.com/@anna/post/a"],
		[
			"https://podcasts.apple.com/us/podcast/id1?i=2&uo=4",
			"https://podcasts.apple.com/us/podcast/id1?i=2",
		],
		["https://tide.example/?id=1&amp;utm_source=x", "https://tide.example/?id=1"],
	])("%s is %s", (address, cleaned) => {
		expect(withoutTracking(address)).toBe(cleaned);
	});

	test.each([
		"https://example.com",
		"https://example.com/?",
		"https://Example.com/A?b=%7E&a=1&&c",
		"https://example.com/a?t=30&s=2",
		"https://example.com/#",
		"https://example.com/#!topic/rope/first",
		"https://example.com/#utm_source",
		"https://example.com/?ref=main",
		"https://github.com/harbour/crane?ref=next.branch",
		"https://medium.com/p/1?source=friends_link&sk=abc",
		"https://www.dropbox.com/s/1/a?rlkey=abc",
		"https://docs.google.com/document/d/1/edit?resourcekey=abc",
		"https://www.nytimes.com/a?unlocked_article_code=abc",
		"https://example.com/?lang=de&p=2&sid=1&cid=3&spm=x&s=y",
		"https://example.com/?via=anna&source=tide",
		"https://example.com/?ref=hackernews",
		"https://example.com/?ref=main.js",
		"https://example.com/?ref=docs/readme.md",
		"https://example.com/?ref=readme.md",
		"https://google.example/search?q=tide&ved=1",
		"https://www.amazon.de/dp/B000000001?tag=anna-21",
		"https://www.ft.com/content/a?accessToken=b",
		"https://www.youtube.com/watch?v=abc&list=PL1&index=2&t=30s",
		"https://maps.google.com/?q=harbour&ll=1,2",
		"https://discord.gg/abc?event=1",
		"https://meet.example/j/1?pwd=abc",
		"https://example.com/?q=utm_source",
		"https://example.com/?%=1",
		"mailto:a@example.com?subject=x",
		"not an address",
	])("%s is not changed", (address) => {
		expect(withoutTracking(address)).toBe(address);
	});

	test("loses the parameters of a host only there, and on its subdomains", () => {
		expect(trackingAt("youtube.com")("si", "")).toBe(true);
		expect(trackingAt("music.youtube.com")("si", "")).toBe(true);
		expect(trackingAt("notyoutube.com")("si", "")).toBe(false);
	});

	test("the removed parameters are named", () => {
		expect(trackingIn("https://tide.example/?utm_source=a&id=1&utm_source=b#:~:text=c")).toEqual([
			"utm_source",
			":~:",
		]);
		expect(trackingIn("https://tide.example/?id=1")).toEqual([]);
	});
});
