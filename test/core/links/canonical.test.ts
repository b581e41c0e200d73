import { describe, expect, test } from "vitest";
import { isSamePage, linkKey, relatedKey } from "../../../src/core/links/canonical.ts";
import { tidyAddress } from "../../../src/core/links/tidy.ts";
import { withoutTracking } from "../../../src/core/links/tracking.ts";
import fc from "../../property-tests.ts";

describe("Two addresses of the same page share a key", () => {
	test.each([
		["https://tide.example/a", "http://tide.example/a"],
		["https://tide.example/a", "https://www.tide.example/a/"],
		["https://tide.example/a", "HTTPS://TIDE.EXAMPLE:443/a"],
		["http://tide.example/a", "http://tide.example:80/a"],
		["https://tide.example", "https://tide.example/"],
		["https://tide.example/a?x=1&y=2", "https://tide.example/a?y=2&x=1"],
		["https://tide.example/a", "https://tide.example/a?utm_source=feed"],
		["https://tide.example/a", "https://tide.example/a#utm_source=feed"],
		["https://tide.example/a", "https://tide.example/a?ref=letter.example"],
		["https://tide.example/a", "https://tide.example/a#:~:text=high%20water"],
		["https://tide.example/a#part", "https://tide.example/a#part:~:text=high%20water"],
		["https://tide.example/a", "https://tide.example/a#"],
		["https://tide.example/~a", "https://tide.example/%7Ea"],
		["https://tide.example/The_tide_%28novel%29", "https://tide.example/The_tide_(novel)"],
		["https://tide.example/%d0%bf", "https://tide.example/%D0%BF"],
		["https://tide.example/п", "https://tide.example/%D0%BF"],
		["https://tide.example/?q=high+water", "https://tide.example/?q=high%20water"],
		["https://bücher.example/", "https://xn--bcher-kva.example/"],
		["https://tide.example/a", " https://tide.example/a "],
	])("%s and %s", (one, other) => {
		expect(linkKey(other)).toBe(linkKey(one));
		expect(relatedKey(other)).toBe(relatedKey(one));
	});
});

describe("Different pages have different keys", () => {
	test.each([
		["https://groups.example/#!topic/rope/first", "https://groups.example/#!topic/rope/second"],
		["https://code.example/play#L10", "https://code.example/play#L20"],
		["https://tide.example/a", "https://tide.example/a#comments"],
		["https://tide.example/a", "https://tide.example/A"],
		["https://tide.example/a", "https://tide.example/b"],
		["https://tide.example/a?id=1", "https://tide.example/a?id=2"],
		["https://tide.example/a?id=1&id=2", "https://tide.example/a?id=2&id=1"],
		["https://tide.example/?q=%E9", "https://tide.example/?q=%E8"],
		["https://tide.example/a%2Fb", "https://tide.example/a/b"],
		["https://tide.example/#/a", "https://tide.example/#/b"],
		["https://tide.example:8080/", "https://tide.example/"],
		["https://m.tide.example/", "https://tide.example/"],
		["https://anna@tide.example/", "https://tide.example/"],
		["https://youtu.be/abc123", "https://www.youtube.com/watch?v=abc123"],
		["https://github.com/Harbour/Crane", "https://github.com/harbour/crane"],
		["https://api.github.com/a?ref=main", "https://api.github.com/a?ref=next.branch"],
	])("%s and %s", (one, other) => {
		expect(isSamePage(one, other)).toBe(false);
	});

	test("a text that is not a web address is its own key", () => {
		expect(linkKey("mailto:a@example.com")).toBe("mailto:a@example.com");
		expect(linkKey(" words ")).toBe("words");
	});
});

