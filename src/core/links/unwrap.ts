import rules from "virtual:link-rules";
import { decoded, isHostIn, webAddress } from "./rule-lookup.ts";

const wrappers = rules.wrappers.map((rule) => rule.split(" "));

/** Longer addresses are not unwrapped. */
const LONGEST = 20_000;

/**
 * Decoders for targets that are encoded. Each gets the parameter that the rule names or the whole
 * address, and what the matching pattern in `targets` finds there.
 */
const FORMS: Record<string, (text: string, found: string) => string> = {
	base64: fromBase64,
	// `a1`, followed by the address in base64.
	bing: (text) => fromBase64(text.slice(2)),
	convertkit: (_text, found) => fromBase64(found),
	// The address, followed by a colon and an identifier of the site.
	disqus: (_text, found) => found,
	// In the rest of the address, escaped or not.
	path: (_text, found) => decoded(found),
	// The address without its scheme.
	postmark: (_text, found) => found && `https://${decoded(found)}`,
	// `-` replaces `%`, and `_` replaces `/`.
	proofpoint2: (text) => decoded(text.replaceAll("-", "%").replaceAll("_", "/")),
	proofpoint3: fromDefense3,
	query: (_text, found) => found,
	segment: (_text, found) => decoded(found),
	// The first part of a signed token: JSON with the address in `e`.
	substack: (_text, found) => /"e":"([^"]+)"/.exec(fromBase64(found))?.[1] ?? "",
	yahoo: (_text, found) => decoded(found),
};

/**
 * The target of an address that only redirects to it, as those of mail protection, search engines and
 * social networks do; otherwise the address itself. Wrappers inside wrappers are all removed, so
 * unwrapping again changes nothing.
 */
export function unwrap(address: string): string {
	let inner = address;
	for (let next = target(inner); next !== null; next = target(inner)) inner = next;
	return inner;
}

/** Removes one wrapper; null if there is none. The result is always shorter than the address. */
function target(address: string): string | null {
	const url = address.length > LONGEST ? null : webAddress(address.trim());
	if (!url) return null;
	for (const [host = "", path = "", names = "", form] of wrappers) {
		if (!isAt(url, host, path)) continue;
		const texts = names === "-" ? [url.href] : names.split(",").map((name) => parameter(url, name));
		const found = texts
			.map((text) => repaired(decodeTarget(text, form).trim()))
			.find((text) => webAddress(text) && text.length < address.length);
		if (found !== undefined) return found;
	}
	return null;
}

/** Decodes a target from the form that a rule names. */
function decodeTarget(text: string, form: string | undefined): string {
	if (!form) return text;
	const pattern = rules.targets[form];
	const found = pattern ? (new RegExp(pattern, "i").exec(text)?.[1] ?? "") : "";
	return FORMS[form]?.(text, found) ?? "";
}

/** Repairs a target that is escaped twice, has lost a slash, or contains what must be escaped. */
function repaired(text: string): string {
	const address = /^https?%3a/i.test(text) ? decoded(text) : text;
	return address
		.replace(/^(https?:)\/(?!\/)/i, "$1//")
		.replace(/[\s<>"]/g, (sign) => encodeURIComponent(sign));
}

function isAt({ hostname, pathname }: URL, host: string, path: string): boolean {
	if (!isHostIn(hostname, host)) return false;
	return path.endsWith("*")
		? pathname.startsWith(path.slice(0, -1))
		: pathname.replace(/\/$/, "") === path.replace(/\/$/, "");
}

function parameter(url: URL, name: string): string {
	return url.searchParams.get(name) ?? "";
}

function fromBase64(text: string): string {
	try {
		const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/").replaceAll(" ", "+"));
		return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
	} catch {
		return "";
	}
}

/** Version 3 of URL Defense: `*` replaces characters that are listed after the address, in base64. */
function fromDefense3(address: string, found: string): string {
	const kept = /;([^!]*)/.exec(address)?.[1] ?? "";
	const characters = [...fromBase64(kept)];
	return found.replace(/\*(?:\*(.))?/g, (_mark, run?: string) =>
		characters.splice(0, run ? rules.runLengths.indexOf(run) + 2 : 1).join(""),
	);
}
