import { issueLabel } from "../archive/issue-label.ts";
import { relatedKey } from "../links/canonical.ts";
import { shortAddress } from "../links/readable.ts";
import { trackingIn, withoutTracking } from "../links/tracking.ts";
import { unwrap } from "../links/unwrap.ts";
import type { Check } from "./check.ts";
import {
	type CheckContext,
	type CheckedAddress,
	type CheckedItem,
	linksPlace,
} from "./check-context.ts";
import type { Found } from "./finding.ts";
import { memoize } from "./memoize.ts";
import { knownAsSecure } from "./secure.ts";

/** Checks of the addresses to which items link, including repeated ones. */

export const twice: Check = {
	severity: "wrong",
	run: (context) => {
		const first = new Map<string, CheckedAddress>();
		return context.addresses.flatMap((address): Found[] => {
			const { place, url, host, key } = address;
			const earlier = first.get(key);
			if (!earlier) {
				first.set(key, address);
				return [];
			}
			if (earlier.place.id !== place.id) {
				const heading = context.headingOf(earlier.place.id);
				return [{ place, about: key, sentence: "twice", values: [heading], words: url }];
			}
			// A note may contain the address that is also the item's link.
			if (earlier.place.field !== place.field || place.field === "note") return [];
			return [{ place, about: key, sentence: "twiceInItem", values: [host], words: url }];
		});
	},
};

/** Finds a page that is related to one in another item; the editor decides if they are the same. */
export const related: Check = {
	severity: "doubtful",
	run: (context) => {
		const first = new Map<string, CheckedAddress>();
		return context.addresses.flatMap((address): Found[] => {
			const { place, key } = address;
			const shared = relatedTo(address);
			const earlier = first.get(shared);
			if (!earlier) {
				first.set(shared, address);
				return [];
			}
			if (earlier.place.id === place.id || earlier.key === key) return [];
			const values = [context.headingOf(earlier.place.id), shortAddress(earlier.url)];
			return [{ place, about: key, sentence: "related", values, words: address.url }];
		});
	},
};

const relatedTo = memoize(({ url }: CheckedAddress) => relatedKey(url));

export const repeat: Check = {
	severity: "doubtful",
	run: ({ addresses, repeats }) =>
		addresses.flatMap(({ place, url, key }): Found[] => {
			const latest = repeats.get(url);
			if (!latest) return [];
			const { section, number, issueDate } = latest;
			if (number === null || issueDate === null) {
				const values = [section, issueLabel(latest)];
				const about = `${key} ${latest.path}`;
				return [{ place, about, sentence: "repeatInIssue", values, words: url }];
			}
			const values = [section, number, { day: issueDate }];
			return [{ place, about: `${key} ${number}`, sentence: "repeat", values, words: url }];
		}),
};

export const tracking: Check = {
	severity: "doubtful",
	run: ({ addresses }) =>
		addresses.flatMap((address): Found[] => {
			const names = trackingOf(address);
			const { place, url } = address;
			if (names.length === 0 || unwrap(url) !== url) return [];
			const fix = { does: "removeTracking", from: url, to: withoutTracking(url) } as const;
			const values = [names.join(", ")];
			return [{ place, about: url, sentence: "tracking", values, words: url, fix }];
		}),
};

const trackingOf = memoize(({ url }: CheckedAddress) => trackingIn(url));

export const insecure: Check = {
	severity: "doubtful",
	run: (context) => {
		const isSecure = knownAsSecure(context);
		return context.addresses.filter(isSecure).map(({ place, url, host }) => ({
			place,
			about: url,
			sentence: "insecure",
			values: [host],
			words: url,
			fix: { does: "useHttps", from: url, to: url.replace(/^http:/i, "https:") },
		}));
	},
};

/** Host names and IP addresses that readers cannot reach. */
const OWN_MACHINE = /^(?:localhost|.*\.(?:localhost|local|internal|lan|home\.arpa|test|invalid))$/;
const PRIVATE_IPV4 = /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./;
const PRIVATE_IPV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/;

export const strangeAddress: Check = {
	severity: "wrong",
	run: ({ items, sponsors }) => [
		...items.flatMap(({ addresses }) =>
			addresses.filter(leadsNowhere).map(({ place, url }) => strangeFinding(place, url)),
		),
		...sponsors.flatMap(({ id, links }) =>
			links
				.filter(({ url }) => isStrange(url))
				.map(({ url }) => strangeFinding({ at: "sponsor", id, field: "links" }, url)),
		),
	],
};

function strangeFinding(place: Found["place"], url: string): Found {
	return { place, about: url, sentence: "strangeAddress", values: [url], words: url };
}

const leadsNowhere = memoize(({ url }: CheckedAddress) => isStrange(url));

function isStrange(address: string): boolean {
	if (!URL.canParse(address) || /\s/.test(address.trim())) return true;
	const { protocol, hostname } = new URL(address);
	if (protocol === "mailto:") return false;
	if (protocol !== "http:" && protocol !== "https:") return true;
	const host = hostname.replace(/\.$/, "");
	return (
		OWN_MACHINE.test(host) ||
		PRIVATE_IPV4.test(`${host}.`) ||
		PRIVATE_IPV6.test(host) ||
		!/[.:]/.test(host)
	);
}

/** With fewer items than this, a third of them may link to one host by chance. */
const MIN_ITEMS = 6;
const SHARE = 1 / 3;

export const oneHost: Check = {
	severity: "doubtful",
	run: (context) => {
		const counts = new Map<string, { items: number; last: CheckedItem }>();
		const linked = context.items.filter(({ addresses }) => addresses.length > 0);
		if (linked.length < MIN_ITEMS) return [];
		for (const item of linked) {
			for (const host of new Set(item.addresses.map((address) => address.host))) {
				counts.set(host, { items: (counts.get(host)?.items ?? 0) + 1, last: item });
			}
		}
		return [...counts]
			.filter(([host, { items }]) => items > linked.length * SHARE && !isExempt(context, host))
			.map(([host, { items, last }]) => ({
				place: linksPlace(last.id),
				about: host,
				sentence: "oneHost",
				values: [items, linked.length, host],
			}));
	},
};

function isExempt({ exemptHosts }: CheckContext, host: string): boolean {
	return exemptHosts.some((exempt) => {
		const name = exempt
			.trim()
			.toLowerCase()
			.replace(/^www\./, "");
		return name !== "" && (host === name || host.endsWith(`.${name}`));
	});
}
