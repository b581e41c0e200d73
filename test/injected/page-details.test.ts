// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { pageDetails } from "../../src/injected/page-details.ts";

/** The metadata of a page with this head. */
function detailsOf(head: string, lang = ""): ReturnType<typeof pageDetails> {
	const page = new DOMParser().parseFromString(
		`<!doctype html><html lang="${lang}"><head>${head}</head><body></body></html>`,
		"text/html",
	);
	return pageDetails(page);
}

const data = (value: unknown) =>
	`<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("The metadata of a page", () => {
	test("is empty if there is none", () => {
		expect(detailsOf("")).toEqual({
			title: "",
			description: "",
			author: "",
			siteName: "",
			language: "",
		});
	});

	test("contains its title on one line, and its description", () => {
		expect(
			detailsOf(
				'<title> The tide\n | Harbour </title><meta name="Description" content=" In\nshort. "><meta property="og:description" content="Other">',
			),
		).toMatchObject({ title: "The tide | Harbour", description: "In short." });
	});

	test.each([
		['<meta name="author" content="Ada Quay">', "Ada Quay"],
		['<meta property="article:author" content="https://harbour.example/ada">', ""],
		[data({ "@type": "Article", author: { name: "Ada Quay" } }), "Ada Quay"],
		[data([{ "@type": "Article", author: [{ name: "Ada" }, "Ben"] }]), "Ada, Ben"],
		[
			data({
				"@graph": [
					{ "@type": "WebSite", name: "H" },
					{ "@type": "Article", author: "Ada" },
				],
			}),
			"Ada",
		],
		[data({ "@type": "Article", author: { name: { en: "Ada" } } }), ""],
		[`<meta name="author" content="Ada">${data({ author: "Ben" })}`, "Ada"],
		['<script type="application/ld+json">{"author": </script>', ""],
		[data(null), ""],
		[data({ "@graph": [null, 7], author: 5 }), ""],
	])("contains its author: %s", (head, author) => {
		expect(detailsOf(head).author).toBe(author);
	});

	test("contains the name of its site", () => {
		expect(detailsOf('<meta property="og:site_name" content="Harbour">').siteName).toBe("Harbour");
		expect(detailsOf(data({ "@type": "Article", publisher: { name: "H" } })).siteName).toBe("H");
	});

	test("contains its language as a tag", () => {
		expect(detailsOf("", "PT-br").language).toBe("pt-BR");
		expect(detailsOf('<meta property="og:locale" content="de_AT">').language).toBe("de-AT");
		expect(detailsOf(data({ "@type": "Article", inLanguage: "fi" }), "not a tag").language).toBe(
			"fi",
		);
	});

	test("is limited to a few words, however long the page's text is", () => {
		const long = "😀".repeat(3_000);
		const { author, description } = detailsOf(
			`<meta name="author" content="${long}"><meta name="description" content="${long}">`,
		);
		expect(author.length).toBeLessThanOrEqual(200);
		expect(description.length).toBeLessThanOrEqual(1_000);
		expect(author.isWellFormed()).toBe(true);
	});
});