describe("Related pages share a related key", () => {
	test.each([
		["https://tide.example/a", "https://tide.example/a#comments"],
		["https://groups.example/#!topic/rope/first", "https://groups.example/#!topic/rope/second"],
		["https://tide.example/a", "https://m.tide.example/a"],
		["https://en.wikipedia.org/wiki/Tide", "https://en.m.wikipedia.org/wiki/Tide"],
		["https://tide.example/a", "https://amp.tide.example/a"],
		["https://tide.example/a", "https://tide.example/a/amp/"],
		["https://tide.example/a", "https://tide.example/a?amp"],
		["https://tide.example/a", "https://tide.example/a/index.html"],
		["https://tide.example/a", "https://www.google.com/amp/s/www.tide.example/a"],
		["https://tide.example/a", "https://tide-example.cdn.ampproject.org/c/s/tide.example/a"],
		["https://tide.example/l%27i%CC%82le", "https://tide.example/l%27%C3%AEle"],
		["https://tide.example/a", "https://l.facebook.com/l.php?u=https%3A%2F%2Ftide.example%2Fa"],
		["https://github.com/Harbour/Crane", "https://github.com/harbour/crane"],
		["https://github.com/harbour/crane", "https://github.com/harbour/crane/tree/main"],
		["https://github.com/harbour/crane.git", "https://github.com/harbour/crane#readme"],
		["https://youtu.be/abc123", "https://www.youtube.com/watch?v=abc123"],
		["https://m.youtube.com/watch?v=abc123&t=30", "https://www.youtube.com/shorts/abc123"],
		["https://arxiv.org/abs/2401.00001", "https://arxiv.org/pdf/2401.00001v2.pdf"],
		["https://arxiv.org/abs/2401.00001", "https://ar5iv.labs.arxiv.org/html/2401.00001"],
		["https://openreview.net/forum?id=aB1", "https://openreview.net/pdf?id=aB1"],
		["https://aclanthology.org/2024.acl-long.1/", "https://aclanthology.org/2024.acl-long.1.pdf"],
		[
			"https://www.biorxiv.org/content/10.1101/1v1",
			"https://biorxiv.org/content/10.1101/1v2.full.pdf",
		],
		["https://twitter.com/anna/status/12", "https://x.com/Anna/status/12?s=20"],
		["https://nitter.net/anna/status/12", "https://mobile.twitter.com/anna/status/12"],
		["https://old.reddit.com/r/tide/comments/abc/high_water/", "https://redd.it/abc"],
		["https://dx.doi.org/10.1/2", "https://doi.org/10.1/2"],
		[
			"https://medium.com/@anna/high-water-0123456789ab",
			"https://anna.medium.com/high-water-0123456789ab?sk=x",
		],
		["https://stackoverflow.com/q/12/34", "https://stackoverflow.com/questions/12/high-water"],
		["https://www.amazon.de/High-Water/dp/B000000001/ref=x", "https://amazon.de/dp/B000000001"],
		["https://www.imdb.com/title/tt12/", "https://m.imdb.com/title/tt12/reviews"],
		["https://developer.mozilla.org/en-US/docs/Web", "https://developer.mozilla.org/de/docs/Web"],
		["https://www.npmjs.com/package/tide", "https://npmjs.com/package/tide/v/1.0.0"],
		["https://pypi.org/project/tide/", "https://pypi.python.org/pypi/tide/1.0"],
		["https://vimeo.com/12", "https://player.vimeo.com/video/12"],
		["https://tide.example/a", "https://web.archive.org/web/20200101/https://www.tide.example/a"],
		["https://tide.example/a", "https://archive.ph/https://tide.example/a"],
		["https://tide.example/a", "https://tide.example/a?print=1"],
		["https://tide.example/a", "https://tide.example/a/print/"],
		["https://www.bbc.co.uk/news/articles/abc", "https://www.bbc.com/news/articles/abc"],
		[
			"https://en.wikipedia.org/wiki/Tide",
			"https://en.wikipedia.org/w/index.php?title=Tide&oldid=1",
		],
		[
			"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12/",
			"https://pmc.ncbi.nlm.nih.gov/articles/PMC12/pdf/",
		],
		["https://www.ncbi.nlm.nih.gov/pubmed/12", "https://pubmed.ncbi.nlm.nih.gov/12/"],
		["https://dl.acm.org/doi/pdf/10.1145/12.34", "https://doi.org/10.1145/12.34"],
		["https://onlinelibrary.wiley.com/doi/full/10.1002/a", "https://doi.org/10.1002/a"],
		[
			"https://link.springer.com/article/10.1007/s1",
			"https://link.springer.com/content/pdf/10.1007/s1.pdf",
		],
		["https://www.nature.com/articles/s1", "https://www.nature.com/articles/s1.pdf"],
		[
			"https://gist.github.com/anna/0123456789abcdef01234567",
			"https://gist.github.com/0123456789abcdef01234567",
		],
		[
			"https://raw.githubusercontent.com/harbour/crane/main/a.md",
			"https://github.com/harbour/crane/blob/main/a.md",
		],
		["https://github.com/harbour/crane/blob/main/README.md", "https://github.com/harbour/crane"],
		["https://huggingface.co/harbour/crane", "https://huggingface.co/harbour/crane/tree/main"],
		["https://crates.io/crates/tide", "https://crates.io/crates/tide/1.0.0"],
		["https://docs.rs/tide/latest/tide/", "https://docs.rs/tide/1.0.0/tide/"],
		["https://hub.docker.com/_/tide", "https://hub.docker.com/_/tide/tags"],
		["https://pkg.go.dev/tide.example/a", "https://pkg.go.dev/tide.example/a@v1.2.3"],
		["https://rubygems.org/gems/tide", "https://rubygems.org/gems/tide/versions/1.0"],
		["https://lobste.rs/s/abc/high_water", "https://lobste.rs/s/abc"],
		[
			"https://www.linkedin.com/posts/anna_high-water-activity-12-abc",
			"https://www.linkedin.com/feed/update/urn:li:activity:12/",
		],
		["https://www.instagram.com/reel/Abc/", "https://www.instagram.com/anna/p/Abc/"],
		["https://www.tiktok.com/@anna/video/12", "https://m.tiktok.com/v/12.html"],
		["https://open.spotify.com/track/abc", "https://open.spotify.com/intl-de/track/abc"],
		[
			"https://podcasts.apple.com/us/podcast/tide/id12",
			"https://podcasts.apple.com/de/podcast/id12",
		],
		["https://apps.apple.com/us/app/tide/id12", "https://apps.apple.com/app/id12"],
		[
			"https://play.google.com/store/apps/details?id=a.b&hl=de",
			"https://play.google.com/store/apps/details?id=a.b",
		],
		["https://www.threads.net/@anna/post/x", "https://www.threads.com/@anna/post/x"],
		[
			"https://bsky.app/profile/anna.example/post/abc",
			"https://fxbsky.app/profile/anna.example/post/abc",
		],
		["https://tide.example/a", "https://tide.example/amp/a"],
		["https://tide.example/a", "https://tide.example/a?amp=true"],
		["https://tide.example/a?b=1&c=2", "https://tide.example/a?amp=1&b=1&c=2"],
		["https://tide.example/a?b=1", "https://tide.example/a?b=1&output=amp"],
		[
			"https://tide.example/a",
			"https://tide-example.cdn.ampproject.org/v/s/tide.example/a?amp_gsa=1&amp_js_v=a9",
		],
		["https://doi.org/10.1000/AbC", "https://dx.doi.org/10.1000/abc"],
		["https://github.com/harbour/crane", "https://github.com/Harbour/Crane?tab=readme-ov-file"],
		["https://x.com/anna/status/12", "https://twitter.com/i/web/status/12"],
		["https://www.reddit.com/r/tide/comments/abc/", "https://redd.it/abc?utm_name=x"],
		["https://www.amazon.de/dp/B000000001", "https://www.amazon.de/gp/aw/d/B000000001?psc=1"],
		["https://vimeo.com/12", "https://vimeo.com/12/0123abcdef"],
	])("%s and %s", (one, other) => {
		expect(relatedKey(other)).toBe(relatedKey(one));
		expect(isSamePage(one, other)).toBe(false);
	});
});

