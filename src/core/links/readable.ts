import rules from "virtual:link-rules";
import { decode } from "punycode/";

/*
 * Addresses as people read them: names in their own script, and letters for percent escapes. For
 * showing, and for export where that is wanted: a browser makes the same address of either.
 */

const ofScripts = rules.scripts.map((pattern) => new RegExp(pattern, "u"));
const lookLatin = new RegExp(rules.lookLatin);

/** Letters, marks and digits beyond ASCII: none of them ends an address or hides in it. */
const READABLE = /^[\p{L}\p{M}\p{N}]+$/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** An address as it reads; what is no address of the web comes back as it is. */
export function readableAddress(address: string): string {
	if (!URL.canParse(address)) return address;
	const { protocol, hostname } = new URL(address);
	if (protocol !== "http:" && protocol !== "https:") return address;
	const readable = readableHost(hostname);
	const [, before = "", host = "", rest = ""] =
		/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:]*)(.*)$/is.exec(address) ?? [];
	// The host may have been typed in another way than the browser has it: then only the rest is read.
	const shown = host.toLowerCase() === hostname ? readable : host;
	const text = before + shown + readablePath(rest);
	return URL.canParse(text) && sameEscapes(new URL(text).href, new URL(address).href)
		? text
		: address;
}

/** A host with its punycode in letters, but for parts that mix scripts or could pass for another name. */
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

/** A path, query or fragment with letters for their escapes; all other escapes stay. */
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

/** Longer paths lose their middle, which says least about a page. */
const PATH_LENGTH = 48;

/** The host without `www.`, and what follows it, as they read, cut to a length that fits a line. */
export function addressParts(url: string): { host: string; path: string } {
	if (!URL.canParse(url)) return { host: url, path: "" };
	const { protocol, hostname, port, pathname, search, hash } = new URL(url);
	if (protocol === "mailto:") return { host: pathname, path: "" };
	const host = readableHost(hostname).replace(/^www\./, "") + (port && `:${port}`);
	const path = readablePath(`${pathname === "/" ? "" : pathname}${search}${hash}`);
	return { host, path: cutInTheMiddle(path) };
}

/** An address in one short line, for a sentence. */
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
