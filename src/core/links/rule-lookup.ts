/** Whether a host is `name` or in it: `music.youtube.com` is in `youtube.com`. */
export function isHostIn(host: string, name: string): boolean {
	return host === name || host.endsWith(`.${name}`);
}

/** The two sides of the first `mark` in a text; null for the second where there is none. */
export function cutAt(text: string, mark: string): [string, string | null] {
	const at = text.indexOf(mark);
	return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Percent escapes as text; the text itself where they are no UTF-8. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The address of the web that a text is, or null. */
export function webAddress(text: string): URL | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}
