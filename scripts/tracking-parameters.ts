import rules from "tidy-url/data/rules.js";
import type { Plugin } from "vite";
import { FAMILIES } from "../src/core/links/tracking-families.ts";

/** The module that the list is imported as. */
export const TRACKING_PARAMETERS = "virtual:tracking-parameters";

/**
 * Hosts whose own tracking parameters are taken from the kept list. Its patterns for hosts are
 * loose (`twitter.com` also fits `nottwitter.com`) and some name parameters that choose what is
 * shown, so each host is taken by hand and matched exactly, with its subdomains.
 */
const HOSTS = [
	"cnbc.com",
	"hashnode.com",
	"hubspot.com",
	"instagram.com",
	"medium.com",
	"microsoft.com",
	"producthunt.com",
	"techcrunch.com",
	"theguardian.com",
	"twitter.com",
	"washingtonpost.com",
	"wsj.com",
];

/**
 * Makes the kept list of tracking parameters (tidy-url's) into a module with nothing but the
 * names: its code, redirects and site rewrites stay out, so that the list costs the popup little.
 */
export function trackingParameters(): Plugin {
	return {
		name: "galley-tracking-parameters",
		resolveId: (id) => (id === TRACKING_PARAMETERS ? `\0${id}` : null),
		load: (id) => (id.split("?")[0] === `\0${TRACKING_PARAMETERS}` ? source() : null),
	};
}

function source(): string {
	// The many names that begin like a family are known by that alone.
	const everywhere = namesFor("any.example").filter(
		(name) => !FAMILIES.some((family) => name.toLowerCase().startsWith(family)),
	);
	const byHost = Object.fromEntries(HOSTS.map((host) => [host, namesFor(host)]));
	return [
		`export const everywhere = ${JSON.stringify(everywhere)};`,
		`export const byHost = ${JSON.stringify(byHost)};`,
	].join("\n");
}

/** The list's names for one host, the general ones only with the host that has no others. */
function namesFor(host: string): string[] {
	const general = (pattern: RegExp) => pattern.source === ".*";
	const wanted = rules.filter(({ match }) =>
		host === "any.example" ? general(match) : !general(match) && match.test(`www.${host}`),
	);
	const names = wanted.flatMap((rule) => rule.rules ?? []).map((name) => name.trim());
	if (names.length === 0) throw new Error(`The list of tracking parameters knows no ${host}.`);
	return [...new Set(names)].sort();
}
