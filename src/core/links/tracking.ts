import rules from "virtual:link-rules";
import { decoded, isHostIn, splitAtFirst } from "./rule-lookup.ts";

const everywhere = new Set(rules.everywhere.map((name) => name.toLowerCase()));
const inFragment = new Set(rules.inFragment);

const site = new RegExp(rules.site, "i");

/**
 * Separates the text fragment, which tells browsers what text to find in the page (URL Fragment Text
 * Directives draft).
 */
const DIRECTIVE = ":~:";

/** `name=value` pairs joined by `&`, in a fragment that consists of parameters. */
const PAIRS = /^[\w.~-]+=[^#]*$/;

/** What is left of `&` in the name of a parameter if the address was escaped for HTML twice. */
const MANGLED = /^(?:amp;)+/;

type IsTracking = (name: string, value: string) => boolean;

/** Returns a function that decides by name and value whether a query parameter of a host is tracking. */
export function trackingAt(host: string): IsTracking {
	// Built on first use: most addresses have no parameters, and going through all hosts is slow.
	let here: Set<string> | null = null;
	return (name, value) => {
		const lower = name.toLowerCase().replace(MANGLED, "");
		here ??= new Set(
			Object.entries(rules.byHost).flatMap(([site, names]) => (isHostIn(host, site) ? names : [])),
		);
		const isNamed =
			everywhere.has(lower) ||
			rules.families.some((family) => lower.startsWith(family)) ||
			here.has(name) ||
			(lower === "ref" && site.test(value));
		return isNamed && !rules.needed.some((rule) => needs(rule, host, name, value));
	};
}

function needs(rule: string, host: string, name: string, value: string): boolean {
	const [site = "", wanted = ""] = rule.split(" ");
	return isHostIn(host, site) && [`${name}=*`, `${name}=${value}`].includes(wanted);
}

/**
 * Removes tracking parameters from query and fragment, and text fragments. The rest is not changed at
 * all (order, case, escapes), so an address without tracking, or a text that is not an address, is
 * returned unchanged.
 */
export function withoutTracking(address: string): string {
	return split(address).cleaned;
}

/** The names of what `withoutTracking` removes, without duplicates. */
export function trackingIn(address: string): string[] {
	return [...new Set(split(address).removed)];
}

function split(address: string): { cleaned: string; removed: string[] } {
	const removed: string[] = [];
	if (!URL.canParse(address)) return { cleaned: address, removed };
	const isTracking = trackingAt(new URL(address).hostname);
	/** The remaining pairs of a query; null if none remain, and the query itself if none are removed. */
	const keptOf = (query: string, isOut: IsTracking): string | null => {
		const pairs = query.split("&");
		const kept = pairs.filter((pair) => {
			const [name, value] = splitAtFirst(pair, "=").map((part) => decoded(part ?? "")) as [
				string,
				string,
			];
			if (!isOut(name, value)) return true;
			removed.push(name);
			return false;
		});
		if (kept.length === pairs.length) return query;
		return kept.length > 0 ? kept.join("&") : null;
	};
	const inFragments: IsTracking = (name, value) =>
		inFragment.has(name.toLowerCase()) || isTracking(name, value);

	const [beforeFragment, fragment] = splitAtFirst(address, "#");
	const [path, query] = splitAtFirst(beforeFragment, "?");
	let cleaned = withPart(path, "?", query && keptOf(query, isTracking), query);
	if (fragment !== null) {
		const [own, directive] = splitAtFirst(fragment, DIRECTIVE);
		if (directive !== null) removed.push(DIRECTIVE);
		const [route, inRoute] = splitAtFirst(own, "?");
		const pairs = PAIRS.test(own) ? own : null;
		const kept =
			pairs !== null
				? keptOf(pairs, inFragments)
				: withPart(route, "?", inRoute && keptOf(inRoute, inFragments), inRoute);
		cleaned = withPart(cleaned, "#", kept === "" && directive !== null ? null : kept, fragment);
	}
	return { cleaned, removed };
}

/** Appends a mark and a part to a text, unless nothing of the part is left. */
function withPart(text: string, mark: string, kept: string | null, was: string | null): string {
	return kept === null || was === null ? text : `${text}${mark}${kept}`;
}
