import rules from "virtual:link-rules";
import { decoded, isHostIn, webAddress } from "./rule-lookup.ts";

const wrappers = rules.wrappers.map((rule) => rule.split(" "));

/** A longer address is looked into by nobody. */
const LONGEST = 20_000;

/**
 * How targets are written that are no address as they stand. Each is given the parameter the rule
 * names or the whole address, and what `targets` among the rules finds in that.
 */
const FORMS: Record<string, (text: string, found: string) => string> = {
	base64: fromBase64,
	// `a1` and the address in base64.
	bing: (text) => fromBase64(text.slice(2)),
	// The address, a colon and a mark of the site's own.
	disqus: (_text, found) => found,
	// In the rest of an address, as it is or escaped.
	path: (_text, found) => decoded(found),
	// Without its scheme.
	postmark: (_text, found) => found && `https://${decoded(found)}`,
	// `%` as `-`, and `/` as `_`.
	proofpoint2: (text) => decoded(text.replaceAll("-", "%").replaceAll("_", "/")),
	proofpoint3: fromDefense3,
	query: (_text, found) => found,
	segment: (_text, found) => decoded(found),
	// The first part of a signed token: JSON with the address as `e`.
	substack: (_text, found) => /"e":"([^"]+)"/.exec(fromBase64(found))?.[1] ?? "",
	yahoo: (_text, found) => decoded(found),
};

/**
 * Where an address leads that only sends a reader on, as those of mail protection, search engines
 * and social networks do; the address itself where it is no such one. What is wrapped several
 * times is unwrapped to the last, so that unwrapping again changes nothing.
 */
export function unwrap(address: string): string {
	let inner = address;
	for (let next = target(inner); next !== null; next = target(inner)) inner = next;
	return inner;
}

/** The address one step further; null where there is none. It is always shorter than the one given. */
function target(address: string): string | null {
	const url = address.length > LONGEST ? null : webAddress(address.trim());
	if (!url) return null;
	for (const [host = "", path = "", names = "", form] of wrappers) {
		if (!isAt(url, host, path)) continue;
		const texts = names === "-" ? [url.href] : names.split(",").map((name) => parameter(url, name));
		const found = texts
			.map((text) => readied(written(text, form).trim()))
			.find((text) => webAddress(text) && text.length < address.length);
		if (found !== undefined) return found;
	}
	return null;
}

/** A target from what a rule says it is written in. */
function written(text: string, form: string | undefined): string {
	if (!form) return text;
	const pattern = rules.targets[form];
	const found = pattern ? (new RegExp(pattern, "i").exec(text)?.[1] ?? "") : "";
	return FORMS[form]?.(text, found) ?? "";
}

/** Some escape the target twice, or lose a slash of it on the way. */
function readied(text: string): string {
	const address = /^https?%3a/i.test(text) ? decoded(text) : text;
	return address.replace(/^(https?:)\/(?!\/)/i, "$1//");
}

function isAt({ hostname, pathname }: URL, host: string, path: string): boolean {
	const isHost =
		host === "google.*" ? new RegExp(rules.google).test(hostname) : isHostIn(hostname, host);
	if (!isHost) return false;
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

/** Version 3 of URL Defense: `*` stands for a character of those kept behind, in base64. */
function fromDefense3(address: string, found: string): string {
	const kept = /;([^!]*)/.exec(address)?.[1] ?? "";
	const characters = [...fromBase64(kept)];
	return found.replace(/\*(?:\*(.))?/g, (_mark, run?: string) =>
		characters.splice(0, run ? rules.runLengths.indexOf(run) + 2 : 1).join(""),
	);
}