describe("Pages that only look alike are not related", () => {
	test.each([
		["https://tide.example/a", "https://tide.example/b"],
		["https://tide.example/a", "https://tide.example/A"],
		["https://youtu.be/abc123", "https://youtu.be/ABC123"],
		["https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b"],
		["https://github.com/harbour/crane", "https://github.com/harbour/crane/issues/1"],
		["https://arxiv.org/abs/2401.00001", "https://arxiv.org/abs/2401.00002"],
		["https://m.example/a", "https://example/a"],
		["https://tide.example/amplifier/a", "https://tide.example/a"],
		["https://tide.example/a?amp=12", "https://tide.example/a"],
		["https://tide.example/blueprint", "https://tide.example/blue"],
		["https://tide.example/footprint", "https://tide.example/foot"],
		["https://web.archive.org/web/2020/https://tide.example/a", "https://tide.example/b"],
		["https://web.archive.org/", "https://web.archive.org/details/a"],
		["https://docs.rs/tide/1.0.0/tide/", "https://docs.rs/tide/1.0.0/crane/"],
		["https://dl.acm.org/doi/10.1145/1", "https://dl.acm.org/doi/10.1145/2"],
		["https://gist.github.com/anna", "https://gist.github.com/bert"],
		["https://www.instagram.com/anna/", "https://www.instagram.com/bert/"],
		["https://apps.apple.com/app/id12", "https://apps.apple.com/app/id13"],
		["https://huggingface.co/harbour/crane", "https://huggingface.co/datasets/harbour/crane"],
	])("%s and %s", (one, other) => {
		expect(relatedKey(other)).not.toBe(relatedKey(one));
	});
});

