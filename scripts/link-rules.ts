import { createHash } from "node:crypto";
import tidyUrl from "tidy-url/data/rules.js";
import type { Plugin } from "vite";
import { LINK_RULES } from "../src/core/links/link-rules.ts";

/** The name under which the rules are imported. */
export const LINK_RULES_MODULE = "virtual:link-rules";

/**
 * The hosts whose tracking parameters are taken from the maintained list (tidy-url). The host patterns of
 * the list are loose (`twitter.com` also matches `nottwitter.com`), and some of its parameters choose
 * what is shown. So each host is listed here and matched exactly, including its subdomains.
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
 * Joins Galley's own rules with the tracking parameters of the maintained list (tidy-url). Only the
 * parameter names are used, not its code, redirects and site rewrites.
 *
 * The rules are a string that is parsed as JSON, which browsers do faster than compiling the same data as
 * part of the script. The popup opens faster this way.
 */
export function linkRules(): Plugin {
	return {
		name: "galley-link-rules",
		resolveId: (id) => (id === LINK_RULES_MODULE ? `\0${id}` : null),
		load: (id) => {
			const [module] = id.split("?");
			if (module !== `\0${LINK_RULES_MODULE}`) return null;
			const text = JSON.stringify(joinedRules()).replace(/[\\']/g, "\\$&");
			return `export default /* @__PURE__ */ JSON.parse('${text}');`;
		},
	};
}

function joinedRules() {
	const { families, everywhere, byHost } = LINK_RULES;
	// Names that begin with the prefix of a family are already covered by the family.
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

/** The names for one host. The general names are only those of the host `any.example`. */
function namesFor(host: string): string[] {
	const general = (pattern: RegExp) => pattern.source === ".*";
	const wanted = tidyUrl.filter(({ match }) =>
		host === "any.example" ? general(match) : !general(match) && match.test(`www.${host}`),
	);
	const names = wanted.flatMap((rule) => rule.rules ?? []).map((name) => name.trim());
	if (names.length === 0) throw new Error(`The list of tracking parameters knows no ${host}.`);
	return [...new Set(names)].sort();
}
