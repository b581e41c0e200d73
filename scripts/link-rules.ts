import { createHash } from "node:crypto";
import tidyUrl from "tidy-url/data/rules.js";
import type { Plugin } from "vite";
import { LINK_RULES } from "../src/core/links/link-rules.ts";

/** The module that the rules are imported as. */
export const LINK_RULES_MODULE = "virtual:link-rules";

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
 * Joins Galley's own rules with the kept list of tracking parameters (tidy-url's), of which only the
 * names are taken: its code, redirects and site rewrites stay out.
 *
 * They are a text that is parsed as JSON, which a browser does faster than it compiles the same data as
 * a part of the script: the popup waits for neither.
 */
export function linkRules(): Plugin {
	return {
		name: "galley-link-rules",
		resolveId: (id) => (id === LINK_RULES_MODULE ? `\0${id}` : null),
		load: (id) => {
			const [module] = id.split("?");
			if (module !== `\0${LINK_RULES_MODULE}`) return null;
			const text = JSON.stringify(JSON.stringify(joinedRules()));
			return `export default /* @__PURE__ */ JSON.parse(${text});`;
		},
	};
}

function joinedRules() {
	const { families, everywhere, byHost } = LINK_RULES;
	// The many names that begin like a family are known by that alone.
	const kept = namesFor("any.example").filter(
		(name) => !families.some((family) => name.toLowerCase().startsWith(family)),
	);
	const keptByHost = HOSTS.map((host) => [host, [...namesFor(host), ...(byHost[host] ?? [])]]);
	const joined = {
		...LINK_RULES,
		everywhere: [...new Set([...kept, ...everywhere])],
		byHost: { ...byHost, ...Object.fromEntries(keptByHost) },
	};
	const hash = createHash("sha256").update(JSON.stringify(joined));
	return { ...joined, basis: hash.digest("hex").slice(0, 16) };
}

/** The list's names for one host, the general ones only with the host that has no others. */
function namesFor(host: string): string[] {
	const general = (pattern: RegExp) => pattern.source === ".*";
	const wanted = tidyUrl.filter(({ match }) =>
		host === "any.example" ? general(match) : !general(match) && match.test(`www.${host}`),
	);
	const names = wanted.flatMap((rule) => rule.rules ?? []).map((name) => name.trim());
	if (names.length === 0) throw new Error(`The list of tracking parameters knows no ${host}.`);
	return [...new Set(names)].sort();
}
