import rules from "virtual:link-rules";
import { decoded, isHostIn, splitAtFirst, webAddress } from "./rule-lookup.ts";
import { trackingAt, withoutTracking } from "./tracking.ts";
import { unwrap } from "./unwrap.ts";

/*
 * Decides when two addresses are the same page, and when they are related. `docs/links.md` explains the
 * rules; `link-rules.ts` contains what is known about individual hosts.
 */

/** Percent escapes that are not valid UTF-8 are compared in upper case. */
const ESCAPE = /%[0-9a-f]{2}/gi;

/**
 * The key that addresses of the same page share. It ignores the scheme, `www.`, the default port, the
 * case of the host, a slash at the end, the order of parameters, tracking, text fragments and the
 * spelling of escapes. It is only for comparison: what is stored and shown is the original address.
 *
 * A text that is not an `http` or `https` address is its own key, without the space around it.
 */
export function linkKey(address: string): string {
	const { key, user, fragment } = partsOf(address);
	return user + key + fragment;
}

/** Whether two addresses are the same page. */
export function isSamePage(one: string, other: string): boolean {
	return linkKey(one) === linkKey(other);
}

/**
 * The key that related addresses share, including those of the same page. It also ignores the fragment,
 * mobile views, wrappers, and the different forms that some hosts have of one page. Storage uses it to
 * find candidates; `linkKey` decides which of them are the same page.
 */
export function relatedKey(address: string): string {
	const { key, path, host } = partsOf(unwrap(address.trim()));
	if (host === "") return key;
	let related = path.includes("%") ? composed(key) : key;
	// The address inside a cache or archive address can have other forms itself.
	for (let form = 0; form < MAX_FORMS; form += 1) {
		const next = formOf(withOwnHost(related));
		if (next === related) break;
		related = next;
	}
	const [place] = splitAtFirst(related, "?");
	return rules.anyCase.some((name) => isHostIn(splitAtFirst(place, "/")[0], name))
		? place.toLowerCase() + related.slice(place.length)
		: related;
}

/** Limit of forms inside each other. An address with more of them is left as it is then. */
const MAX_FORMS = 8;

interface Parts {
	/** User name and password with the `@` after them; empty if there are none. */
	user: string;
	/** Host and port as used in keys; empty if it is not a web address. */
	host: string;
	path: string;
	/** Host, path and query. */
	key: string;
	/** The fragment with its `#`; empty if there is none. */
	fragment: string;
}

function partsOf(address: string): Parts {
	const trimmed = address.trim();
	const url = webAddress(withoutTracking(trimmed));
	if (!url) return { user: "", host: "", path: "", key: trimmed, fragment: "" };
	const { hostname, port, pathname, search, hash, username, password } = url;
	const host = hostname.replace(/\.$/, "").replace(/^www\.(?=.*\.)/, "") + (port && `:${port}`);
	const path = pathname.split("/").map(normalEscapes).join("/").replace(/\/$/, "");
	const query = queryOf(search, hostname);
	return {
		user: username || password ? `${username}:${password}@` : "",
		host,
		path,
		key: host + path + query,
		fragment: hash && `#${normalEscapes(hash.slice(1))}`,
	};
}

/** Query parameters sorted by name, without tracking. Those with the same name stay in their order. */
function queryOf(search: string, host: string): string {
	const isTracking = trackingAt(host);
	const pairs = search
		.slice(1)
		.replaceAll("+", "%20")
		.split("&")
		.map(
			(pair) =>
				splitAtFirst(pair, "=").map((part) => normalEscapes(part ?? "")) as [string, string],
		)
		.filter(([name, value]) => name !== "" && !isTracking(name, value))
		.sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
		.map(([name, value]) => `${name}=${value}`);
	return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Normalizes escapes, so that the same characters are spelled the same way (RFC 3986, 6.2.2). */
function normalEscapes(text: string): string {
	try {
		return encodeURIComponent(decodeURIComponent(text));
	} catch {
		return text.replace(ESCAPE, (octet) => octet.toUpperCase());
	}
}

/**
 * Replaces the host of a key by the main host of the same pages: `en.m.wikipedia.org` by
 * `en.wikipedia.org`.
 */
function withOwnHost(key: string): string {
	const host = /^[^/?]*/.exec(key)?.[0] ?? "";
	const parts = host.replace(/^www\.(?=.*\.)/, "").split(".");
	// The last two parts are the registered name.
	const own = parts
		.filter((part, at) => at >= parts.length - 2 || !rules.views.includes(part))
		.join(".");
	return (rules.samePages[own] ?? own) + key.slice(host.length);
}

const forms = rules.forms.map(
	([pattern, replacement]) => [new RegExp(`^${pattern}$`), replacement] as const,
);

function formOf(key: string): string {
	const form = forms.find(([pattern]) => pattern.test(key));
	return form ? key.replace(form[0], form[1]) : key;
}

/** Combines letters and accents into single characters (Unicode NFC). */
function composed(key: string): string {
	return key.replace(/\w?(?:%[89A-F][0-9A-F])+/g, (escaped) =>
		encodeURIComponent(decoded(escaped).normalize("NFC")),
	);
}
