import { addressesOf } from "../links/addresses.ts";
import { tidyAddress } from "../links/tidy.ts";
import { unwrap } from "../links/unwrap.ts";
import type { Check } from "./check.ts";
import { type CheckContext, hostOf } from "./check-context.ts";
import type { FindingPlace, Found } from "./finding.ts";

/** Finds addresses that reveal private information: who the editor is, or how to access an account. */

export const wrapper: Check = {
	severity: "wrong",
	run: (context) =>
		[...everyAddress(context), ...sponsored(context)].flatMap(({ place, url }): Found[] => {
			if (unwrap(url) === url) return [];
			const to = tidyAddress(url);
			const fix = { does: "useTarget", from: url, to } as const;
			const values = [hostOf(url), hostOf(to)];
			return [{ place, about: url, sentence: "wrapper", values, words: url, fix }];
		}),
};

export const secret: Check = {
	severity: "wrong",
	run: (context) =>
		[...everyAddress(context), ...sponsored(context)].flatMap(({ place, url }): Found[] => {
			const name = secretIn(url);
			if (name === null) return [];
			return [
				name === ""
					? { place, about: url, sentence: "secretUser", values: [hostOf(url)], words: url }
					: { place, about: url, sentence: "secretToken", values: [name, hostOf(url)], words: url },
			];
		}),
};

/** Names of parameters that give access to everyone who has them. Share keys of documents are not included. */
const TOKEN =
	/^(?:(?:access|auth|id|refresh|csrf|xsrf|session|login|reset|invite|api)[-_]?token|token|auth|(?:php|asp|j|cf)?sess(?:ion)?[-_]?id|sid|api[-_]?key|apikey|client[-_]?secret|secret|password|passwd|pwd|x-amz-(?:signature|security-token)|jwt)$/i;

/** The session id of Java servers is in the path. */
const IN_PATH = /;(jsessionid)=/i;

/** A signed token (RFC 7519), in a parameter of any name. */
const SIGNED = /^eyJ[\w-]+\.eyJ[\w-]+\./;

/**
 * The name of a secret parameter in an address; empty for a user name or password, null if there is
 * none.
 */
function secretIn(address: string): string | null {
	if (!URL.canParse(address)) return null;
	const { protocol, username, password, pathname, searchParams, hash } = new URL(address);
	if (protocol !== "http:" && protocol !== "https:") return null;
	if (username !== "" || password !== "") return "";
	const inPath = IN_PATH.exec(pathname)?.[1];
	const pairs = [...searchParams, ...new URLSearchParams(hash.slice(1))];
	const isSecret = ([name, value]: [string, string]) =>
		value !== "" && (TOKEN.test(name) || SIGNED.test(value));
	return inPath ?? pairs.find(isSecret)?.[0] ?? null;
}

/** The addresses of items, and those in the intro and the footer. */
function everyAddress({
	addresses,
	intro,
	footer,
}: CheckContext): { place: FindingPlace; url: string }[] {
	const around = (["intro", "footer"] as const).flatMap((field) => {
		const note = { intro, footer }[field];
		return addressesOf({ note, links: [] }).map((url) => ({
			place: { at: "draft", field } as const,
			url,
		}));
	});
	return [...addresses, ...around];
}

function sponsored({ sponsors }: CheckContext): { place: FindingPlace; url: string }[] {
	return sponsors.flatMap((sponsor) => {
		const inLinks = new Set(sponsor.links.map(({ url }) => url));
		return addressesOf(sponsor).map((url) => {
			const field = inLinks.has(url) ? "links" : "note";
			return { place: { at: "sponsor", id: sponsor.id, field } as const, url };
		});
	});
}