/** Addresses with all the parts that the rules use. */
const anAddress = fc
	.record({
		scheme: fc.constantFrom("http", "https"),
		host: fc.constantFrom(
			"tide.example",
			"www.tide.example",
			"m.youtube.com",
			"github.com",
			"medium.com",
		),
		path: fc.array(fc.constantFrom("a", "B", "%7Ec", "%D0%BF", "%E9", "d%2Fe", "amp", "(f)"), {
			maxLength: 3,
		}),
		slash: fc.boolean(),
		query: fc.array(
			fc.constantFrom(
				"a=1",
				"b",
				"a=2",
				"utm_source=x",
				"ref=letter.example",
				"ref=3",
				"sk=k",
				"q=%E9",
				"",
				"v=abc",
			),
			{ maxLength: 4 },
		),
		fragment: fc.constantFrom(
			"",
			"#",
			"#part",
			"#/a?utm_source=x",
			"#utm_source=x&b=1",
			"#:~:text=a",
			"#p:~:text=a",
		),
	})
	.map(({ scheme, host, path, slash, query, fragment }) => {
		const last = slash || path.length === 0 ? "/" : "";
		const parameters = query.length > 0 ? `?${query.join("&")}` : "";
		return `${scheme}://${host}${path.map((part) => `/${part}`).join("")}${last}${parameters}${fragment}`;
	});

describe("For any address", () => {
	test("removing tracking twice gives the same result as once, and the same page", () => {
		fc.assert(
			fc.property(anAddress, (address) => {
				const cleaned = withoutTracking(address);
				expect(withoutTracking(cleaned)).toBe(cleaned);
				expect(tidyAddress(cleaned)).toBe(cleaned);
				expect(linkKey(cleaned)).toBe(linkKey(address));
			}),
		);
	});

	test("the same page is always related", () => {
		fc.assert(
			fc.property(anAddress, anAddress, (one, other) => {
				if (isSamePage(one, other)) expect(relatedKey(other)).toBe(relatedKey(one));
				expect(relatedKey(`${one.replace(/#.*$/, "")}#another`)).toBe(relatedKey(one));
			}),
		);
	});

	test("the key of a key's own page is that key", () => {
		fc.assert(
			fc.property(anAddress, (address) => {
				const key = relatedKey(address);
				expect(relatedKey(`https://${key}`)).toBe(key);
			}),
		);
	});
});
