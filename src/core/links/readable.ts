import rules from "virtual:link-rules";
import { decode } from "punycode/";

/*
 * Addresses in readable form, with host names in their own script and letters instead of percent
 * escapes. They are used for display, and for export if the style asks for it: browsers treat both
 * forms as the same address.
 */

const ofScripts = rules.scripts.map((pattern) => new RegExp(pattern, "u"));
const lookLatin = new RegExp(rules.lookLatin);

/** Letters, marks and digits outside of ASCII. None of them ends an address or is invisible in it. */
const READABLE = /^[\p{L}\p{M}\p{N}]+$/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** The address in readable form. A text that is not a web address is returned unchanged. */
export function readableAddress(address: string): string {
	if (!URL.canParse(address)) return address;
	const { protocol, hostname } = new URL(address);
	if (protocol !== "http:" && protocol !== "https:") return address;
	const readable = readableHost(hostname);
	const [, before = "", host = "", rest = ""] =
		/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:]*)(.*)$/is.exec(address) ?? [];
	// The host may be spelled differently from the browser's form; then only the rest is made readable.
	const shown = host.toLowerCase() === hostname ? readable : host;
	const text = before + shown + readablePath(rest);
	return URL.canParse(text) && sameEscapes(new URL(text).href, new URL(address).href)
		? text
		: address;
}

/** Decodes the punycode in a host, except in labels that mix scripts or could imitate another name. */
export function readableHost(host: string): string {
	return host.split(".").map(readableLabel).join(".");
}

function readableLabel(label: string): string {
	if (!label.startsWith("xn--")) return label;
	try {
		const text = decode(label.slice(4));
		const letters = text.replace(/[\d-]/g, "");
		const isOne = ofScripts.some((set) => set.test(letters));
		if (!isOne || lookLatin.test(letters) || INVISIBLE.test(text)) return label;
		return new URL(`https://${text}/`).hostname === label ? text : label;
	} catch {
		return label;
	}
}

/** Decodes escaped letters in a path, query or fragment; all other escapes stay. */
function readablePath(path: string): string {
	return path.replace(/(?:%[89a-f][0-9a-f])+/gi, (escaped) => {
		try {
			const text = decodeURIComponent(escaped);
			return READABLE.test(text) && !INVISIBLE.test(text) ? text : escaped;
		} catch {
			return escaped;
		}
	});
}

function sameEscapes(one: string, other: string): boolean {
	const upper = (text: string) => text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
	return upper(one) === upper(other);
}

/** Longer paths are shortened in the middle. */
const PATH_LENGTH = 48;

/** The host without `www.` and what follows it, both in readable form and shortened to fit a line. */
export function addressParts(url: string): { host: string; path: string } {
	if (!URL.canParse(url)) return { host: url, path: "" };
	const { protocol, hostname, port, pathname, search, hash } = new URL(url);
	if (protocol === "mailto:") return { host: pathname, path: "" };
	const host = readableHost(hostname).replace(/^www\./, "") + (port && `:${port}`);
	const path = readablePath(`${pathname === "/" ? "" : pathname}${search}${hash}`);
	return { host, path: cutInTheMiddle(path) };
}

/** An address in readable form, short enough for a sentence. */
export function shortAddress(url: string): string {
	const { host, path } = addressParts(url);
	return host + path;
}

function cutInTheMiddle(text: string): string {
	const characters = [...text];
	if (characters.length <= PATH_LENGTH) return text;
	const half = Math.floor((PATH_LENGTH - 1) / 2);
	return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
