import rules from "virtual:link-rules";

const country = new RegExp(rules.country);

/**
 * Whether a host is `name` or a subdomain of it: `music.youtube.com` is in `youtube.com`. `google.*` is
 * Google in every country, and `*` alone is any host.
 */
export function isHostIn(host: string, name: string): boolean {
	if (name === "*") return true;
	if (!name.endsWith(".*")) return host === name || host.endsWith(`.${name}`);
	const start = `.${name.slice(0, -1)}`;
	const at = `.${host}`.lastIndexOf(start);
	return at !== -1 && country.test(`.${host}`.slice(at + start.length));
}

/** Splits a text at the first `mark`; the second part is null if there is none. */
export function splitAtFirst(text: string, mark: string): [string, string | null] {
	const at = text.indexOf(mark);
	return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Decodes percent escapes; returns the text itself if they are not valid UTF-8. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Parses a web address (`http` or `https`); null if the text is none. */
export function webAddress(text: string): URL | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}
