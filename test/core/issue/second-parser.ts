import MarkdownIt from "markdown-it";

/* The headings and links of a text as an independent markdown parser finds them. */

const parser = new MarkdownIt({ html: true });
const withBare = new MarkdownIt({ html: true, linkify: true });
withBare.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

type Token = ReturnType<typeof parser.parse>[number];

/** The texts of the headings at the top level that contain no link. */
export function headingsOf(text: string): string[] {
	const tokens = withBare.parse(text, {});
	return tokens.flatMap((token, at) => {
		if (token.type !== "heading_open" || token.level > 0) return [];
		const content = tokens[at + 1];
		return content && hrefsIn([content]).length === 0 ? [content.content] : [];
	});
}

/** The addresses of the links in CommonMark, sorted. */
export function hrefsOf(text: string): string[] {
	return hrefsIn(parser.parse(text, {})).map(evenlyEncoded).sort();
}

/** As `hrefsOf`, with the addresses that stand in the text without any marks. */
export function hrefsWithBare(text: string): string[] {
	return hrefsIn(withBare.parse(text, {})).map(evenlyEncoded).sort();
}

function hrefsIn(tokens: readonly Token[]): string[] {
	return tokens.flatMap((token) => {
		if (token.type === "link_open") return [String(token.attrGet("href"))];
		const tag = token.type === "html_inline" ? /^<a\s+href="([^"]*)"/.exec(token.content) : null;
		return tag ? [(tag[1] ?? "").replaceAll("&amp;", "&")] : hrefsIn(token.children ?? []);
	});
}

/** An address in which the same characters are always percent-encoded. */
export function evenlyEncoded(url: string): string {
	try {
		return encodeURI(decodeURI(url));
	} catch {
		return url;
	}
}
