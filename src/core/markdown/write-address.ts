import { writeDestination } from "./destination.ts";

/** An address that every parser takes for one whole link, if a blank or the end of the line follows. */
const BARE = /^https?:\/\/[A-Za-z0-9][A-Za-z0-9./?=%#:@&+_-]*[A-Za-z0-9/]$/;
/** What a parser could take for emphasis, an entity or the end of a sentence. */
const MARK = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&\w+;|[?.:]{2}/;
const BLANKS_OR_ANGLES = /[\s\p{Cc}<>]+/gu;

/**
 * Writes an address after a text: as a link destination, in an attribute of HTML, between the angle
 * brackets of an autolink, or bare. If parsers could disagree about where a bare address ends, it becomes
 * an autolink.
 *
 * @param before the text of the line up to the address
 * @param alone whether a blank or the end of the line follows
 */
export function writeAddress(url: string, before: string, alone: boolean): string {
	if (/\]\(\s*<?$/.test(before)) return writeDestination(url);
	const attribute = /=(["']?)$/.exec(before);
	if (attribute) return inAttribute(url, attribute[1] ?? "");
	// CommonMark 0.31, section 6.5: backslashes do not escape anything in an autolink.
	const encoded = url.replace(BLANKS_OR_ANGLES, (text) => encodeURIComponent(text));
	if (/(?<!\\)<$/.test(before) || !/^https?:/i.test(url)) return encoded;
	return alone && BARE.test(url) && !MARK.test(url) ? url : `<${encoded}>`;
}

function inAttribute(url: string, quote: string): string {
	const coded = url
		.replace(/[\s\p{Cc}<>\\]+/gu, (text) => encodeURIComponent(text))
		.replace(/&(?=(?:amp|lt|gt|quot);)/g, "&amp;");
	const quotes = quote === "" ? /["'`=]/g : quote === "'" ? /'/g : /"/g;
	return coded.replace(quotes, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
