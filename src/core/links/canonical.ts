import { trackingAt } from "./tracking.ts";

/** Hosts that show the same page under a name of its own for phones; the rule is certain there. */
const MOBILE_HOSTS = new Map([
	["m.facebook.com", "facebook.com"],
	["m.youtube.com", "youtube.com"],
	["mobile.twitter.com", "twitter.com"],
	["m.reddit.com", "reddit.com"],
	["old.reddit.com", "reddit.com"],
]);

/** `en.m.wikipedia.org` is `en.wikipedia.org`, for every language. */
const MOBILE_WIKI = /^([a-z-]+)\.m\.(wikipedia|wiktionary|wikimedia)\.org$/;

/** Addresses kept by Google's AMP cache name the original: `/c/s/host/path`. */
const AMP_CACHE = /^(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/;
const AMP_CDN = /^[^/]+\.cdn\.ampproject\.org\/[cv]\/(s\/)?(.+)$/;

/** A cache of a cache is rare, and more than that an address made to keep us busy. */
const MOST_CACHES = 4;

/** Letters, digits and `-._~`, escaped without need. */
const UNRESERVED_ESCAPE = /%(?:2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f|7e)/gi;
const LOWER_CASE_ESCAPE = /%(?:[0-9][a-f]|[a-f][0-9a-f]|[A-F][a-f])/g;

/** A fragment that chooses what a page shows, as `#/path` and `#!path` do. */
const ROUTE = /^#!?\//;

/**
 * The key that two spellings of one address share: scheme, `www.`, default ports, a trailing
 * slash, the host's case, the order of parameters, tracking parameters, fragments that are not
 * routes, and AMP and mobile hosts where the rule is certain make no difference. It is for
 * looking up only: what is stored and shown is the address as it is.
 *
 * What is no `http` or `https` address is its own key, less the space around it.
 */
export function linkKey(address: string): string {
	const trimmed = address.trim();
	const url = webAddress(trimmed);
	return url ? keyOf(behindAmpCache(url)) : trimmed;
}

/** The address of the web that a text is, or null. */
function webAddress(text: string): URL | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

/** The original of a page in a cache, which may be in another. */
function behindAmpCache(url: URL): URL {
	let original = url;
	for (let cache = 0; cache < MOST_CACHES; cache += 1) {
		const whole = `${original.hostname}${original.pathname}`;
		const found = AMP_CACHE.exec(whole) ?? AMP_CDN.exec(whole);
		const behind = found && webAddress(`https://${found[2]}${original.search}`);
		if (!behind) break;
		original = behind;
	}
	return original;
}

function keyOf(url: URL): string {
	const host = canonicalHost(url.hostname);
	const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
	const path = normalEscapes(url.pathname).replace(/(?<!\/)\/+$/, "");
	const isTracking = trackingAt(url.hostname);
	const query = [...url.searchParams]
		.filter(([name]) => name !== "" && !isTracking(name))
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.sort()
		.join("&");
	const fragment = ROUTE.test(url.hash) ? url.hash : "";
	return `${host}${port}${path}${query && `?${query}`}${fragment}`;
}

function canonicalHost(hostname: string): string {
	const host = hostname.replace(/\.$/, "").replace(/^www\./, "");
	const wiki = MOBILE_WIKI.exec(host);
	return wiki ? `${wiki[1]}.${wiki[2]}.org` : (MOBILE_HOSTS.get(host) ?? host);
}

/** One spelling of each escape: `%7E` and `%7e` are `~` (RFC 3986, 6.2.2). */
function normalEscapes(path: string): string {
	return path
		.replace(UNRESERVED_ESCAPE, (octet) => decodeURIComponent(octet))
		.replace(LOWER_CASE_ESCAPE, (octet) => octet.toUpperCase());
}
