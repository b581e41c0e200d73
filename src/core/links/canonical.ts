import rules from "virtual:link-rules";
import { cutAt, decoded, isHostIn, webAddress } from "./rule-lookup.ts";
import { trackingAt, withoutTracking } from "./tracking.ts";
import { unwrap } from "./unwrap.ts";

/*
 * When two addresses are one page, and when they are related. `docs/links.md` says it in words, and
 * `link-rules.ts` has what is known of hosts.
 */

/** A lone escape that is no UTF-8 is compared as it is written, in upper case. */
const ESCAPE = /%[0-9a-f]{2}/gi;

/**
 * The key that two addresses share if they are the same page: scheme, `www.`, the default port, the
 * host's case, a slash at the end, the order of parameters, tracking, text fragments and how a
 * character is escaped make no difference. It is for comparing only: what is stored and shown is the
 * address as it is.
 *
 * What is no `http` or `https` address is its own key, less the space around it.
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
 * The key that related addresses share, those of the same page among them: the fragment, views
 * for phones, wrappers, and the forms of one page that hosts are known to have make no difference
 * either. Storage finds candidates by it; which of them are the same page, `linkKey` tells.
 */
export function relatedKey(address: string): string {
	const { key, path, host } = partsOf(unwrap(address.trim()));
	if (host === "") return key;
	let related = path.includes("%") ? composed(key) : key;
	// A page in a cache or an archive has a form of its own.
	for (let form = 0; form < MOST_FORMS; form += 1) {
		const next = formOf(withOwnHost(related));
		if (next === related) break;
		related = next;
	}
	const [place] = cutAt(related, "?");
	return rules.anyCase.some((name) => isHostIn(cutAt(place, "/")[0], name))
		? place.toLowerCase() + related.slice(place.length)
		: related;
}

/** No address has more forms in one another; one that is made to have them stays as it is then. */
const MOST_FORMS = 8;

interface Parts {
	/** Name and password with the `@` behind them; empty without. */
	user: string;
	/** Host and port as keys have them; empty for what is no address of the web. */
	host: string;
	path: string;
	/** Host, path and query. */
	key: string;
	/** With its `#`; empty without. */
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

/** Parameters by name, those of one name in their order, without tracking. */
function queryOf(search: string, host: string): string {
	const isTracking = trackingAt(host);
	const pairs = search
		.slice(1)
		.replaceAll("+", "%20")
		.split("&")
		.map((pair) => cutAt(pair, "=").map((part) => normalEscapes(part ?? "")) as [string, string])
		.filter(([name, value]) => name !== "" && !isTracking(name, value))
		.sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
		.map(([name, value]) => `${name}=${value}`);
	return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** One spelling of the same characters: escaped or not, in upper or lower case (RFC 3986, 6.2.2). */
function normalEscapes(text: string): string {
	try {
		return encodeURIComponent(decodeURIComponent(text));
	} catch {
		return text.replace(ESCAPE, (octet) => octet.toUpperCase());
	}
}

/** A key with the host that stands for all that show its pages: `en.m.wikipedia.org` is `en.wikipedia.org`. */
function withOwnHost(key: string): string {
	const host = /^[^/?]*/.exec(key)?.[0] ?? "";
	const parts = host.replace(/^www\.(?=.*\.)/, "").split(".");
	// The last two are the host's own name.
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

/** Characters with their accents in one, however they were typed. */
function composed(key: string): string {
	return key.replace(/\w?(?:%[89A-F][0-9A-F])+/g, (escaped) =>
		encodeURIComponent(decoded(escaped).normalize("NFC")),
	);
}
