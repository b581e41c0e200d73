import { siteHost } from "../links/site-host.ts";
import type { CheckContext, CheckedAddress } from "./check-context.ts";

/**
 * Top-level domains that browsers open only with `https:`. They are in the HSTS preload list as a
 * whole, so an `http:` address in them cannot be anything else.
 */
const SECURE_DOMAINS =
	/\.(?:app|bank|dev|foo|google|hangout|insurance|meet|new|page|play|search|youtube)$/;

/** Hosts that redirect every `http:` address to the `https:` one. */
const SECURE_HOSTS = new Set(
	"arxiv.org docs.google.com en.wikipedia.org gist.github.com github.com gitlab.com linkedin.com medium.com news.ycombinator.com npmjs.com pypi.org reddit.com speakerdeck.com stackoverflow.com twitter.com vimeo.com x.com youtu.be youtube.com".split(
		" ",
	),
);

/**
 * Returns a function that tells whether an `http:` address is known to work with `https:`. It is if the
 * same page has an `https:` address in the archive, in another item or with a sponsor; if another page
 * of its host has one; or if its whole domain supports nothing else.
 */
export function knownAsSecure({
	items,
	sponsors,
	secure,
}: CheckContext): (address: CheckedAddress) => boolean {
	const pages = new Set<string>();
	const hosts = new Set<string>();
	for (const { addresses } of items) {
		for (const { url, key, host } of addresses) {
			if (!isHttps(url)) continue;
			pages.add(key);
			hosts.add(host);
		}
	}
	for (const { url } of sponsors.flatMap(({ links }) => links)) {
		if (isHttps(url)) hosts.add(siteHost(url));
	}
	return ({ url, key, host }) =>
		isPlainHttp(url) &&
		(pages.has(key) ||
			hosts.has(host) ||
			secure.has(url) ||
			SECURE_DOMAINS.test(host) ||
			SECURE_HOSTS.has(host));
}

function isHttps(url: string): boolean {
	return /^https:/i.test(url) && URL.canParse(url);
}

/**
 * Whether an address has the scheme `http:` and the default port. Another port would not work with
 * `https:`.
 */
function isPlainHttp(url: string): boolean {
	return /^http:/i.test(url) && URL.canParse(url) && new URL(url).port === "";
}
