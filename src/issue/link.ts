import { trimmedEnd } from "../core/markdown/lines.ts";
import { LINK_LEADS, type Link, type LinkLead } from "./issue.ts";

/*
 * One link on a line of its own, as CommonMark 0.31 reads it (sections 6.3 links, 6.5 autolinks,
 * 2.4 backslash escapes). The line is made so that it is that link and nothing else, whatever
 * characters the address has.
 */

/** A bare address must not be taken apart as a link or as code by what is in it. */
const BARE = /^https?:\/\/(?:(?!\]\()[^\s<>`])+$/i;
const AUTOLINK = /^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const CONTROL = /[\u0000-\u001f\u007f]/g;
const PUNCTUATION_ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** Entities that people's tools write into addresses; others are left as they stand. */
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** CommonMark promises no more than this depth of parentheses in an address. */
const DEEPEST_PARENTHESES = 32;

/** The line for a settled link, its lead included. */
export function writeLink({ url, text, form, lead }: Link): string {
	if (form === "bare") return `${lead}${url}`;
	if (form === "autolink") return `${lead}<${url}>`;
	return `${lead}[${text || textOf(url)}](${destinationOf(url)})`;
}

/** The link that a line consists of, or null when it is anything else. */
export function readLink(line: string): Link | null {
	const trimmed = trimmedEnd(line).replace(/^ {1,3}(?=\S)/, "");
	const lead = LINK_LEADS.find((candidate) => trimmed.startsWith(candidate)) as LinkLead;
	const rest = trimmed.slice(lead.length);
	if (BARE.test(rest) && isWritable(rest)) return { url: rest, text: "", form: "bare", lead };
	const autolink = AUTOLINK.exec(rest)?.[1];
	if (autolink !== undefined && isWritable(autolink))
		return { url: autolink, text: "", form: "autolink", lead };
	const bracketed = readBracketed(rest);
	return bracketed && { ...bracketed, form: "bracketed", lead };
}

/** Whether an address can be written as it is; one with a control character in it is text. */
function isWritable(url: string): boolean {
	return url.trim() === url && url.search(CONTROL) === -1;
}

/**
 * The link as the writer can set it: an address without control characters, and a form and text
 * that fit it. Null when there is no address.
 */
export function settleLink(link: Link): Link | null {
	const url = link.url.replace(CONTROL, "").toWellFormed().trim();
	if (url === "") return null;
	const form =
		(link.form === "bare" && !BARE.test(url)) ||
		(link.form === "autolink" && !AUTOLINK.test(`<${url}>`))
			? "bracketed"
			: link.form;
	return {
		url,
		text: form === "bracketed" ? settleText(link.text, url) : "",
		form,
		lead: link.lead,
	};
}

function settleText(raw: string, url: string): string {
	const text = raw.replace(CONTROL, " ").toWellFormed().trim();
	if (text === "") return "";
	const safe = isLinkText(text) ? text : escapePunctuation(text);
	return safe === url || safe === textOf(url) || safe === destinationOf(url) ? "" : safe;
}

function textOf(url: string): string {
	return isLinkText(url) && !hasEscapes(url) ? url : escapePunctuation(url);
}

/** The address as a link destination: as it is where it can be, in `<…>` where it has spaces. */
function destinationOf(url: string): string {
	const escaped = url.replace(/[\\`<>]/g, "\\$&").replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&");
	if (/ /.test(url)) return `<${escaped}>`;
	return parenthesesBalance(escaped) ? escaped : escaped.replace(/[()]/g, "\\$&");
}

function hasEscapes(url: string): boolean {
	return /\\|&#?[A-Za-z0-9]+;/.test(url);
}

/** True when the text can stand between brackets as it is, and nothing in it is taken apart. */
function isLinkText(text: string): boolean {
	const bare = text.replace(PUNCTUATION_ESCAPE, "x");
	if (bare.includes("\\") || /[<`]/.test(bare) || /\][([]/.test(bare)) return false;
	let depth = 0;
	for (const [bracket] of bare.matchAll(/[[\]]/g)) {
		depth += bracket === "[" ? 1 : -1;
		if (depth < 0) return false;
	}
	return depth === 0;
}

function escapePunctuation(text: string): string {
	return text.replace(/[\\`<>[\]]/g, "\\$&").replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&");
}

/** `[text](destination)` and nothing after it; a destination with a title is not one of ours. */
function readBracketed(line: string): Pick<Link, "url" | "text"> | null {
	if (!line.startsWith("[") || !line.endsWith(")")) return null;
	const close = closingBracket(line);
	if (close === -1 || line[close + 1] !== "(") return null;
	const text = line.slice(1, close);
	const inside = line.slice(close + 2, -1);
	const angled = /^<((?:[^<>\\]|\\.)*)>$/.exec(inside)?.[1];
	if (angled === undefined && (/^<|[ \t]/.test(inside) || !parenthesesBalance(inside))) return null;
	const raw = angled ?? inside;
	const url = raw
		.replace(/&(?:amp|lt|gt|quot);/g, (entity, at: number) =>
			raw[at - 1] === "\\" ? entity : (ENTITIES[entity] ?? entity),
		)
		.replace(PUNCTUATION_ESCAPE, "$1");
	if (url === "" || !isWritable(url) || !isLinkText(text)) return null;
	return { url, text: text === raw || text === textOf(url) ? "" : text };
}

function closingBracket(line: string): number {
	let depth = 0;
	for (let at = 0; at < line.length; at += 1) {
		if (line[at] === "\\") at += 1;
		else if (line[at] === "[") depth += 1;
		else if (line[at] === "]") {
			depth -= 1;
			if (depth === 0) return at;
		}
	}
	return -1;
}

function parenthesesBalance(destination: string): boolean {
	let depth = 0;
	for (let at = 0; at < destination.length; at += 1) {
		if (destination[at] === "\\") at += 1;
		else if (destination[at] === "(") depth += 1;
		else if (destination[at] === ")") depth -= 1;
		if (depth < 0 || depth > DEEPEST_PARENTHESES) return false;
	}
	return depth === 0;
}
